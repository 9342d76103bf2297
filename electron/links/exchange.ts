import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import { accountIdentity } from '../homes/account.ts';
import type { HomesOutcome } from '../homes/home.ts';
import { readHomes } from '../homes/read-homes.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Discovery } from '../oauth/discovery.ts';
import { authorizationCodeRequest, readTokenAnswer, type CodeGrant } from '../oauth/token.ts';
import type { TokenSet } from '../oauth/token-types.ts';
import type { Received } from './attempt.ts';
import type { Surroundings } from './surroundings.ts';

/** What an attempt holds outside its state: who the company was when it began. */
export interface Company {
  readonly profile: CompanyProfile;
  readonly discovery: Discovery | null;
}

type Wires = Pick<Surroundings, 'http' | 'clock'>;

/** Spends the code with one POST. It is never sent a second time, whatever came back: fails with L-20 when the code was too old, else with the problem of the answer. */
export async function spendCode(wires: Wires, { profile, discovery }: Company, grant: CodeGrant): Promise<Result<TokenSet>> {
  const outcome = await wires.http.send(authorizationCodeRequest(profile, discovery, grant));
  const answer = readTokenAnswer(outcome, { grant: 'code', presented: null, now: wires.clock.now() });
  return answer.kind === 'tokens' ? success(answer.tokens) : failure(answer.problem);
}

const emptyAccount: Problem = { code: 'L-26' };

function seen(outcome: HomesOutcome): Pick<Received, 'homes' | 'problem'> {
  switch (outcome.kind) {
    case 'homes':
      return { homes: outcome.homes, problem: outcome.homes.length === 0 ? emptyAccount : null };
    case 'noKey':
      return { homes: null, problem: null };
    case 'unauthorized':
      return { homes: null, problem: { ...outcome.problem, code: 'L-46' } };
    case 'problem':
      return { homes: null, problem: outcome.problem };
  }
}

/** What is shown before "yes, our home": account and homes, or why homes could not be read. Linked but empty is normal (spec 2.5). */
export async function lookAround(wires: Wires, { profile }: Company, tokens: TokenSet): Promise<Omit<Received, 'tokens' | 'doubt'>> {
  const outcome = await readHomes(wires.http, profile, tokens.accessToken);
  return { account: accountIdentity(tokens), readAt: wires.clock.now(), ...seen(outcome) };
}
