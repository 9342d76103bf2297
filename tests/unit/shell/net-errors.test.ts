import { describe, expect, it } from 'vitest';
import { isTunnelRefused, readNetError } from '../../../electron/shell/net-errors.ts';

describe('an error of Chromium\'s network', () => {
  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'dns'], ['ERR_CONNECTION_REFUSED', 'refused'], ['ERR_CONNECTION_TIMED_OUT', 'timeout'], ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'], ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy'], ['ERR_CERT_AUTHORITY_INVALID', 'tls'], ['ERR_CERT_DATE_INVALID', 'tls'],
    ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls'],
  ])('%s: it is certain that nothing was sent', (name, failure) => {
    expect(readNetError(new Error(`net::${name}`))).toEqual({ kind: 'nothingSent', failure });
  });

  it.each([
    ['ERR_CONNECTION_RESET', 'reset'], ['ERR_CONNECTION_CLOSED', 'reset'], ['ERR_EMPTY_RESPONSE', 'reset'], ['ERR_NETWORK_CHANGED', 'reset'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'], ['ERR_ADDRESS_UNREACHABLE', 'offline'], ['ERR_TIMED_OUT', 'timeout'], ['ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['ERR_SSL_BAD_RECORD_MAC_ALERT', 'tls'], ['ERR_HTTP2_PROTOCOL_ERROR', 'reset'], ['ERR_SOMETHING_NEW', 'other'],
    ['ERR_UNSAFE_REDIRECT', 'redirected'], ['ERR_INVALID_REDIRECT', 'redirected'], ['ERR_UNEXPECTED_PROXY_AUTH', 'proxy'], ['ERR_INVALID_HTTP_RESPONSE', 'other'],
  ])('%s: the server may have seen the request', (name, failure) => {
    expect(readNetError(new Error(`net::${name}`))).toEqual({ kind: 'unknown', failure });
  });

  it('knows a refused tunnel by its name alone', () => {
    expect(isTunnelRefused(new Error('net::ERR_TUNNEL_CONNECTION_FAILED'))).toBe(true);
    for (const error of [new Error('net::ERR_PROXY_CONNECTION_FAILED'), new Error('TUNNEL_CONNECTION_FAILED'), null]) expect(isTunnelRefused(error)).toBe(false);
  });

  it('knows Electron\'s words for a redirect, and takes anything else for unknown', () => {
    expect(readNetError(new Error("Attempted to redirect, but redirect policy was 'error'"))).toEqual({ kind: 'unknown', failure: 'redirected' });
    for (const error of [new TypeError('fetch failed'), 'net::ERR_CONNECTION_REFUSED', null, undefined]) {
      expect(readNetError(error)).toEqual({ kind: 'unknown', failure: 'other' });
    }
  });
});
