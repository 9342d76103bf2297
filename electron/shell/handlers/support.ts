import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** Handlers of `support.*`. */
export function supportHandlers({ support }: Program): Pick<Handlers, 'support.preview' | 'support.save'> {
  return { 'support.preview': async () => support.preview(), 'support.save': async () => support.save() };
}
