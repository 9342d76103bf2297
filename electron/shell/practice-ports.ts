import path from 'node:path';
import type { LinkStore } from '../links/link.ts';
import { failure, success } from '../contract/result.ts';
import type { Problem } from '../contract/problems.ts';
import { simulatedClock, simulatedHttp, type Simulation } from '../practice/simulation.ts';
import type { Company } from './company.ts';
import type { CheckedReturnRoutes } from './return-routes.ts';
import type { KeyWrapper } from './storage/data-key.ts';
import { lockFolder } from './storage/folder-lock.ts';
import { openWorkspace, type OpenedWorkspace, type WorkspaceDependencies } from './storage/workspace.ts';
import type { WorkplaceParts } from './workplace.ts';

/** The program that catches the return link with `laptop.return_link_taken`. */
const INVENTED_PROGRAM = 'Invented Program 2';
const INVENTED_PORT = 8400;

/** What the key store of another person wraps begins with this, so that nothing of the first person opens. */
const OTHER_PERSON = 'other person ';

function simulatedWrapper(wrapper: KeyWrapper, simulation: Simulation): KeyWrapper {
  const other = (): boolean => simulation.plays('laptop.other_user');
  return {
    backend: wrapper.backend,
    isAvailable: async () => !simulation.plays('laptop.key_store_locked') && wrapper.isAvailable(),
    wrap: async (text) => wrapper.wrap(other() ? `${OTHER_PERSON}${text}` : text),
    unwrap: async (blob) => {
      if (simulation.plays('laptop.key_store_locked')) throw new Error('locked in practice');
      const unwrapped = await wrapper.unwrap(blob);
      if (!other()) return unwrapped;
      if (!unwrapped.text.startsWith(OTHER_PERSON)) throw new Error('of another person in practice');
      return { ...unwrapped, text: unwrapped.text.slice(OTHER_PERSON.length) };
    },
  };
}

function routeProblem(simulation: Simulation): Problem | null {
  if (simulation.plays('laptop.port_in_use')) return { code: 'L-82', port: INVENTED_PORT };
  if (simulation.plays('laptop.return_link_missing')) return { code: 'L-30' };
  return simulation.plays('laptop.return_link_taken') ? { code: 'L-31', reason: INVENTED_PROGRAM } : null;
}

function simulatedRoutes(routes: CheckedReturnRoutes, simulation: Simulation): CheckedReturnRoutes {
  return {
    prepare: async (redirectUri, route) => {
      const problem = routeProblem(simulation);
      // As in reality: only a busy port stops a sign-in.
      return problem?.code === 'L-82' ? failure(problem) : routes.prepare(redirectUri, route);
    },
    release: routes.release,
    check: async (redirectUri) => {
      const problem = routeProblem(simulation);
      return problem ? failure(problem) : routes.check(redirectUri);
    },
  };
}

/** How long the sign-in page is open before the invented laptop falls asleep, or the customer has forgotten it, in milliseconds. */
const A_MOMENT = 1500;

/** The ports of practice: those of reality, but for what `simulation` plays. Real work never sees them. `asleep`: the laptop falls asleep. */
export function simulatedParts(parts: WorkplaceParts, simulation: Simulation, asleep: () => void): WorkplaceParts {
  const clock = simulatedClock(parts.clock, simulation);
  return {
    ...parts,
    clock,
    http: simulatedHttp(parts.http, simulation, clock),
    wrapper: simulatedWrapper(parts.wrapper, simulation),
    routes: simulatedRoutes(parts.routes, simulation),
    isOnline: () => !simulation.plays('network.offline'),
    browser: {
      ...parts.browser,
      openSignIn: async (page) => {
        if (simulation.plays('laptop.no_browser')) return failure({ code: 'L-85', reason: 'browser' });
        const opened = await parts.browser.openSignIn(page);
        clock.after(A_MOMENT, () => {
          if (simulation.plays('laptop.sleeps')) asleep();
          simulation.opened();
          parts.changed('attempt');
        });
        return opened;
      },
    },
  };
}

function simulatedLinks(links: LinkStore, simulation: Simulation): LinkStore {
  return {
    ...links,
    // Another laptop with a copy of this link has renewed it.
    beginRenewal: (linkId, generation, at) => (simulation.plays('laptop.link_copied') ? failure({ code: 'L-68' }) : links.beginRenewal(linkId, generation, at)),
  };
}

/** Opens the folder of practice as `openWorkspace` does, in the surroundings that `simulation` plays. */
export async function openSimulatedWorkspace(folder: string, dependencies: WorkspaceDependencies, simulation: Simulation): Promise<OpenedWorkspace> {
  // The other copy of the program holds the folder as long as the fault is on.
  const other = simulation.plays('laptop.open_twice') ? lockFolder(path.join(folder, 'lock.db'), dependencies.clock) : null;
  const workspace = await openWorkspace(folder, {
    ...dependencies,
    ...(simulation.plays('laptop.synchronised_folder') && { surroundings: { platform: 'win32', environment: { OneDrive: folder } } }),
    // A program that knows no version of the data finds every one newer than itself.
    ...(simulation.plays('laptop.newer_data') && { steps: [] }),
  });
  if (other?.ok) other.value.release();
  return {
    ...workspace,
    links: workspace.links && simulatedLinks(workspace.links, simulation),
    canSave: () => (simulation.plays('laptop.disk_full') ? { code: 'L-62', reason: 'full' } : workspace.canSave()),
  };
}

/** The invented company; with `laptop.not_set_up` there is none. */
export function simulatedCompany(company: Company, simulation: Simulation): Company {
  const missing = (): boolean => simulation.plays('laptop.not_set_up');
  return { ...company, stored: () => (missing() ? success(null) : company.stored()), profile: () => (missing() ? null : company.profile()) };
}
