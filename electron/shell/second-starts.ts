import type { App } from 'electron';
import { BACKGROUND_SWITCH } from './background.ts';

/** Hears whoever starts the program a second time, from its first moment on. */
export interface SecondStarts {
  /** Opens the window now if somebody asked for it already, and whenever somebody does. */
  attach(open: () => void): void;
}

/**
 * Call it at the top of the program, before `ready`: a start at login shows nothing at first, and who starts the program in that second
 * would wait in vain. A start at login while the program runs has nothing to add.
 */
export function watchSecondStarts(app: Pick<App, 'on'>): SecondStarts {
  let isAskedFor = false;
  let show = (): void => {
    isAskedFor = true;
  };
  app.on('second-instance', (_event, argv) => {
    if (!argv.includes(BACKGROUND_SWITCH)) show();
  });
  return {
    attach: (open) => {
      show = open;
      if (isAskedFor) open();
    },
  };
}
