import type { Problem } from '../contract/problems.ts';
import type { CompanyProfile } from './company-profile.ts';
import { isOnAuthority } from './endpoints.ts';
import { problemFromHttpFailure, problemFromStatus } from './errors.ts';
import { percentEncode } from './form.ts';
import { asObject, parseJson, textMember } from './json.ts';
import type { JsonObject } from './json.ts';
import type { HttpOutcome, HttpRequest } from './ports.ts';

/** What the server says of itself (OpenID Connect Discovery 1.0 §3). Null: not said, or dropped. Endpoints are on the configured authority. */
export interface Discovery {
  /** May be on another host (spec 2.4); only compared with a returned `iss`. */
  readonly issuer: string | null;
  readonly authorizationEndpoint: string | null;
  readonly tokenEndpoint: string | null;
  readonly endSessionEndpoint: string | null;
  readonly codeChallengeMethods: readonly string[] | null;
  readonly promptValues: readonly string[] | null;
  /** The document named an endpoint on another scheme, host or port: dropped, never followed, to be shown as L-59. */
  readonly foreignEndpoints: boolean;
}

/** `silent`: the server is there but has no such document, which is fine: discovery is optional (spec 2.4). */
export type DiscoveryOutcome =
  | { readonly kind: 'known'; readonly discovery: Discovery }
  | { readonly kind: 'silent' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** `GET <authority>/<client_id>/.well-known/openid-configuration` (spec part 1). Holds no secret. */
export function discoveryRequest(profile: CompanyProfile): HttpRequest {
  return {
    method: 'GET',
    url: `${profile.authorizationServer}/${percentEncode(profile.clientId)}/.well-known/openid-configuration`,
    headers: { accept: 'application/json' },
    body: null,
    kind: 'read',
  };
}

/** Reads the document, total. Network trouble, 429, 407 and 5xx are problems; any other answer that is no document is silence. */
export function readDiscovery(outcome: HttpOutcome, profile: CompanyProfile): DiscoveryOutcome {
  if (outcome.kind !== 'answer') return { kind: 'failed', problem: problemFromHttpFailure(outcome.failure) };
  if (outcome.status >= 500 || outcome.status === 429 || outcome.status === 407) return { kind: 'failed', problem: problemFromStatus(outcome.status) };
  const document = outcome.status === 200 ? asObject(parseJson(outcome.body)) : null;
  return document && isDiscovery(document) ? { kind: 'known', discovery: discoveryOf(document, profile) } : { kind: 'silent' };
}

/** A captive portal or gateway may answer 200 with JSON of its own. */
function isDiscovery(document: JsonObject): boolean {
  return ['issuer', 'authorization_endpoint', 'token_endpoint'].some((name) => textMember(document, name) !== null);
}

function discoveryOf(document: JsonObject, profile: CompanyProfile): Discovery {
  const named = ['authorization_endpoint', 'token_endpoint', 'end_session_endpoint'].map((name) => textMember(document, name));
  const [authorizationEndpoint = null, tokenEndpoint = null, endSessionEndpoint = null] = named.map((endpoint) => ownEndpoint(endpoint, profile));
  return {
    issuer: textMember(document, 'issuer'),
    authorizationEndpoint,
    tokenEndpoint,
    endSessionEndpoint,
    codeChallengeMethods: textList(document['code_challenge_methods_supported']),
    promptValues: textList(document['prompt_values_supported']),
    foreignEndpoints: named.some((endpoint) => endpoint !== null && ownEndpoint(endpoint, profile) === null),
  };
}

function ownEndpoint(endpoint: string | null, profile: CompanyProfile): string | null {
  return endpoint !== null && isOnAuthority(endpoint, profile.authorizationServer) ? endpoint : null;
}

function textList(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : null;
}
