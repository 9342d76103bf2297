import type { CompanyProfile } from './company-profile.ts';
import type { Discovery } from './discovery.ts';

/** Parses an address; null instead of an exception. */
export function parseAddress(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address is on this computer: practice and tests; it is reached without any network. */
export function isLoopback(address: string): boolean {
  return LOOPBACK_HOSTS.includes(parseAddress(address)?.hostname ?? '');
}

/**
 * True when `endpoint` is on exactly the authority's scheme, host and port, without user information and fragment.
 * Anything else must never see the secret (spec 2.4).
 */
export function isOnAuthority(endpoint: string, authorizationServer: string): boolean {
  const address = parseAddress(endpoint);
  const authority = parseAddress(authorizationServer);
  if (!address || !authority) return false;
  return address.origin === authority.origin && !hasForbiddenParts(address, endpoint);
}

function hasForbiddenParts(address: URL, text: string): boolean {
  return address.username !== '' || address.password !== '' || text.includes('#') || /[\s\\]/.test(text);
}

/** Where the browser is sent (spec 1.1): the discovered endpoint when it is on the authority, else `<authority>/authorize`. */
export function authorizationEndpoint(profile: CompanyProfile, discovery: Discovery | null): string {
  return pinned(profile, discovery?.authorizationEndpoint ?? null) ?? `${profile.authorizationServer}/authorize`;
}

/** Where codes and refresh tokens are presented (spec 1.2): the discovered endpoint when it is on the authority, else `<authority>/token`. */
export function tokenEndpoint(profile: CompanyProfile, discovery: Discovery | null): string {
  return pinned(profile, discovery?.tokenEndpoint ?? null) ?? `${profile.authorizationServer}/token`;
}

function pinned(profile: CompanyProfile, endpoint: string | null): string | null {
  return endpoint !== null && isOnAuthority(endpoint, profile.authorizationServer) ? endpoint : null;
}
