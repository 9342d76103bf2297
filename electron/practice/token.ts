import { createHash } from 'node:crypto';
import { ACCESS_TOKEN_SECONDS } from './access-token.ts';
import { engineErrors, errorReply, type EngineError } from './engine-error.ts';
import type { TokenAnswer } from './faults.ts';
import { json, type Call, type Reply } from './http.ts';
import type { CodeGrant } from './ledger.ts';
import { REFRESH_TOKEN_SECONDS, type Issued } from './refresh-tokens.ts';
import { customerOf, single, type Room } from './room.ts';

type Granted = { readonly ok: true; readonly issued: Issued; readonly signedInAt: number } | { readonly ok: false; readonly error: EngineError };

const refused = (error: EngineError): Granted => ({ ok: false, error });

/** The body alone carries everything (spec 1.2): one client, one authentication, nothing in the address. */
function problemOf(room: Room, { body, query, isForm, authorization }: Call): EngineError | null {
  if (!isForm) return engineErrors.malformed('form-urlencoded body');
  if (query.size > 0) return engineErrors.malformed('body: parameters in the address are refused');
  if (authorization !== '') return engineErrors.secretNotInBody;
  const repeated = [...body.keys()].find((name) => body.getAll(name).length > 1);
  if (repeated) return engineErrors.malformed('body: a parameter is there twice');
  if (single(body, 'client_id') === null) return engineErrors.malformed('client_id');
  if (single(body, 'grant_type') === null) return engineErrors.malformed('grant_type');
  if (single(body, 'client_secret') === null) return engineErrors.secretNotInBody;
  const known = single(body, 'client_id') === room.options.clientId && single(body, 'client_secret') === room.options.clientSecret;
  return known ? null : engineErrors.unknownClient;
}

/** RFC 7636 §4.6. A verifier without a challenge is refused too: it means that the challenge got lost on the way. */
function verifierFits(grant: CodeGrant, verifier: string | null): boolean {
  if (grant.codeChallenge === null || verifier === null) return grant.codeChallenge === null && verifier === null;
  return createHash('sha256').update(verifier).digest('base64url') === grant.codeChallenge;
}

function redeemCode(room: Room, body: URLSearchParams, withRefreshToken: boolean): Granted {
  const code = single(body, 'code');
  if (code === null) return refused(engineErrors.malformed('code'));
  const grant = room.ledger.findCode(code);
  // Clients with and without redirect_uri have worked (spec 2.3); a wrong one never does.
  if (!grant || (body.has('redirect_uri') && body.get('redirect_uri') !== grant.redirectUri)) return refused(engineErrors.expiredGrant);
  if (room.options.supportsPkce && !verifierFits(grant, body.get('code_verifier'))) return refused(engineErrors.wrongVerifier);
  const issued = room.ledger.spendCode(code, withRefreshToken);
  return issued ? { ok: true, issued, signedInAt: grant.signedInAt } : refused(engineErrors.expiredGrant);
}

function refresh(room: Room, body: URLSearchParams, rotates: boolean): Granted {
  const presented = single(body, 'refresh_token');
  if (presented === null) return refused(engineErrors.malformed('refresh_token'));
  const issued = room.ledger.refresh(presented, rotates);
  return issued ? { ok: true, issued, signedInAt: room.options.clock.now() } : refused(engineErrors.expiredGrant);
}

const grants: Readonly<Record<string, (room: Room, body: URLSearchParams, issuesRefreshToken: boolean) => Granted>> = {
  authorization_code: redeemCode,
  refresh_token: refresh,
};

/** All members seen in answers of this engine (spec 2.3). */
function answerFor(room: Room, issued: Issued, signedInAt: number): TokenAnswer | null {
  const customer = customerOf(room, issued.subject);
  if (!customer) return null;
  const now = room.options.clock.now();
  const seconds = Math.floor(now / 1000);
  const mint = (): string => room.accessTokens.mint(customer, now, signedInAt);
  return {
    access_token: mint(), id_token: mint(), token_type: 'Bearer', not_before: seconds,
    expires_in: ACCESS_TOKEN_SECONDS, expires_on: seconds + ACCESS_TOKEN_SECONDS, id_token_expires_in: ACCESS_TOKEN_SECONDS,
    profile_info: Buffer.from(JSON.stringify({ ver: '1.0', sub: customer.subject, name: customer.givenName })).toString('base64url'),
    scope: 'comfort.read comfort.write',
    ...(issued.refreshToken === null ? {} : { refresh_token: issued.refreshToken, refresh_token_expires_in: REFRESH_TOKEN_SECONDS }),
  };
}

/** POST /token (RFC 6749 §3.2). */
export function token(room: Room, call: Call): Reply {
  const now = room.options.clock.now();
  const plan = room.plan().token;
  if (plan.kind === 'instead') return plan.reply(now, room.elsewhere());
  const problem = problemOf(room, call);
  if (problem) return errorReply(problem, now);
  const grant = grants[single(call.body, 'grant_type') ?? ''];
  if (!grant) return errorReply(engineErrors.unsupportedGrant, now);
  const granted = grant(room, call.body, plan.issuesRefreshToken);
  const answer = granted.ok ? answerFor(room, granted.issued, granted.signedInAt) : null;
  if (!granted.ok || !answer) return errorReply(granted.ok ? engineErrors.expiredGrant : granted.error, now);
  return { ...json(200, plan.alter(answer)), delivery: plan.delivery };
}
