import type { BrowserWindow } from 'electron';
import { COMMAND_CHANNEL, type Command } from '../contract/bridge.ts';
import type { Clock } from '../oauth/ports.ts';
import { filterOf, noticesOf, type NoticeReason } from '../sites/notices.ts';
import type { Log } from './log.ts';
import { showNotification, type NotificationParts } from './notification.ts';
import type { Preferences } from './preferences.ts';
import { isSignInRunning, type Program } from './program.ts';
import { counted, wordsOf } from './words/words.ts';

/** What the notifications of an ordinary run work with. */
export interface NoticeParts {
  readonly Notification: NotificationParts['Notification'];
  readonly program: () => Program;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly log: Pick<Log, 'write'>;
  readonly window: () => BrowserWindow | undefined;
  /** Brings the window to the front. */
  readonly open: () => void;
}

/** The first look comes when the keep-alive has had its turn, the others once an hour. In milliseconds. */
const FIRST_LOOK = 5 * 60_000;
const LOOK_AGAIN = 60 * 60_000;

/** Whether somebody who looks elsewhere may be told something: never in practice, and not while a customer sits before the screen. */
function mayTell({ preferences, program, window }: NoticeParts): boolean {
  const open = window();
  const { mode, storageProblem, desk } = program().workplace();
  const isWanted = preferences.get('notices') && mode === 'real' && !storageProblem;
  return isWanted && open !== undefined && !open.isFocused() && !isSignInRunning({ desk });
}

async function tell(parts: NoticeParts, reason: NoticeReason, count: number): Promise<object | null> {
  const { preferences, clock, Notification, open, window } = parts;
  const language = preferences.get('language');
  const words = wordsOf(language).notices[reason];
  const shown = await showNotification({ Notification, clock }, { title: words.title, body: counted(words, count, language), silent: true }, () => {
    open();
    const wanted: Command = { showSites: filterOf[reason] };
    window()?.webContents.send(COMMAND_CHANNEL, wanted);
  });
  if (shown) preferences.set('told', { ...preferences.get('told'), [reason]: { at: clock.now(), count } });
  return shown;
}

/** Looks once, and tells the most pressing reason that is due. Resolves with what is shown; null: nothing. */
export async function lookForNotices(parts: NoticeParts): Promise<object | null> {
  if (!mayTell(parts)) return null;
  const { program, preferences, clock } = parts;
  const now = clock.now();
  const { sites } = program().workplace();
  if (!sites || !(await sites.prepare(now))) return null;
  const { counts } = sites.page({ query: '', filter: 'all', offset: 0, limit: 1, about: null, now });
  const former = preferences.get('told');
  const { tell: due, told } = noticesOf(counts, former, now);
  if (JSON.stringify(told) !== JSON.stringify(former)) preferences.set('told', told);
  return due ? tell(parts, due.reason, due.count) : null;
}

/** Looks again and again for as long as the program runs. */
export function watchNotices(parts: NoticeParts): void {
  // Held, or the system's click would find nobody.
  let shown: object | null = null;
  const look = async (): Promise<void> => {
    shown = (await lookForNotices(parts).catch(() => (parts.log.write('notices.failed'), null))) ?? shown;
    parts.clock.after(LOOK_AGAIN, () => void look());
  };
  parts.clock.after(FIRST_LOOK, () => void look());
}
