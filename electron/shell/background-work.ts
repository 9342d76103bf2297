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

/** Renews what is due without a window, tells when a person is needed, and quits. Practice and a laptop that is not set up have nothing to renew. */
export async function renewWithoutWindow({ program, calm, clock, log, open, isOpen, quit, ...rest }: BackgroundWork): Promise<void> {
  const { desk, links, mode } = program.workplace();
  log.write('background.begun');
  program.keepAlive();
  if (desk && links && mode === 'real') {
    const { keepAlive, obstacle, breaker } = desk;
    const ports = { clock, links, keepAlive, calm, obstacle, companyProblem: () => breaker.problem() };
    const concern = await runInBackground(ports, isOpen);
    if (concern && !isOpen()) await notify({ ...rest, clock, onClick: open }, concern);
  }
  log.write('background.ended');
  if (!isOpen()) quit();
}
