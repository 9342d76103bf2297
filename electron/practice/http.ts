import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../oauth/ports.ts';

/** How an answer travels: whole, whole but 35 s late (past the 30 s limit), cut in the middle, or not at all. */
export type Delivery = 'whole' | 'slow' | 'half' | 'lost';

/** One answer as a value. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delivery: Delivery;
}

/** One request as a value. Its parameters may hold secrets: never record them. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: URLSearchParams;
  readonly isForm: boolean;
  readonly authorization: string;
  readonly subscriptionKey: string;
  readonly sessionId: string;
}

const SLOW_MILLISECONDS = 35_000;
const MAXIMUM_BODY_BYTES = 65_536;
const SESSION_COOKIE = 'practice_session';

const answer = (status: number, type: string, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status, body, delivery: 'whole',
  headers: { 'content-type': type, 'cache-control': 'no-store', pragma: 'no-cache', ...headers },
});

/** A JSON answer; never cached (RFC 6749 §5.1). */
export function json(status: number, value: unknown, headers?: Readonly<Record<string, string>>): Reply {
  return answer(status, 'application/json; charset=utf-8', JSON.stringify(value), headers);
}

/** A page without scripts that no other page may frame. */
export function html(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
  return answer(status, 'text/html; charset=utf-8', body, { 'content-security-policy': policy, 'referrer-policy': 'no-referrer', ...headers });
}

/** Sends the browser on with a GET. */
export function seeOther(location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return answer(303, 'text/plain; charset=utf-8', '', { location, 'referrer-policy': 'no-referrer', ...headers });
}

/** The header that keeps (or, for null, ends) the browser's session. */
export function sessionCookie(sessionId: string | null): Readonly<Record<string, string>> {
  const ended = sessionId === null ? '; Max-Age=0' : '';
  return { 'set-cookie': `${SESSION_COOKIE}=${sessionId ?? ''}; Path=/; HttpOnly; SameSite=Lax${ended}` };
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** Reads a request whole; null when its body is over 64 KB or its address cannot be read. */
export async function readCall(request: IncomingMessage): Promise<Call | null> {
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
  const body = await readBody(request);
  if (url === null || body === null) return null;
  const isForm = header(request, 'content-type').split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
  return {
    method: request.method ?? '', path: url.pathname, query: url.searchParams, isForm,
    body: new URLSearchParams(isForm ? body : ''),
    authorization: header(request, 'authorization'),
    subscriptionKey: header(request, 'ocp-apim-subscription-key'),
    sessionId: new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]*)`).exec(header(request, 'cookie'))?.[1] ?? '',
  };
}

function sendWhole(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
}

function sendHalf(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
  response.write(reply.body.slice(0, Math.floor(reply.body.length / 2)), () => response.destroy());
}

const senders: Readonly<Record<Delivery, (response: ServerResponse, reply: Reply) => void>> = {
  whole: sendWhole,
  slow: sendWhole,
  half: sendHalf,
  lost: (response) => response.destroy(),
};

/** Sends `reply` after `latency` milliseconds (plus 35 s when slow); gives up when the other side hangs up. The returned function gives up too. */
export function deliver(response: ServerResponse, reply: Reply, clock: Clock, latency: number): () => void {
  const wait = latency + (reply.delivery === 'slow' ? SLOW_MILLISECONDS : 0);
  if (wait === 0) {
    senders[reply.delivery](response, reply);
    return () => undefined;
  }
  const cancel = clock.after(wait, () => senders[reply.delivery](response, reply));
  response.once('close', cancel);
  return cancel;
}
