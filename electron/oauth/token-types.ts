import type { Problem } from '../contract/problems.ts';
import type { Secret } from './secret.ts';

/** The tokens of one successful answer (RFC 6749 §5.1). */
export interface TokenSet {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly accessTokenExpiresAt: number;
  /** Only for showing whose account it is; never checked, never trusted. */
  readonly idToken: Secret | null;
}

/**
 * What an answer of the token endpoint means.
 * - `tokens`: all there. For a refresh answer without a refresh token, `tokens.refreshToken` is the one presented.
 * - `unusable`: a 200 that cannot be used as a whole. `refreshToken` is set when one could still be found in it: save it first.
 * - `invalidGrant`: RFC 6749 §5.2, and the company's secret is not the suspect.
 * - `companyRefused`: `invalid_client`, `unauthorized_client` or AADB2C90085: our own credentials are the suspect.
 * - `refused`: any other JSON error of §5.2.
 * - `backOff`: 429 or 503.
 * - `nothingSent`: the server never saw the request.
 * - `uncertain`: reset, timeout, 5xx, not JSON, cut: it may have been acted upon.
 */
export type TokenOutcome =
  | { readonly kind: 'tokens'; readonly tokens: TokenSet }
  | { readonly kind: 'unusable'; readonly refreshToken: Secret | null; readonly raw: Secret; readonly problem: Problem }
  | { readonly kind: 'invalidGrant' | 'companyRefused' | 'refused' | 'nothingSent' | 'uncertain'; readonly problem: Problem }
  | { readonly kind: 'backOff'; readonly problem: Problem; readonly retryAfterSeconds: number | null };
