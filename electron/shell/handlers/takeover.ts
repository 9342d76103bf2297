import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** Handlers of `takeover.*`. */
export function takeoverHandlers({ takeover }: Program): Pick<Handlers, 'takeover.give' | 'takeover.look' | 'takeover.receive' | 'takeover.lookReceived' | 'takeover.take'> {
  return {
    'takeover.give': async ({ siteId }) => takeover.give(siteId),
    'takeover.look': async () => takeover.look(),
    'takeover.receive': ({ bytes, isFirst }) => takeover.receive(bytes, isFirst),
    'takeover.lookReceived': async () => takeover.lookReceived(),
    'takeover.take': async () => takeover.take(),
  };
}
