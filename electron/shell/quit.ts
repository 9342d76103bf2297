import type { App } from 'electron';

/** Milliseconds that work under way may take before the program ends all the same. */
const PATIENCE = 5000;

/** Lets what is under way come to its end, at most five seconds, before the program quits. Nothing new starts meanwhile. */
export function quitGently(app: Pick<App, 'on' | 'exit'>, finish: () => Promise<void>): void {
  let finishing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    const deadline = new Promise<void>((resolve) => {
      setTimeout(resolve, PATIENCE).unref();
    });
    void Promise.race([finish(), deadline]).finally(() => app.exit(0));
  });
}
