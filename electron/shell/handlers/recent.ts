import { success, type Result } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';
import { forgetRecent, noteOpened, recentSites } from '../recent.ts';

function followed(program: Program, kept: Result<null>): Result<null> {
  if (kept.ok) program.settingsChanged();
  return kept;
}

/** Handlers of `recent.*`. */
export function recentHandlers(program: Program): Pick<Handlers, 'recent.list' | 'recent.opened' | 'recent.forget'> {
  return {
    'recent.list': () => success([...recentSites(program)]),
    'recent.opened': ({ siteId }) => followed(program, noteOpened(program, siteId)),
    'recent.forget': () => followed(program, forgetRecent(program)),
  };
}
