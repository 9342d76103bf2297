import type { Session } from 'electron';
import type { Clock, HttpFailure, HttpOutcome, HttpPort, HttpRequest } from '../oauth/ports.ts';
import { readNetError } from './net-errors.ts';

/** The part of an Electron session that is used. */
export type HttpSession = Pick<Session, 'fetch' | 'closeAllConnections'>;

/** `tokenSession` serves tokens alone, for all its connections are closed before each; both are in memory. `isOnline` is Electron's `net.isOnline`. */
export interface HttpOptions {
  readonly tokenSession: HttpSession;
  readonly readSession: HttpSession;
  readonly clock: Clock;
  readonly isOnline: () => boolean;
}

/** The HTTP port, and its end. */
export interface Http extends HttpPort {
  /** From now on nothing is sent (`stopped`); what is on its way may end. Resolves when it has. */
  stop(): Promise<void>;
}

/** Names of the in-memory sessions; without `persist:` nothing of them is written to disk. */
export const TOKEN_PARTITION = 'liaison-token';
export const READ_PARTITION = 'liaison-read';

/** Milliseconds for one request in all. */
const TIME_LIMIT = 30_000;
/** Bytes of a body that are read. */
const BODY_LIMIT = 64 * 1024;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const unknown = (failure: HttpFailure): HttpOutcome => ({ kind: 'unknown', failure });
const nothingSent = (failure: HttpFailure): HttpOutcome => ({ kind: 'nothingSent', failure });

/** The body as text, or null when it is longer than the limit; no more than that is read. */
async function readBody(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Reads an answer. Its status line has arrived, so whatever fails from here on, the server saw the request. */
async function readAnswer(response: Response): Promise<HttpOutcome> {
  if (REDIRECTS.includes(response.status)) return unknown('redirected');
  if (response.status === 407) return unknown('proxy');
  try {
    const body = await readBody(response);
    if (body === null) return unknown('tooLarge');
    // Cookies are nobody's business here.
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'));
    return { kind: 'answer', status: response.status, headers, body };
  } catch (error) {
    return unknown(readNetError(error).failure);
  }
}

async function exchange(session: HttpSession, { method, url, headers, body }: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
  let response: Response;
  try {
    response = await session.fetch(url, { method, headers: { ...headers }, body, signal, redirect: 'error', credentials: 'omit', cache: 'no-store' });
  } catch (error) {
    return readNetError(error);
  }
  return readAnswer(response);
}

/** Sends once, within the time limit; whatever is still under way then is cut off. */
async function sendOnce(session: HttpSession, request: HttpRequest, clock: Clock): Promise<HttpOutcome> {
  const controller = new AbortController();
  let cancel = (): void => undefined;
  const late = new Promise<HttpOutcome>((resolve) => {
    cancel = clock.after(TIME_LIMIT, () => resolve(unknown('timeout')));
  });
  const outcome = await Promise.race([exchange(session, request, controller.signal), late]);
  cancel();
  if (outcome.kind !== 'answer') controller.abort();
  return outcome;
}

/** On a reused connection that dies before the headers Chromium sends a POST again by itself, so none is ever reused. */
async function sendFresh(session: HttpSession, request: HttpRequest, clock: Clock): Promise<HttpOutcome> {
  try {
    await session.closeAllConnections();
  } catch {
    return nothingSent('other');
  }
  return sendOnce(session, request, clock);
}

function isLoopback(url: string): boolean {
  return LOOPBACK_HOSTS.includes(URL.parse(url)?.hostname ?? '');
}

/** Makes the HTTP port on Chromium's network stack, which honours the system's proxy and trusted roots (spec architecture, Network). */
export function createHttp({ tokenSession, readSession, clock, isOnline }: HttpOptions): Http {
  let stopped = false;
  let tokens: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<HttpOutcome>>();
  const start = async (request: HttpRequest): Promise<HttpOutcome> => {
    if (stopped) return nothingSent('stopped');
    // Practice runs on loopback and works without any network.
    if (!isLoopback(request.url) && !isOnline()) return nothingSent('offline');
    return request.kind === 'token' ? sendFresh(tokenSession, request, clock) : sendOnce(readSession, request, clock);
  };
  const inTurn = async (request: HttpRequest): Promise<HttpOutcome> => {
    const turn = tokens.then(async () => start(request));
    tokens = turn;
    return turn;
  };
  return {
    async send(request) {
      const sent = request.kind === 'token' ? inTurn(request) : start(request);
      underWay.add(sent);
      try {
        return await sent;
      } finally {
        underWay.delete(sent);
      }
    },
    async stop() {
      stopped = true;
      await Promise.all(underWay);
    },
  };
}
