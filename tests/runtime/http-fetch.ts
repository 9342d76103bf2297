import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { bodyError, netError, requestError } from './net-errors.ts';

const MOST_REDIRECTS = 20;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const WITHOUT_BODY: readonly number[] = [101, 204, 205, 304];

/** One request on the wire; a redirect makes the next. */
interface Step {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** The open connections of a session. */
export class Connections {
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

/** Sends once, never again: what Chromium does with a reused connection that dies is not imitated. */
async function send({ url, method, headers, body }: Step, signal: AbortSignal, connections: Connections): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const outgoing = client.request(url, { method, headers, agent: connections.agentFor(url), signal });
    outgoing.on('response', resolve);
    outgoing.on('error', (error) => reject(signal.aborted ? signal.reason : requestError(error)));
    outgoing.end(body);
  });
}

async function* readBody(answer: IncomingMessage, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer) yield new Uint8Array(chunk as Buffer);
  } catch (error) {
    throw signal.aborted ? signal.reason : bodyError(error, answer.headers);
  }
}

function toResponse(answer: IncomingMessage, signal: AbortSignal): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) for (const value of values ?? []) headers.append(name, value);
  const status = answer.statusCode ?? 0;
  const isEmpty = WITHOUT_BODY.includes(status);
  if (isEmpty) answer.resume();
  const body = isEmpty ? null : (Readable.toWeb(Readable.from(readBody(answer, signal))) as ReadableStream<Uint8Array<ArrayBuffer>>);
  return new Response(body, { status, statusText: answer.statusMessage ?? '', headers });
}

/** Where a redirect leads (fetch standard, HTTP-redirect fetch): 303, and 301 or 302 of a POST, become GET. */
function follow(step: Step, status: number, location: string): Step {
  const url = new URL(location, step.url);
  const becomesGet = status === 303 ? step.method !== 'HEAD' : status < 303 && step.method === 'POST';
  const dropped = [...(becomesGet ? ['content-type', 'content-length'] : []), ...(url.origin === step.url.origin ? [] : ['authorization', 'cookie'])];
  const headers = Object.fromEntries(Object.entries(step.headers).filter(([name]) => !dropped.includes(name)));
  return { url, headers, method: becomesGet ? 'GET' : step.method, body: becomesGet ? undefined : step.body };
}

async function firstStep(request: Request, userAgent: string): Promise<Step> {
  const headers = { accept: '*/*', 'user-agent': userAgent, ...Object.fromEntries(request.headers) };
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  return { url: new URL(request.url), method: request.method, headers, body };
}

/** Fetches over http or https and fails in Chromium's and Electron's words. */
export async function fetchOverHttp(request: Request, connections: Connections, userAgent: string): Promise<Response> {
  request.signal.throwIfAborted();
  let step = await firstStep(request, userAgent);
  for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
    const answer = await send(step, request.signal, connections);
    const { statusCode = 0, headers } = answer;
    if (!REDIRECTS.includes(statusCode) || headers.location === undefined) return toResponse(answer, request.signal);
    answer.destroy();
    if (request.redirect === 'error') throw new Error("Attempted to redirect, but redirect policy was 'error'");
    // Electron's fetch has no way to follow by hand, so it gives up here (its issue 43715).
    if (request.redirect === 'manual') throw new Error('Redirect was cancelled');
    step = follow(step, statusCode, headers.location);
  }
  throw netError('TOO_MANY_REDIRECTS');
}
