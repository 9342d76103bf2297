import type { ReturnRoute } from '../contract/views.ts';
import type { CompanyProfile } from './company-profile.ts';
import type { Discovery } from './discovery.ts';
import { authorizationEndpoint } from './endpoints.ts';
import { formEncode } from './form.ts';
import type { Parameters } from './form.ts';
import { codeChallenge, unguessable } from './pkce.ts';
import type { Random } from './ports.ts';
import { classifyRedirectUri } from './redirect-uri.ts';
import { Secret } from './secret.ts';

/** One authorization request (RFC 6749 §4.1.1) and what must be remembered until its answer comes. The address holds `state`, so it is a secret too. */
export interface AuthorizationRequest {
  /** 256 bits, base64url. */
  readonly state: Secret;
  /** Null: PKCE is off for this request. */
  readonly codeVerifier: Secret | null;
  /** The address to open in the browser. */
  readonly url: Secret;
  readonly redirectUri: string;
  readonly route: ReturnRoute;
}

/** Makes a new authorization request (spec 1.1) with a fresh `state` and, where it is on, a fresh PKCE verifier. */
export function newAuthorization(random: Random, profile: CompanyProfile, discovery: Discovery | null): AuthorizationRequest {
  const state = unguessable(random);
  const codeVerifier = isPkceOn(profile, discovery) ? unguessable(random) : null;
  const parameters = [...documentedParameters(profile, state), ...switchedParameters(profile, discovery, codeVerifier)];
  const { redirectUri } = profile;
  return { state, codeVerifier, url: withQuery(profile, discovery, parameters), redirectUri, route: routeOf(redirectUri) };
}

/** `auto` is on unless discovery lists methods without S256; `plain` is never used (RFC 7636 §7.2). */
export function isPkceOn(profile: CompanyProfile, discovery: Discovery | null): boolean {
  if (profile.pkce !== 'auto') return profile.pkce === 'on';
  return discovery?.codeChallengeMethods?.includes('S256') ?? true;
}

function documentedParameters(profile: CompanyProfile, state: Secret): Parameters {
  return [
    ['client_id', profile.clientId],
    ['redirect_uri', profile.redirectUri],
    ['response_type', 'code'],
    ['state', state.reveal()],
  ];
}

function switchedParameters(profile: CompanyProfile, discovery: Discovery | null, codeVerifier: Secret | null): Parameters {
  const pkce: Parameters = codeVerifier ? [['code_challenge', codeChallenge(codeVerifier)], ['code_challenge_method', 'S256']] : [];
  const prompt: Parameters = isPromptOn(profile, discovery) ? [['prompt', 'login']] : [];
  return [...pkce, ...prompt];
}

/** `auto` is on only where the server says that it knows `prompt=login` (spec 2.2: unknown on Legrand's host). */
function isPromptOn(profile: CompanyProfile, discovery: Discovery | null): boolean {
  if (profile.prompt !== 'auto') return profile.prompt === 'on';
  return discovery?.promptValues?.includes('login') ?? false;
}

/** RFC 6749 §3.1: a query the endpoint already has stays, unless it names one of our parameters, which must be there once. */
function withQuery(profile: CompanyProfile, discovery: Discovery | null, parameters: Parameters): Secret {
  const discovered = authorizationEndpoint(profile, discovery);
  const names = new URL(discovered).searchParams;
  const endpoint = parameters.some(([name]) => names.has(name)) ? authorizationEndpoint(profile, null) : discovered;
  return new Secret(`${endpoint}${endpoint.includes('?') ? '&' : '?'}${formEncode(parameters)}`);
}

/** A checked profile always has a route; an unchecked one could still be answered by pasting, as with a private-use scheme. */
function routeOf(redirectUri: string): ReturnRoute {
  const target = classifyRedirectUri(redirectUri);
  return target.ok ? target.value.route : 'scheme';
}
