import type { CompanyProfile } from './company-profile.ts';
import type { Discovery } from './discovery.ts';
import { tokenEndpoint } from './endpoints.ts';
import { formEncode } from './form.ts';
import type { Parameters } from './form.ts';
import type { HttpRequest } from './ports.ts';
import type { Secret } from './secret.ts';

/** What the browser's return is exchanged for tokens with. */
export interface CodeGrant {
  readonly code: Secret;
  /** Null: PKCE was off for this sign-in. */
  readonly codeVerifier: Secret | null;
}

/**
 * Exchanges a code (spec 1.2, RFC 6749 §4.1.3). `redirect_uri` is sent unless the profile switches it off: clients with
 * and without it have worked, the RFC wants it (spec 2.3). A code is never sent twice.
 */
export function authorizationCodeRequest(profile: CompanyProfile, discovery: Discovery | null, grant: CodeGrant): HttpRequest {
  const redirectUri: Parameters = profile.tokenRedirectUri === 'off' ? [] : [['redirect_uri', profile.redirectUri]];
  const verifier: Parameters = grant.codeVerifier ? [['code_verifier', grant.codeVerifier.reveal()]] : [];
  return tokenRequest(profile, discovery, [['grant_type', 'authorization_code'], ['code', grant.code.reveal()], ...redirectUri, ...verifier]);
}

/** Presents the newest refresh token (spec 1.2, RFC 6749 §6). */
export function refreshRequest(profile: CompanyProfile, discovery: Discovery | null, refreshToken: Secret): HttpRequest {
  return tokenRequest(profile, discovery, [['grant_type', 'refresh_token'], ['refresh_token', refreshToken.reveal()]]);
}

/** The client authenticates in the body and nowhere else (RFC 6749 §2.3.1: one method per request; spec 1.2). */
function tokenRequest(profile: CompanyProfile, discovery: Discovery | null, grant: Parameters): HttpRequest {
  const client: Parameters = [['client_id', profile.clientId], ['client_secret', profile.clientSecret.reveal()]];
  return {
    method: 'POST',
    url: tokenEndpoint(profile, discovery),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: formEncode([...client, ...grant]),
    kind: 'token',
  };
}

export { readTokenAnswer } from './token-answer.ts';
export type { TokenContext } from './token-answer.ts';
