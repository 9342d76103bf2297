import { success } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** Handlers of `data.*`. */
export function dataHandlers({ data }: Program): Pick<Handlers, 'data.view' | 'data.move' | 'data.show'> {
  return { 'data.view': () => success(data.view()), 'data.move': async ({ to }) => data.move(to), 'data.show': async ({ what }) => data.show(what) };
}
