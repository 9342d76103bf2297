import type { PracticeFault } from '../contract/practice-faults.ts';
import type { PracticeView } from '../contract/practice.ts';
import type { Problem } from '../contract/problems.ts';
import type { PracticeAuthority } from '../practice/authority.ts';
import type { Simulation } from '../practice/simulation.ts';
import { changePracticeFolder, needsOpening } from './practice-folder.ts';

/** What can be done in practice and nowhere else. */
export interface PracticeControls {
  view(): PracticeView;
  /** What is wrong with the invented network (L-50 … L-58), for whoever looks at it; null: nothing. */
  network(): Problem | null;
  enterProxyPassword(): void;
  /**
   * Switches a fault on, or all of them off with `none`. `reopen`: the workplace must be closed, the returned action done to its
   * folder, and be opened again; null: the fault is on already.
   */
  setFault(fault: PracticeFault, now: number): { readonly reopen: () => void } | null;
}

/** The controls of a running practice in `folder`. */
export function practiceControls(authority: PracticeAuthority, simulation: Simulation, folder: string): PracticeControls {
  return {
    view: () => {
      const customers = authority.customers().map(({ email, password, homes }) => ({ email, password, homes: homes.length }));
      const first = customers[0] ?? { email: '', password: '' };
      return { fault: simulation.fault(), customerEmail: first.email, customerPassword: first.password, customers };
    },
    network: () => simulation.network(),
    enterProxyPassword: () => simulation.enterProxyPassword(),
    setFault: (fault, now) => {
      const before = simulation.fault();
      simulation.setFault(fault);
      authority.setFault(simulation.atAuthority());
      return needsOpening(before, fault) ? { reopen: () => changePracticeFolder(folder, fault, now) } : null;
    },
  };
}
