import type { Net, Session } from 'electron';
import { isLoopback } from '../oauth/endpoints.ts';
import type { Clock, HttpOutcome, HttpPort, HttpRequest } from '../oauth/ports.ts';
import { nothingSent, unknown } from './net-errors.ts';
import { sendRequest, type RequestNet } from './one-request.ts';
import type { ProxyPassword } from './proxy-password.ts';

/** `tokenSession` serves tokens alone, for all its connections are closed before each; both are in memory. */
export interface HttpOptions {
  readonly net: RequestNet & Pick<Net, 'isOnline'>;
  readonly tokenSession: Session;
  readonly readSession: Session;
  readonly clock: Clock;
  readonly proxyPassword: ProxyPassword;
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

/** Sends once, within the time limit; whatever is still under way then is cut off. */
async function sendOnce({ net, clock, proxyPassword }: HttpOptions, session: Session, request: HttpRequest): Promise<HttpOutcome> {
  let cancel = (): void => undefined;
  const late = new Promise<HttpOutcome>((resolve) => {
    cancel = clock.after(TIME_LIMIT, () => resolve(unknown('timeout')));
  });
  const sending = sendRequest(net, session, request, proxyPassword);
  const outcome = await Promise.race([sending.outcome, late]);
  cancel();
  if (outcome.kind !== 'answer') sending.cut();
  return outcome;
}

/** False: they could not be closed, or nobody answered within the time limit, as when Chromium's network process just died. */
async function closeConnections({ tokenSession, clock }: HttpOptions): Promise<boolean> {
  let cancel = (): void => undefined;
  const late = new Promise<boolean>((resolve) => {
    cancel = clock.after(TIME_LIMIT, () => resolve(false));
  });
  const closing = tokenSession.closeAllConnections().then(() => true, () => false);
  const closed = await Promise.race([closing, late]);
  cancel();
  return closed;
}

/** On a reused connection that dies before the headers Chromium sends a POST again by itself, so none is ever reused. */
async function sendFresh(options: HttpOptions, request: HttpRequest, isWanted: () => boolean): Promise<HttpOutcome> {
  if (!(await closeConnections(options))) return nothingSent('other');
  return isWanted() ? sendOnce(options, options.tokenSession, request) : nothingSent('stopped');
}

/** Makes the HTTP port on Chromium's network stack, which honours the system's proxy and trusted roots (spec architecture, Network). */
export function createHttp(options: HttpOptions): Http {
  let stopped = false;
  let tokens: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<HttpOutcome>>();
  const start = async (request: HttpRequest, isWanted: () => boolean): Promise<HttpOutcome> => {
    if (stopped || !isWanted()) return nothingSent('stopped');
    // Practice runs on loopback and works without any network.
    if (!isLoopback(request.url) && !options.net.isOnline()) return nothingSent('offline');
    return request.kind === 'token' ? sendFresh(options, request, () => !stopped && isWanted()) : sendOnce(options, options.readSession, request);
  };
  const inTurn = async (request: HttpRequest, isWanted: () => boolean): Promise<HttpOutcome> => {
    const turn = tokens.then(async () => start(request, isWanted));
    tokens = turn;
    return turn;
  };
  return {
    async send(request, isWanted = () => true) {
      const sent = request.kind === 'token' ? inTurn(request, isWanted) : start(request, isWanted);
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
