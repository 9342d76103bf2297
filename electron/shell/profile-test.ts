import { failure, success, type Result } from '../contract/result.ts';
import type { ProfileTest } from '../contract/views.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import { discoveryRequest, readDiscovery, type DiscoveryOutcome } from '../oauth/discovery.ts';
import type { HttpPort } from '../oauth/ports.ts';
import type { Program } from './program.ts';
import type { Workplace } from './workplace.ts';

/** Asks the authorization server, over `http`, what it says of itself and keeps the answer for the sign-ins to come (spec 2.4). */
export async function askDiscovery(workplace: Workplace, profile: CompanyProfile, http: HttpPort = workplace.http): Promise<DiscoveryOutcome> {
  const outcome = readDiscovery(await http.send(discoveryRequest(profile)), profile);
  workplace.keepDiscovery(outcome.kind === 'known' ? outcome.discovery : null);
  return outcome;
}

function verdictOf(outcome: DiscoveryOutcome, at: number): ProfileTest {
  if (outcome.kind === 'failed') return { at, verdict: 'failed', problem: outcome.problem, pkce: null, signOut: null };
  if (outcome.kind === 'silent') return { at, verdict: 'silent', problem: null, pkce: null, signOut: null };
  const { codeChallengeMethods, endSessionEndpoint, foreignEndpoints } = outcome.discovery;
  return {
    at,
    verdict: foreignEndpoints ? 'failed' : 'answered',
    problem: foreignEndpoints ? { code: 'L-59' } : null,
    pkce: codeChallengeMethods?.includes('S256') ?? null,
    signOut: endSessionEndpoint !== null,
  };
}

/** Tests the company's credentials as far as that is possible without a customer: what does discovery answer for this client id? */
export async function testProfile(program: Program): Promise<Result<ProfileTest>> {
  const workplace = program.workplace();
  const profile = workplace.profile();
  if (!profile) return failure({ code: 'L-67' });
  const test = verdictOf(await askDiscovery(workplace, profile), program.clock.now());
  const kept = workplace.keepTest(test);
  if (!kept.ok) return kept;
  program.changed('profile');
  return success(test);
}
