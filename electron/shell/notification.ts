import type { Notification as ElectronNotification } from 'electron';
import type { Concern } from '../links/background-run.ts';
import type { Clock } from '../oauth/ports.ts';
import type { Preferences } from './preferences.ts';
import { counted, wordsOf } from './words/words.ts';

/** A concern that stays is told again after a week at the earliest. In milliseconds. */
const PATIENCE = 7 * 24 * 60 * 60 * 1000;
/** Each run counts only the links that it saw end, so that this is never the same concern: not told now, it is never told. */
const ALWAYS_NEW: Concern['kind'] = 'signInAgain';

/** What a notification says; `silent`: without a sound. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
  readonly silent?: boolean;
}

/** What showing a concern needs. */
export interface NotificationParts {
  readonly Notification: Pick<typeof ElectronNotification, 'isSupported'> & (new (options: NotificationText) => Pick<ElectronNotification, 'show' | 'on'>);
  readonly preferences: Preferences;
  readonly clock: Clock;
  /** A person clicked it. */
  readonly onClick: () => void;
}

/** The system gets this long to show it before the program may end. In milliseconds. */
const SHOWING = 5000;

/** Shows one; resolves when the system shows it, with what must be held for as long as it is to stay. Null: it did not, or cannot. */
export async function showNotification({ Notification, clock }: Pick<NotificationParts, 'Notification' | 'clock'>, text: NotificationText, onClick: () => void): Promise<object | null> {
  if (!Notification.isSupported()) return null;
  const notification = new Notification(text);
  notification.on('click', onClick);
  const isShown = await new Promise<boolean>((resolve) => {
    notification.on('show', () => resolve(true));
    notification.on('failed', () => resolve(false));
    clock.after(SHOWING, () => resolve(false));
    notification.show();
  });
  return isShown ? notification : null;
}

/**
 * Tells a person what needs one; what stays as it was at most once a week. Resolves when the system shows it, with what must be held for as long
 * as it is to stay; null: nothing was shown, and the next run tells it again.
 */
export async function notify({ Notification, preferences, clock, onClick }: NotificationParts, concern: Concern): Promise<object | null> {
  const last = preferences.get('lastConcern');
  const isKnown = last?.kind === concern.kind && concern.kind !== ALWAYS_NEW;
  const passed = isKnown ? clock.now() - last.at : PATIENCE;
  // A clock that was set back is no reason to stay silent for years.
  if (passed >= 0 && passed < PATIENCE) return null;
  const language = preferences.get('language');
  const words = wordsOf(language).concerns[concern.kind];
  const notification = await showNotification({ Notification, clock }, { title: words.title, body: counted(words, 'count' in concern ? concern.count : 0, language) }, onClick);
  if (!notification) return null;
  preferences.set('lastConcern', { kind: concern.kind, at: clock.now() });
  return notification;
}
