import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { bodyError, requestError } from './net-errors.ts';

/** Statuses that lead elsewhere when the answer names a place. */
export const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** One request on the wire. */
export interface Step {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** What a session keeps between requests: open connections, and the proxy's password once the proxy took it. */
export class Connections {
  /** The whole header `Proxy-Authorization`; null: none was accepted yet. */
  proxyAuthorization: string | null = null;
  private agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

  agentFor(url: URL): http.Agent {
    return url.protocol === 'https:' ? this.agents.https : this.agents.http;
  }
  /** Closes every connection, idle or not; the next request opens a new one. */
  closeAll(): void {
    const { http: plain, https: secure } = this.agents;
    this.agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
    plain.destroy();
    secure.destroy();
  }
}

/** Ends the request and its answer when the signal says so. Node's own `signal` option leaves an error on a socket that is just being freed. */
export function endOnAbort(outgoing: http.ClientRequest, signal: AbortSignal, reject: (reason: unknown) => void): void {
  const abort = (): void => {
    outgoing.destroy();
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  outgoing.on('close', () => signal.removeEventListener('abort', abort));
}

/** Sends with these options of Node's; rejects in Chromium's words, or with the signal's reason. */
export async function dispatch(client: typeof http | typeof https, options: https.RequestOptions, body: Buffer | undefined, signal: AbortSignal): Promise<IncomingMessage> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const outgoing = client.request(options);
    endOnAbort(outgoing, signal, reject);
    outgoing.on('response', (answer) => {
      // Its reader may have left when the request is aborted; a reader that is there hears of it all the same.
      answer.on('error', () => undefined);
      resolve(answer);
    });
    outgoing.on('error', (error) => reject(requestError(error)));
    outgoing.end(body);
  });
}

/** Where a request goes, as Node's options. A name in brackets is an IPv6 address. */
export function targetOf(url: URL): { readonly hostname: string; readonly port: number; readonly path: string } {
  return { hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80), path: url.pathname + url.search };
}

/** Sends once without a proxy, never again: what Chromium does with a reused connection that dies is not imitated. */
export async function sendDirect({ url, method, headers, body }: Step, signal: AbortSignal, connections: Connections): Promise<IncomingMessage> {
  const client = url.protocol === 'https:' ? https : http;
  return dispatch(client, { ...targetOf(url), method, headers: { ...headers }, agent: connections.agentFor(url) }, body, signal);
}

/** The body of an answer; throws in Chromium's words. */
export async function* readBody(answer: IncomingMessage, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer) yield new Uint8Array(chunk as Buffer);
  } catch (error) {
    throw signal.aborted ? signal.reason : bodyError(error, answer.headers);
  }
}
