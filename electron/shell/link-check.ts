import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { CheckView } from '../contract/views.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import { askDiscovery } from './profile-test.ts';
import type { Program } from './program.ts';

type Line = CheckView['lines'][number];

const CANNOT_CHECK: ReadonlySet<Problem['code']> = new Set(['L-50']);

function line(id: Line['id'], problem: Problem | null): Line {
  if (!problem) return { id, verdict: 'ok', problem: null };
  return { id, verdict: CANNOT_CHECK.has(problem.code) ? 'cannotCheck' : 'problem', problem };
}

async function returnRoute(program: Program, profile: CompanyProfile): Promise<Problem | null> {
  const checked = await program.workplace().checkReturnRoute(profile.redirectUri);
  return checked.ok ? null : checked.problem;
}

async function signInAddress(program: Program, profile: CompanyProfile): Promise<Problem | null> {
  const outcome = await askDiscovery(program, profile);
  // In practice the invented network is known; in reality the page of the failure leads to the network doctor.
  const played = program.workplace().practice?.network() ?? null;
  if (played) return played;
  if (outcome.kind === 'failed') return outcome.problem;
  return outcome.kind === 'known' && outcome.discovery.foreignEndpoints ? { code: 'L-59' } : null;
}

/** Obstacles that make a sign-in pointless: the customer must not be called for it. */
function canStart(lines: readonly Line[]): boolean {
  return lines.every((each) => each.verdict === 'ok' || (each.id === 'returnRoute' && each.problem?.code !== 'L-82') || (each.id === 'signInAddress' && each.problem?.code !== 'L-59'));
}

/** What stands in the way of a sign-in for this site, before the customer is called (Link 1). */
export async function checkBeforeLink(program: Program, siteId: string): Promise<Result<CheckView>> {
  const { storageProblem, sites } = program.workplace();
  if (!sites?.find(siteId)) return failure(storageProblem ?? { code: 'L-81', field: 'siteId' });
  const stored = program.workplace().storedProfile();
  const profile = stored.ok ? (stored.value?.profile ?? null) : null;
  const missing: Problem | null = profile ? null : { code: 'L-67' };
  const lines: Line[] = [line('storage', storageProblem), line('credentials', stored.ok ? missing : stored.problem)];
  if (profile) {
    const [route, address] = await Promise.all([returnRoute(program, profile), signInAddress(program, profile)]);
    lines.push(line('returnRoute', route), line('signInAddress', address));
  }
  return success({ lines, canStart: canStart(lines) });
}
