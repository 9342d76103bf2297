import type { App, BrowserWindow, Event, PowerMonitor } from 'electron';
import type { Calm } from '../links/calm.ts';
import type { Log } from './log.ts';
import type { Program } from './program.ts';

/** What the system tells about sleeping, waking, unlocking and ending. */
export interface PowerParts {
  readonly app: Pick<App, 'quit'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly calm: Calm;
  readonly program: Program;
  readonly log: Log;
}

/**
 * Before the laptop sleeps nothing new is sent; after it woke the network gets time to become stable, and everything is looked at again.
 * A key store that was locked is asked again as soon as somebody is there.
 */
export function watchPower({ app, powerMonitor, calm, program, log }: PowerParts): void {
  // Where it fails unexpectedly, the next wake or the next minute looks again (program.ts).
  const lookAgain = (): void => void program.retryStorage().catch(() => undefined);
  powerMonitor.on('suspend', () => {
    calm.suspend();
    log.write('power.suspend');
    program.workplace().desk?.signIn.interrupted();
  });
  powerMonitor.on('resume', () => {
    calm.awake();
    log.write('power.resume');
    lookAgain();
    program.workplace().desk?.poke();
  });
  powerMonitor.on('unlock-screen', lookAgain);
  // macOS and Linux; Windows tells the window instead. Electron types no event here, and passes one all the same.
  powerMonitor.on('shutdown', (event?: Pick<Event, 'preventDefault'>) => {
    // The system waits for a program that asks it to, until it quits: what is under way gets its five seconds (quit.ts).
    event?.preventDefault();
    calm.end();
    app.quit();
  });
}

/** Windows ends the session: nothing new is sent from now on. What is under way ends as far as Windows lets it; the attempt row on disk says the rest. */
export function watchSessionEnd(window: Pick<BrowserWindow, 'on'>, calm: Calm, app: Pick<App, 'quit'>): void {
  window.on('session-end', () => {
    calm.end();
    app.quit();
  });
}
