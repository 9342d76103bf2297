import { runInBackground } from '../links/background-run.ts';
import type { Calm } from '../links/calm.ts';
import type { Clock } from '../oauth/ports.ts';
import type { Log } from './log.ts';
import { notify, type NotificationParts } from './notification.ts';
import type { Preferences } from './preferences.ts';
import type { Program } from './program.ts';

/** What a start at login works with. `open` shows the window; from then on `isOpen` and the run is an ordinary one. */
export interface BackgroundWork {
  readonly program: Program;
  readonly preferences: Preferences;
  readonly calm: Calm;
  readonly clock: Clock;
  readonly log: Log;
  readonly Notification: NotificationParts['Notification'];
  readonly open: () => void;
  readonly isOpen: () => boolean;
  readonly quit: () => void;
}

/**
 * Renews what is due without a window, tells when a person is needed, and quits. Practice and a laptop that is not set up have nothing
 * to renew. Never rejects: whatever goes wrong, a program that nobody sees must not stay for ever, and the next login goes on.
 */
export async function renewWithoutWindow(work: BackgroundWork): Promise<void> {
  const { program, log, isOpen, quit } = work;
  log.write('background.begun');
  program.keepAlive();
  await renewAndTell(work).catch(() => log.write('background.failed'));
  log.write('background.ended');
  if (!isOpen()) quit();
}

/** Holds what is shown for a while, in milliseconds. */
const LINGER = 60_000;

async function linger(clock: Clock, shown: object): Promise<object> {
  return new Promise((resolve) => {
    clock.after(LINGER, () => resolve(shown));
  });
}

async function renewAndTell({ program, calm, clock, open, isOpen, ...rest }: BackgroundWork): Promise<void> {
  const { desk, links, mode } = program.workplace();
  if (!desk || !links || mode !== 'real') return;
  const { keepAlive, obstacle, breaker } = desk;
  const ports = { clock, links, keepAlive, calm, obstacle, companyProblem: () => breaker.problem() };
  const concern = await runInBackground(ports, isOpen);
  const shown = concern && !isOpen() ? await notify({ ...rest, clock, onClick: open }, concern) : null;
  // Some systems take a notification away when its program ends, and a click needs somebody to hear it.
  if (shown) await linger(clock, shown);
}
