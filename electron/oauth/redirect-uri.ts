import { failure, success } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { parseAddress } from './endpoints.ts';

/** The app's own private-use scheme. */
export const APP_SCHEME = 'liaison';
/** Where the bounce page passes the query on to (spec 2.1). */
export const APP_RETURN_URI = 'liaison://auth/callback';

/** How the browser comes back; `uri` is the registered redirect URI, letter by letter. */
export type RedirectTarget =
  | { readonly route: 'scheme'; readonly uri: string; readonly scheme: string }
  | { readonly route: 'bounce'; readonly uri: string }
  | { readonly route: 'loopback'; readonly uri: string; readonly port: number; readonly path: string };

/** Why a redirect URI was refused; travels as the problem's `reason`. */
type Reason = 'missing' | 'tooLong' | 'characters' | 'fragment' | 'query' | 'userinfo' | 'notAnAddress' | 'scheme' | 'notLocalhost' | 'missingPort' | 'missingPath' | 'notCanonical';

const MAXIMUM_LENGTH = 2000;

/** Schemes that belong to browsers, to the system or to other programs; registering one of them would hijack it. */
const foreignSchemes = new Set([
  'about', 'app', 'blob', 'chrome', 'cid', 'content', 'data', 'edge', 'facetime', 'feed', 'file', 'filesystem', 'ftp', 'ftps', 'geo', 'git', 'help', 'imap',
  'intent', 'irc', 'itms', 'jar', 'javascript', 'ldap', 'magnet', 'mailto', 'mid', 'news', 'nntp', 'onenote', 'opera', 'pop', 'res', 'resource', 'rlogin', 'rtsp',
  'search', 'search-ms', 'sftp', 'shell', 'sip', 'sips', 'skype', 'smb', 'sms', 'ssh', 'tel', 'telnet', 'urn', 'vbscript', 'view-source', 'vnc',
  'webcal', 'ws', 'wss', 'wyciwyg', 'xmpp',
]);
const foreignSchemePrefixes = ['ms-', 'moz-', 'chrome-', 'x-apple', 'safari-', 'web+', 'microsoft-', 'microsoft.'];

/**
 * Tells from its shape how a redirect URI comes back (spec 2.1): private-use scheme (RFC 8252 §7.1), `https` bounce page,
 * or `http://localhost:PORT/path` (RFC 8252 §7.3). Refuses everything else with L-80, field `redirectUri`, and a reason.
 * The URI must be as a browser writes it (`notCanonical` otherwise), because returns are compared letter by letter.
 */
export function classifyRedirectUri(uri: string): Result<RedirectTarget> {
  const reason = commonFault(uri);
  if (reason) return refused(reason);
  const scheme = uri.slice(0, uri.indexOf(':'));
  if (scheme === 'http') return loopback(uri);
  if (scheme === 'https') return bounce(uri);
  return privateUse(uri, scheme);
}

/** The addresses on which a return for this redirect URI may come in, pasted ones included. Compare letter by letter. */
export function acceptedReturnUris(redirectUri: string): readonly string[] {
  const target = classifyRedirectUri(redirectUri);
  if (!target.ok) return [];
  return target.value.route === 'bounce' ? [APP_RETURN_URI, redirectUri] : [redirectUri];
}

function commonFault(uri: string): Reason | null {
  if (uri === '') return 'missing';
  if (uri.length > MAXIMUM_LENGTH) return 'tooLong';
  if (!/^[\x21-\x7e]+$/.test(uri) || /["<>\\^`{|}]/.test(uri)) return 'characters';
  if (uri.includes('#')) return 'fragment';
  if (uri.includes('?')) return 'query';
  return /^[^/]*:\/\/[^/]*@/.test(uri) ? 'userinfo' : addressFault(uri);
}

function addressFault(uri: string): Reason | null {
  if (/^http:\/\/localhost(:?\/|:?$)/.test(uri)) return 'missingPort';
  if (/^https?:\/\/[^/]*$/.test(uri)) return 'missingPath';
  const address = parseAddress(uri);
  if (!address) return 'notAnAddress';
  return address.href === uri ? null : 'notCanonical';
}

/** Plain http goes to this machine by the name `localhost` only: the portal refuses plain http on an IP address (spec 2.1). */
function loopback(uri: string): Result<RedirectTarget> {
  const found = /^http:\/\/localhost:(\d+)(\/.*)$/.exec(uri);
  const [, port, path] = found ?? [];
  if (port === undefined || path === undefined) return refused('notLocalhost');
  return Number(port) > 0 ? success({ route: 'loopback', uri, port: Number(port), path }) : refused('missingPort');
}

function bounce(uri: string): Result<RedirectTarget> {
  return uri.startsWith('https://') ? success({ route: 'bounce', uri }) : refused('notAnAddress');
}

/** `scheme:/path` and `scheme://anything`; an empty rest, or no slash at all (`urn:…`), has nothing a system could hand over reliably. */
function privateUse(uri: string, scheme: string): Result<RedirectTarget> {
  if (foreignSchemes.has(scheme) || foreignSchemePrefixes.some((prefix) => scheme.startsWith(prefix))) return refused('scheme');
  if (!/^[a-z][a-z0-9+.-]+:\/{1,2}[^/]/.test(uri)) return refused('notAnAddress');
  return success({ route: 'scheme', uri, scheme });
}

function refused(reason: Reason): Result<never> {
  return failure({ code: 'L-80', field: 'redirectUri', reason });
}
