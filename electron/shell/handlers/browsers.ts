import { success } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** Handlers of `browsers.*`. */
export function browserHandlers({ browser, preferences, changed }: Program): Pick<Handlers, 'browsers.list' | 'browsers.choose'> {
  return {
    'browsers.list': async () => success(await browser.view()),
    'browsers.choose': async ({ browser: chosen }) => {
      const kept = preferences.set('signInBrowser', chosen);
      if (!kept.ok) return kept;
      changed('app');
      return success(await browser.view());
    },
  };
}
