import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** Handlers of `takeover.*`. */
export function takeoverHandlers({ takeover }: Program): Pick<Handlers, 'takeover.give' | 'takeover.look' | 'takeover.take'> {
  return { 'takeover.give': async ({ siteId }) => takeover.give(siteId), 'takeover.look': async () => takeover.look(), 'takeover.take': async () => takeover.take() };
}
