import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** Handlers of `customer.*`. */
export function customerHandlers({ customerFile }: Program): Pick<Handlers, 'customer.save'> {
  return { 'customer.save': async ({ siteId, text }) => customerFile.save(siteId, text) };
}
