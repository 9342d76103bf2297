import type { AuthInfo, ClientRequest, IncomingMessage, Net, Session } from 'electron';
import type { HttpOutcome, HttpRequest } from '../oauth/ports.ts';
import { isTunnelRefused, nothingSent, readNetError, unknown } from './net-errors.ts';
import type { ProxyCredentials, ProxyPassword } from './proxy-password.ts';

/** Electron's `net`, as far as requests are sent with it. */
export type RequestNet = Pick<Net, 'request'>;

/** A request under way. */
export interface Sending {
  /** Never rejects; stays open after `cut`. */
  readonly outcome: Promise<HttpOutcome>;
  /** Ends the request at once, whatever it is doing. */
  cut(): void;
}

/** Bytes of a body that are read. */
const BODY_LIMIT = 64 * 1024;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** Proxy Authentication Required (RFC 9110 §15.5.8). */
const PROXY_WANTS_PASSWORD = 407;

type PasswordAnswer = (userName?: string, password?: string) => void;

/** Answers questions for a password during one request. */
export interface Porter {
  answer(info: AuthInfo, callback: PasswordAnswer): void;
  /** Whether the server may have seen the request by the time of a question. */
  wasSeen(): boolean;
}

const isHttps = (url: string): boolean => URL.parse(url)?.protocol === 'https:';

/**
 * Gives the proxy's password once per request, and never answers a server. Over https the proxy asks while the tunnel is opened:
 * nothing was sent yet (net/http/http_network_transaction.cc, OnNeedsProxyAuth). Over http it asks for the whole request, and an
 * answer sends that again; a token request is worth more than its answer then.
 */
export function createPorter({ url, kind }: Pick<HttpRequest, 'url' | 'kind'>, proxyPassword: ProxyPassword): Porter {
  const isTunnelled = isHttps(url);
  let given: ProxyCredentials | null = null;
  let seen = false;
  return {
    answer: (info, callback) => {
      seen ||= !info.isProxy || !isTunnelled;
      if (!info.isProxy || (seen && kind === 'token')) return callback();
      if (given) {
        proxyPassword.refused(given);
        return callback();
      }
      given = proxyPassword.current();
      return given ? callback(given.userName.reveal(), given.password.reveal()) : callback();
    },
    wasSeen: () => seen,
  };
}

/** Cookies are nobody's business here. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'set-cookie');
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]));
}

function outcomeOf(message: IncomingMessage, chunks: readonly Buffer[]): HttpOutcome {
  const { statusCode: status } = message;
  if (status === PROXY_WANTS_PASSWORD) return unknown('proxy');
  return { kind: 'answer', status, headers: headersOf(message), body: new TextDecoder().decode(Buffer.concat(chunks)) };
}

/** A status line has arrived, so that the server saw the request whatever fails now; unless it is the proxy's, who opens no tunnel without a password. */
function outcomeOfBreak({ statusCode }: IncomingMessage, error: unknown, url: string): HttpOutcome {
  if (statusCode !== PROXY_WANTS_PASSWORD) return unknown(readNetError(error).failure);
  return isHttps(url) && isTunnelRefused(error) ? nothingSent('proxy') : unknown('proxy');
}

async function readAnswer(message: IncomingMessage, url: string): Promise<HttpOutcome> {
  if (REDIRECTS.includes(message.statusCode)) return unknown('redirected');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    message.on('data', (chunk) => {
      length += chunk.byteLength;
      if (length > BODY_LIMIT) resolve(unknown('tooLarge'));
      else chunks.push(chunk);
    });
    message.on('end', () => resolve(outcomeOf(message, chunks)));
    message.on('error', (error: unknown) => resolve(outcomeOfBreak(message, error, url)));
    message.on('aborted', () => resolve(unknown('reset')));
  });
}

/** Resolves with the outcome; after the head of the answer its body tells how it ended. */
async function hear(outgoing: ClientRequest, url: string, porter: Porter): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    let answer: Promise<HttpOutcome> | null = null;
    outgoing.on('login', (info, callback) => porter.answer(info, callback));
    outgoing.on('error', (error) => {
      if (answer) return;
      const { kind, failure } = readNetError(error);
      resolve(kind === 'nothingSent' && !porter.wasSeen() ? nothingSent(failure) : unknown(failure));
    });
    outgoing.on('response', (message) => {
      answer = readAnswer(message, url);
      void answer.then(resolve);
    });
  });
}

/** Sends one request once and follows nothing. `nothingSent` is said only when the server cannot have seen it. */
export function sendRequest(net: RequestNet, session: Session, { method, url, headers, body, kind }: HttpRequest, proxyPassword: ProxyPassword): Sending {
  let outgoing: ClientRequest;
  try {
    // Without credentials Chromium keeps cookies out and asks for no server's password; a proxy's it does ask for.
    outgoing = net.request({ session, method, url, headers: { ...headers }, redirect: 'error', credentials: 'omit', cache: 'no-store' });
  } catch {
    return { outcome: Promise.resolve(nothingSent('other')), cut: () => undefined };
  }
  const outcome = hear(outgoing, url, createPorter({ url, kind }, proxyPassword));
  if (body === null) outgoing.end();
  else outgoing.end(body);
  return { outcome, cut: () => outgoing.abort() };
}
