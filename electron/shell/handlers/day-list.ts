import { success } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';
import { withSites } from './sites.ts';

/** Handlers of day lists. */
export function dayListHandlers(program: Program): Pick<Handlers, 'sites.similar' | 'sites.import'> {
  return {
    'sites.similar': ({ lines }) => withSites(program, (store) => success([...store.similar(lines)])),
    'sites.import': (day) =>
      withSites(program, (store) => {
        const taken = store.importDay(day, program.clock.now(), program.preferences.get('personName'));
        if (taken.ok) program.changed('sites');
        return taken;
      }),
  };
}
