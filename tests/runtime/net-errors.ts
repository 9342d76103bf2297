/** Node's error codes and the errors Chromium has for them (net/base/net_error_list.h). */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'CONNECTION_REFUSED'],
  ['ENOTFOUND', 'NAME_NOT_RESOLVED'],
  ['EAI_AGAIN', 'NAME_NOT_RESOLVED'],
  ['ECONNRESET', 'CONNECTION_RESET'],
  ['EPIPE', 'CONNECTION_RESET'],
  ['ECONNABORTED', 'CONNECTION_ABORTED'],
  ['ETIMEDOUT', 'CONNECTION_TIMED_OUT'],
  ['EHOSTUNREACH', 'ADDRESS_UNREACHABLE'],
  ['ENETUNREACH', 'INTERNET_DISCONNECTED'],
  ['ENETDOWN', 'INTERNET_DISCONNECTED'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_AUTHORITY_INVALID'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'CERT_AUTHORITY_INVALID'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'CERT_AUTHORITY_INVALID'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'CERT_AUTHORITY_INVALID'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_AUTHORITY_INVALID'],
  ['CERT_HAS_EXPIRED', 'CERT_DATE_INVALID'],
  ['CERT_NOT_YET_VALID', 'CERT_DATE_INVALID'],
  ['CERT_REVOKED', 'CERT_REVOKED'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_COMMON_NAME_INVALID'],
  ['EPROTO', 'SSL_PROTOCOL_ERROR'],
  ['HPE_HEADER_OVERFLOW', 'RESPONSE_HEADERS_TOO_BIG'],
]);

/** An error as Electron words Chromium's. */
export function netError(name: string): Error {
  return new Error(`net::ERR_${name}`);
}

function codeOf(error: unknown): string {
  const codes = [error, ...(error instanceof AggregateError ? (error.errors as unknown[]) : [])].map((each) => (each instanceof Error && 'code' in each ? String(each.code) : ''));
  return codes.find((code) => code !== '') ?? '';
}

/** The same code says another thing once the connection stands: only what fails in `connect` was certainly never sent. */
function nameOf(code: string, error: unknown): string | undefined {
  const isLater = error instanceof Error && 'syscall' in error && error.syscall !== 'connect';
  return code === 'ETIMEDOUT' && isLater ? 'TIMED_OUT' : NAMES.get(code);
}

/** Why no answer came. */
export function requestError(error: unknown): Error {
  const code = codeOf(error);
  // Node's words for a connection that the server closed in order, without an answer.
  if (code === 'ECONNRESET' && error instanceof Error && error.message === 'socket hang up') return netError('EMPTY_RESPONSE');
  if (code.startsWith('HPE_') && code !== 'HPE_HEADER_OVERFLOW') return netError('INVALID_HTTP_RESPONSE');
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return netError(NAMES.get(code) ?? 'SSL_PROTOCOL_ERROR');
  return netError(nameOf(code, error) ?? 'FAILED');
}

/** Why the answer ended early. */
export function bodyError(error: unknown, headers: NodeJS.Dict<string | string[]>): Error {
  if (codeOf(error) !== 'ECONNRESET' || !(error instanceof Error) || error.message !== 'aborted') return requestError(error);
  return netError(headers['content-length'] === undefined ? 'INCOMPLETE_CHUNKED_ENCODING' : 'CONTENT_LENGTH_MISMATCH');
}
