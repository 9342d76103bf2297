import type { RecentSite } from '../contract/recent.ts';
import { failure, type Result } from '../contract/result.ts';
import { recentFrom, withOpened } from '../sites/recent.ts';
import type { Program } from './program.ts';

type Opened = Pick<Program, 'preferences' | 'mode' | 'workplace'>;

const idsOf = ({ preferences, mode }: Opened): readonly string[] => preferences.get('recentSites')[mode()] ?? [];

/** Only ids are kept, so that no customer's name lies outside the book. */
function keep(program: Opened, ids: readonly string[]): Result<null> {
  const { preferences, mode } = program;
  return preferences.set('recentSites', { ...preferences.get('recentSites'), [mode()]: [...ids] });
}

/** The sites of the open mode that were opened last, newest first; none while the book is closed. */
export function recentSites(program: Opened): readonly RecentSite[] {
  return recentFrom(idsOf(program), program.workplace().sites);
}

/** A site was opened. L-81 for one that the book does not know, L-62. */
export function noteOpened(program: Opened, siteId: string): Result<null> {
  return program.workplace().sites?.find(siteId) ? keep(program, withOpened(idsOf(program), siteId)) : failure({ code: 'L-81', field: 'siteId' });
}

/** Forgets all of the open mode. L-62. */
export const forgetRecent = (program: Opened): Result<null> => keep(program, []);

/** A site is gone: its id goes too. L-62; the lists leave it out all the same. */
export const forgetSite = (program: Opened, siteId: string): Result<null> => keep(program, idsOf(program).filter((id) => id !== siteId));

/**
 * Lets the menu bar follow: with every change of the settings, and where a hint may mean that a site in it is gone, has another name, or belongs to the
 * other mode. A menu that is open closes when the bar is made anew, so this is done only when its lines are others.
 */
export function menuThatFollows(dress: (recent: readonly RecentSite[]) => void, hint: Program['changed'], program: () => Opened): Pick<Program, 'changed' | 'settingsChanged'> {
  let shown = '[]';
  const settingsChanged = (): void => {
    const recent = recentSites(program());
    shown = JSON.stringify(recent);
    dress(recent);
  };
  return {
    settingsChanged,
    changed: (topic) => {
      hint(topic);
      if ((topic === 'sites' || topic === 'app') && JSON.stringify(recentSites(program())) !== shown) settingsChanged();
    },
  };
}
