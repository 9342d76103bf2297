import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { CheckView } from '../contract/views.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { HttpPort } from '../oauth/ports.ts';
import { judgeClock } from '../readiness/clock-check.ts';
import { askDiscovery } from './profile-test.ts';
import type { Program } from './program.ts';
import { watchClock } from './readiness/clock-watch.ts';

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

async function signInAddress(program: Program, profile: CompanyProfile, http: HttpPort): Promise<Problem | null> {
  const outcome = await askDiscovery(program.workplace(), profile, http);
  // In practice the invented network is known; in reality the page of the failure leads to the network doctor.
  const played = program.workplace().practice?.network() ?? null;
  if (played) return played;
  if (outcome.kind === 'failed') return outcome.problem;
  return outcome.kind === 'known' && outcome.discovery.foreignEndpoints ? { code: 'L-59' } : null;
}

/** The page's answer tells the time as well; without an answer there is no line. */
async function overNetwork(program: Program, profile: CompanyProfile): Promise<readonly Line[]> {
  const watch = watchClock(program.workplace().http, program.clock);
  const address = await signInAddress(program, profile, watch.http);
  const reading = watch.reading();
  return [line('signInAddress', address), ...(reading ? [line('clock', judgeClock(reading, new Intl.DateTimeFormat().resolvedOptions().timeZone))] : [])];
}

/** What needs no network and takes no time. */
function atOnce(program: Program): readonly Line[] {
  const { battery, disk } = program.ready.readiness.quickProblems();
  return [line('battery', battery), line('disk', disk)];
}

/** They make a sign-in risky, not impossible: the person decides. */
const WARNINGS: ReadonlySet<Line['id']> = new Set<Line['id']>(['clock', 'battery', 'disk']);

/** Obstacles that make a sign-in pointless: the customer must not be called for it. */
function canStart(lines: readonly Line[]): boolean {
  return lines.every((each) => each.verdict === 'ok' || WARNINGS.has(each.id) || (each.id === 'returnRoute' && each.problem?.code !== 'L-82') || (each.id === 'signInAddress' && each.problem?.code !== 'L-59'));
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
    const [route, network] = await Promise.all([returnRoute(program, profile), overNetwork(program, profile)]);
    lines.push(line('returnRoute', route), ...network);
  }
  lines.push(...atOnce(program));
  return success({ lines, canStart: canStart(lines) });
}
