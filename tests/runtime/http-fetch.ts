import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { readBody, REDIRECTS, sendDirect, type Connections, type Step } from './http-wire.ts';
import { netError } from './net-errors.ts';

const MOST_REDIRECTS = 20;
const WITHOUT_BODY: readonly number[] = [101, 204, 205, 304];

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
    const answer = await sendDirect(step, request.signal, connections);
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
