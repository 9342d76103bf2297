import { success } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

type UpdateCalls = 'updates.view' | 'updates.check' | 'updates.download' | 'updates.install' | 'updates.later';

/** Handlers of `updates.*`. */
export function updateHandlers({ updates }: Program): Pick<Handlers, UpdateCalls> {
  return {
    'updates.view': () => success(updates.page()),
    'updates.check': async () => updates.check(),
    'updates.download': () => updates.download(),
    'updates.install': async ({ when }) => updates.install(when),
    'updates.later': () => success(updates.later()),
  };
}
