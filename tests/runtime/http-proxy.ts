import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { AuthInfo } from 'electron';
import { dispatch, endOnAbort, sendDirect, targetOf, type Connections, type Step } from './http-wire.ts';
import { netError, requestError } from './net-errors.ts';

/** Asks for the proxy's password; null: there is none to give. */
export type Ask = (info: AuthInfo) => Promise<readonly [userName: string, password: string] | null>;

/** What came back. `isTunnelRefusal`: the answer is the proxy's own, to CONNECT; Chromium shows its head and withholds its body. */
export interface Arrival {
  readonly answer: IncomingMessage;
  readonly isTunnelRefusal: boolean;
}

/** What a tunnel attempt came to. */
interface Attempt {
  readonly answer: IncomingMessage;
  readonly socket: Socket;
}

/** The proxy of STANDIN_PROXY, read at each use; it serves loopback too. */
function proxyAddress(): URL | null {
  return URL.parse(process.env['STANDIN_PROXY'] ?? '');
}

function realmOf(answer: IncomingMessage): string | null {
  const challenge = answer.headers['proxy-authenticate'] ?? '';
  return /^basic\b/i.test(challenge) ? (/realm="([^"]*)"/i.exec(challenge)?.[1] ?? '') : null;
}

/** Repeats `attempt` with the remembered and then with the given password for as long as the proxy asks and somebody answers. */
async function withPassword<Result extends { readonly answer: IncomingMessage }>(proxy: URL, connections: Connections, ask: Ask, attempt: (authorization: string | null) => Promise<Result>): Promise<Result> {
  let result = await attempt(connections.proxyAuthorization);
  while (result.answer.statusCode === 407) {
    connections.proxyAuthorization = null;
    const realm = realmOf(result.answer);
    const given = realm === null ? null : await ask({ isProxy: true, scheme: 'basic', host: proxy.hostname, port: Number(proxy.port), realm });
    if (given === null) return result;
    result.answer.destroy();
    const authorization = `Basic ${Buffer.from(given.join(':')).toString('base64')}`;
    result = await attempt(authorization);
    if (result.answer.statusCode !== 407) connections.proxyAuthorization = authorization;
  }
  return result;
}

const authorized = (authorization: string | null): Record<string, string> => (authorization === null ? {} : { 'proxy-authorization': authorization });

async function connect(proxy: URL, url: URL, authorization: string | null, signal: AbortSignal): Promise<Attempt> {
  const { hostname, port } = targetOf(url);
  const authority = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${String(port)}`;
  return new Promise((resolve, reject) => {
    const outgoing = http.request({ ...targetOf(proxy), method: 'CONNECT', path: authority, headers: { host: authority, ...authorized(authorization) }, agent: false });
    endOnAbort(outgoing, signal, reject);
    outgoing.on('connect', (answer, socket: Socket) => resolve({ answer, socket: socket.on('error', () => undefined) }));
    outgoing.on('error', (error) => reject(atProxy(requestError(error))));
    outgoing.end();
  });
}

/** A proxy that cannot be reached has a name of its own; whatever else breaks before the tunnel stands keeps its name. */
function atProxy(error: Error): Error {
  return /CONNECTION_REFUSED|CONNECTION_TIMED_OUT|NAME_NOT_RESOLVED/.test(error.message) ? netError('PROXY_CONNECTION_FAILED') : error;
}

async function throughTunnel(proxy: URL, step: Step, signal: AbortSignal, connections: Connections, ask: Ask): Promise<Arrival> {
  const { answer, socket } = await withPassword(proxy, connections, ask, async (authorization) => connect(proxy, step.url, authorization, signal));
  if (answer.statusCode === 407 && realmOf(answer) !== null) {
    socket.destroy();
    return { answer, isTunnelRefusal: true };
  }
  if (answer.statusCode !== 200) {
    socket.destroy();
    throw netError(answer.statusCode === 407 ? 'PROXY_AUTH_UNSUPPORTED' : 'TUNNEL_CONNECTION_FAILED');
  }
  const { url, method, headers, body } = step;
  return { answer: await dispatch(https, { ...targetOf(url), method, headers: { ...headers }, agent: new https.Agent({ socket }) }, body, signal), isTunnelRefusal: false };
}

/** Without a tunnel the proxy sees the whole request each time, as with Chromium. */
async function absoluteForm(proxy: URL, { url, method, headers, body }: Step, signal: AbortSignal, connections: Connections, ask: Ask): Promise<Arrival> {
  const { answer } = await withPassword(proxy, connections, ask, async (authorization) => {
    const options = { ...targetOf(proxy), method, path: url.href, headers: { ...headers, host: url.host, ...authorized(authorization) }, agent: false as const };
    try {
      return { answer: await dispatch(http, options, body, signal) };
    } catch (error) {
      throw error instanceof Error ? atProxy(error) : error;
    }
  });
  return { answer, isTunnelRefusal: false };
}

/** Sends, through the proxy where there is one: a tunnel for https, the absolute form for http. */
export async function sendThroughProxy(step: Step, signal: AbortSignal, connections: Connections, ask: Ask): Promise<Arrival> {
  const proxy = proxyAddress();
  if (!proxy) return { answer: await sendDirect(step, signal, connections), isTunnelRefusal: false };
  return step.url.protocol === 'https:' ? throughTunnel(proxy, step, signal, connections, ask) : absoluteForm(proxy, step, signal, connections, ask);
}
