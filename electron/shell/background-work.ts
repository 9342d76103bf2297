import type { Problem } from '../contract/problems.ts';
import { runInBackground, type Concern } from '../links/background-run.ts';
import type { Calm } from '../links/calm.ts';
import type { Clock } from '../oauth/ports.ts';
import type { Log } from './log.ts';
import { notify, type NotificationParts } from './notification.ts';
import type { Preferences } from './preferences.ts';
import { mayPass, type Program } from './program.ts';

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
 * to renew; storage that cannot be opened is waited for a few minutes. Never rejects: whatever goes wrong, a program that nobody sees must not stay for ever, and the next login goes on.
 */
export async function renewWithoutWindow(work: BackgroundWork): Promise<void> {
  const { program, log, isOpen, quit } = work;
  log.write('background.begun');
  program.keepAlive();
  await renewAndTell(work).catch(() => log.write('background.failed'));
  // Where the window is hardly ever opened, this is the only time for it.
  await program.workplace().tend().catch(() => log.write('storage.untended'));
  log.write('background.ended');
  if (!isOpen()) quit();
}

/** Holds what is shown for a while, in milliseconds. */
const LINGER = 60_000;
/** Storage that cannot be opened is waited for this long, in milliseconds: a key ring is often unlocked a little after the login. */
const STORAGE_PATIENCE = 5 * 60_000;
const LOOK_AGAIN = 5000;

async function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}

/** Waits for storage that a later look may open (the program looks each minute); answers the problem that stays. */
async function storageProblemThatStays({ program, clock, isOpen }: BackgroundWork): Promise<Problem | null> {
  const begun = clock.now();
  for (;;) {
    const { storageProblem } = program.workplace();
    const waited = clock.now() - begun;
    // A clock that was set back must not keep the program for years.
    if (!storageProblem || !mayPass(storageProblem) || isOpen() || waited < 0 || waited >= STORAGE_PATIENCE) return storageProblem;
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await pause(clock, LOOK_AGAIN);
  }
}

async function concernOf(work: BackgroundWork): Promise<Concern | null> {
  const { program, calm, clock, isOpen } = work;
  const problem = await storageProblemThatStays(work);
  const { desk, links } = program.workplace();
  // Where the links can be counted and there are none, nothing waits for anybody.
  if (problem) return links?.counts(clock.now()).links === 0 ? null : { kind: 'storage', problem };
  if (!desk || !links) return null;
  const { keepAlive, obstacle, breaker } = desk;
  return runInBackground({ clock, links, keepAlive, calm, obstacle, companyProblem: () => breaker.problem() }, isOpen);
}

async function renewAndTell(work: BackgroundWork): Promise<void> {
  const { program, clock, open, isOpen } = work;
  if (program.workplace().mode !== 'real') return;
  const concern = await concernOf(work);
  const shown = concern && !isOpen() ? await notify({ ...work, onClick: open }, concern) : null;
  // Some systems take a notification away when its program ends, and a click needs somebody to hear it.
  if (shown) await linger(clock, shown);
}

async function linger(clock: Clock, shown: object): Promise<object> {
  await pause(clock, LINGER);
  return shown;
}
