import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** Handlers of `about.*`. */
export function aboutHandlers({ about }: Program): Pick<Handlers, 'about.view'> {
  return { 'about.view': () => about.view() };
}
