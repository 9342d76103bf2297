import type { Problem } from '../contract/problems.ts';
import { problemFromHttpFailure, problemFromOAuthError, problemFromStatus } from './errors.ts';
import { asObject, parseJson, textMember } from './json.ts';
import type { JsonObject } from './json.ts';
import type { HttpOutcome } from './ports.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { Secret } from './secret.ts';
import { accessTokenExpiresAt } from './token-lifetime.ts';
import { findRefreshToken } from './token-rescue.ts';
import type { TokenOutcome } from './token-types.ts';

/** What was asked. `presented`: the refresh token that was sent, null for a code. `now`: when the answer came, in milliseconds since 1970-01-01 UTC. */
export interface TokenContext {
  readonly grant: 'code' | 'refresh';
  readonly presented: Secret | null;
  readonly now: number;
}

type Answer = Extract<HttpOutcome, { readonly kind: 'answer' }>;

/** Error words that put the company's own credentials under suspicion, never the customer's link (architecture.md, refresh). */
const companyWords = new Set(['invalid_client', 'unauthorized_client']);

/**
 * Reads what came back from the token endpoint (spec 1.2, 1.3, 2.3; RFC 6749 §5). Total. Save first, judge later: a new
 * refresh token anywhere in the answer comes out, whatever else is wrong with it.
 */
export function readTokenAnswer(outcome: HttpOutcome, context: TokenContext): TokenOutcome {
  if (outcome.kind === 'nothingSent') return { kind: 'nothingSent', problem: problemFromHttpFailure(outcome.failure) };
  if (outcome.kind === 'unknown') return { kind: 'uncertain', problem: problemFromHttpFailure(outcome.failure) };
  const json = parseJson(outcome.body);
  const object = asObject(json);
  const error = object && textMember(object, 'error');
  const found = findRefreshToken(outcome.body, json);
  if (isSuccess(outcome) && !error) return readSuccess(outcome, object, found, context);
  if (isNews(found, context.presented)) return unusable(outcome, found, answerProblem('errorWithToken', outcome));
  return readRefusal(outcome, object, error, context);
}

function isSuccess(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** An error page may echo what we sent; that is not a new token. */
function isNews(found: string | null, presented: Secret | null): found is string {
  return found !== null && found !== presented?.reveal();
}

function readSuccess(answer: Answer, object: JsonObject | null, found: string | null, context: TokenContext): TokenOutcome {
  const accessToken = object && textMember(object, 'access_token');
  if (!object || accessToken === null) return unusable(answer, found, answerProblem(object ? 'accessToken' : 'notJson', answer));
  if (!isBearer(object['token_type'])) return unusable(answer, found, answerProblem('tokenType', answer));
  const refreshToken = found === null ? context.presented : new Secret(found);
  if (refreshToken === null) return unusable(answer, null, answerProblem('refreshToken', answer));
  const idToken = textMember(object, 'id_token');
  return {
    kind: 'tokens',
    tokens: {
      accessToken: new Secret(accessToken),
      refreshToken,
      accessTokenExpiresAt: accessTokenExpiresAt(object, context.now),
      idToken: idToken === null ? null : new Secret(idToken),
    },
  };
}

/** RFC 6749 §5.1: case does not matter. A missing type means bearer here; a token of another kind must not be used (§7.1). */
function isBearer(tokenType: unknown): boolean {
  if (tokenType === undefined || tokenType === null || tokenType === '') return true;
  return typeof tokenType === 'string' && tokenType.trim().toLowerCase() === 'bearer';
}

function readRefusal(answer: Answer, object: JsonObject | null, error: string | null, context: TokenContext): TokenOutcome {
  const problem = refusalProblem(answer, object, error, context);
  if (answer.status === 429 || answer.status === 503) return backOff(problem, answer, context);
  if (error === null || answer.status >= 500) return { kind: 'uncertain', problem };
  if (problem.code === 'L-16' || companyWords.has(error)) return { kind: 'companyRefused', problem };
  if (error === 'temporarily_unavailable') return backOff(problem, answer, context);
  // RFC 6749 knows no server_error at the token endpoint: what became of the token is as unclear as with a 500.
  if (error === 'server_error') return { kind: 'uncertain', problem };
  return { kind: error === 'invalid_grant' ? 'invalidGrant' : 'refused', problem };
}

function refusalProblem(answer: Answer, object: JsonObject | null, error: string | null, context: TokenContext): Problem {
  if (!object || error === null) return problemFromStatus(answer.status);
  return problemFromOAuthError(context.grant === 'code' ? 'token' : 'refresh', error, textMember(object, 'error_description'), answer.status);
}

function backOff(problem: Problem, answer: Answer, context: TokenContext): TokenOutcome {
  const pause = retryAfterSeconds(answer.headers, context.now);
  return { kind: 'backOff', problem: pause === null ? problem : { ...problem, retryAfterSeconds: pause }, retryAfterSeconds: pause };
}

function unusable(answer: Answer, found: string | null, problem: Problem): TokenOutcome {
  return { kind: 'unusable', refreshToken: found === null ? null : new Secret(found), raw: new Secret(answer.body), problem };
}

/** `reason`: which part of the answer cannot be used. */
function answerProblem(reason: 'notJson' | 'accessToken' | 'refreshToken' | 'tokenType' | 'errorWithToken', answer: Answer): Problem {
  return { code: 'L-45', reason, httpStatus: answer.status };
}
