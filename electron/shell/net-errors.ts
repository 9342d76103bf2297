import type { HttpFailure } from '../oauth/ports.ts';

/** It is certain that the server never saw the request. */
export const nothingSent = (failure: HttpFailure): NetError => ({ kind: 'nothingSent', failure });
/** The server may have seen the request. */
export const unknown = (failure: HttpFailure): NetError => ({ kind: 'unknown', failure });

/**
 * Chromium's errors that can only happen before a request leaves a fresh connection (net/base/net_error_list.h). Left out on purpose, because
 * they also come from a connection that already carried the request: ADDRESS_UNREACHABLE and INTERNET_DISCONNECTED (net_errors_posix.cc and
 * net_errors_win.cc map EHOSTUNREACH and ENETDOWN of any read), SSL_PROTOCOL_ERROR and the alerts of a record that does not decrypt.
 */
const NOTHING_SENT: ReadonlyMap<string, HttpFailure> = new Map<string, HttpFailure>([
  ['NAME_NOT_RESOLVED', 'dns'],
  ['NAME_RESOLUTION_FAILED', 'dns'],
  ['CONNECTION_REFUSED', 'refused'],
  ['CONNECTION_FAILED', 'refused'],
  ['NETWORK_ACCESS_DENIED', 'refused'],
  ['CONNECTION_TIMED_OUT', 'timeout'],
  ['PROXY_CONNECTION_FAILED', 'proxy'],
  ['TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['SOCKS_CONNECTION_FAILED', 'proxy'],
  ['SOCKS_CONNECTION_HOST_UNREACHABLE', 'proxy'],
  ['PROXY_CERTIFICATE_INVALID', 'proxy'],
  ['PROXY_AUTH_UNSUPPORTED', 'proxy'],
  ['PROXY_AUTH_REQUESTED', 'proxy'],
  ['MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
  ['SSL_VERSION_OR_CIPHER_MISMATCH', 'tls'],
  ['SSL_UNRECOGNIZED_NAME_ALERT', 'tls'],
  ['SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'tls'],
  ['SSL_SERVER_CERT_BAD_FORMAT', 'tls'],
  ['SSL_KEY_USAGE_INCOMPATIBLE', 'tls'],
]);

const UNKNOWN: ReadonlyMap<string, HttpFailure> = new Map<string, HttpFailure>([
  ['INTERNET_DISCONNECTED', 'offline'],
  ['ADDRESS_UNREACHABLE', 'offline'],
  ['NETWORK_CHANGED', 'reset'],
  ['NETWORK_IO_SUSPENDED', 'reset'],
  ['CONNECTION_RESET', 'reset'],
  ['CONNECTION_CLOSED', 'reset'],
  ['CONNECTION_ABORTED', 'reset'],
  ['EMPTY_RESPONSE', 'reset'],
  ['INCOMPLETE_CHUNKED_ENCODING', 'reset'],
  ['CONTENT_LENGTH_MISMATCH', 'reset'],
  ['HTTP2_PROTOCOL_ERROR', 'reset'],
  ['TIMED_OUT', 'timeout'],
  ['RESPONSE_HEADERS_TOO_BIG', 'tooLarge'],
  ['UNEXPECTED_PROXY_AUTH', 'proxy'],
  ['UNSAFE_REDIRECT', 'redirected'],
  ['INVALID_REDIRECT', 'redirected'],
]);

/** What became of a request that ended with an error. */
export interface NetError {
  readonly kind: 'nothingSent' | 'unknown';
  readonly failure: HttpFailure;
}

/** Chromium's name of an error, without `net::ERR_`; empty when it is none of Chromium's. */
function nameOf(error: unknown): string {
  return /\bnet::ERR_([A-Z0-9_]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
}

/** The tunnel to the server was never opened. */
export function isTunnelRefused(error: unknown): boolean {
  return nameOf(error) === 'TUNNEL_CONNECTION_FAILED';
}

/** Reads an error of `net.request`. Its text is only looked at, never passed on: it may repeat the address. */
export function readNetError(error: unknown): NetError {
  // Electron's own words for `redirect: 'error'` (lib/common/api/net-client-request.ts).
  if (error instanceof Error && error.message.startsWith('Attempted to redirect')) return unknown('redirected');
  const name = nameOf(error);
  const certain = NOTHING_SENT.get(name) ?? (name.startsWith('CERT_') ? 'tls' : undefined);
  if (certain) return nothingSent(certain);
  return unknown(UNKNOWN.get(name) ?? (/^(SSL|ECH|BAD_SSL)_/.test(name) ? 'tls' : 'other'));
}
