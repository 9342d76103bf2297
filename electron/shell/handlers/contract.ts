import type { Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { SiteView } from '../../contract/views.ts';
import { endContract, noteHandover, reopenContract, type ContractParts } from '../../handover/end-contract.ts';
import type { Site } from '../../sites/site.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';
import { forgetSite } from '../recent.ts';
import { viewOfSite } from './sites.ts';

type ContractCalls = 'handover.done' | 'contract.end' | 'contract.reopen' | 'contract.guestRemoved' | 'sites.erase';

/** Why nothing of the site may end now: it is being linked, and what comes of that would come to nothing. */
function whyNotNow(program: Program, siteId: string): Problem | null {
  const attempt = program.workplace().desk?.signIn.view() ?? { step: 'idle' as const };
  if (attempt.step === 'idle' || attempt.step === 'stored' || attempt.step === 'ended') return null;
  return attempt.siteId === siteId ? { code: 'L-83' } : null;
}

function change(program: Program, siteId: string, action: (parts: ContractParts) => Result<Site>): Result<SiteView> {
  const { sites, links, desk, storageProblem } = program.workplace();
  if (!sites) return failure(storageProblem ?? { code: 'L-63' });
  const isLinked = (links?.findBySite(siteId) ?? null) !== null;
  const changed = action({ sites, links: desk?.surroundings ?? null, problem: storageProblem, isLinked, now: program.clock.now(), who: program.preferences.get('personName') });
  program.changed('sites');
  return changed.ok ? viewOfSite(program, siteId) : changed;
}

function end(program: Program, siteId: string): Result<SiteView> {
  const busy = whyNotNow(program, siteId);
  return busy ? failure(busy) : change(program, siteId, (parts) => endContract(parts, siteId));
}

/** The link goes with everything else, so it is not ended first: nothing could be told of it afterwards. */
function erase(program: Program, siteId: string): Result<null> {
  const { sites, desk, storageProblem } = program.workplace();
  if (!sites) return failure(storageProblem ?? { code: 'L-63' });
  const busy = whyNotNow(program, siteId);
  if (busy) return failure(busy);
  const erased = sites.erase(siteId);
  if (!erased.ok) return erased;
  // The folder a person chose for this customer's papers may be called after the customer.
  program.preferences.set('paperFolder', null);
  // So may what the menu bar remembers.
  forgetSite(program, siteId);
  desk?.poke();
  for (const topic of ['sites', 'renewals'] as const) program.changed(topic);
  return success(null);
}

/** Handlers of `handover.*`, `contract.*` and `sites.erase`. */
export function contractHandlers(program: Program): Pick<Handlers, ContractCalls> {
  return {
    'handover.done': ({ siteId, done }) => change(program, siteId, (parts) => noteHandover(parts, siteId, done)),
    'contract.end': ({ siteId }) => end(program, siteId),
    'contract.reopen': ({ siteId }) => change(program, siteId, (parts) => reopenContract(parts, siteId)),
    'contract.guestRemoved': ({ siteId, removed }) => change(program, siteId, ({ sites, now }) => sites.note(siteId, { guestRemovedAt: removed ? now : null })),
    'sites.erase': ({ siteId }) => erase(program, siteId),
  };
}
