import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AuthorityFault } from '../contract/practice-faults.ts';
import { createAccessTokens } from './access-token.ts';
import { practiceCustomers } from './customers.ts';
import { faultTable } from './faults.ts';
import { deliver, json, readCall } from './http.ts';
import { createLedger } from './ledger.ts';
import type { PracticeAuthority, PracticeOptions, RecordedRequest } from './options.ts';
import type { Room } from './room.ts';
import { dispatch, recorded } from './routes.ts';
import { createDrawer } from './sessions.ts';

export type { PracticeCustomer, PracticeDevice, PracticeHome } from './customers.ts';
export type { PracticeAuthority, PracticeMemory, PracticeOptions, PracticeState, RecordedRequest, Rotation } from './options.ts';

const HOST = '127.0.0.1';
/** Milliseconds for which an idle connection is kept. At Node's five seconds, about as long as a person types, one could be closed in the moment in which it is used again. */
const KEPT_OPEN = 120_000;

/** Older requests are forgotten, so that a long practice does not grow. */
const KEPT_REQUESTS = 1000;

type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listen(answering: Answering, port: number): Promise<Server> {
  // Whoever hangs up in the middle of a request gets no answer; that is all.
  const server = createServer({ keepAliveTimeout: KEPT_OPEN }, (request, response) => void answering(request, response).catch(() => response.destroy()));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(server));
  });
}

const originOf = (server: Server): string => `http://${HOST}:${(server.address() as AddressInfo).port}`;

async function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The other origin of the fault `token.redirect`: it answers nothing and counts who came. */
async function startElsewhere(): Promise<{ readonly server: Server; readonly hits: () => number }> {
  let hits = 0;
  const server = await listen(async (request, response) => {
    hits += 1;
    request.resume();
    response.writeHead(204).end();
    return Promise.resolve();
  }, 0);
  return { server, hits: () => hits };
}

/** Answers requests in `room`, keeps the record, and knows the answers that still wait. */
function createDesk(room: Room) {
  const requests: RecordedRequest[] = [];
  const waiting = new Set<() => void>();
  const { clock, latencyMilliseconds } = room.options;
  const answering: Answering = async (request, response) => {
    const call = await readCall(request);
    if (call) requests.push(recorded(call, clock.now()));
    if (requests.length > KEPT_REQUESTS) requests.shift();
    const reply = call ? dispatch(room, call) : json(413, { statusCode: 413, message: 'The request is too large.' });
    const cancel = deliver(response, reply, clock, latencyMilliseconds);
    waiting.add(cancel);
    response.once('close', () => waiting.delete(cancel));
  };
  const cancelAll = (): void => {
    for (const cancel of waiting) cancel();
  };
  return { answering, requests, cancelAll };
}

type Origins = Pick<Room, 'origin' | 'elsewhere' | 'plan'>;

function createRoom(given: PracticeOptions, origins: Origins): Room {
  const options = { latencyMilliseconds: 0, discovery: true, supportsPkce: true, mark: '', ...given };
  const { memory, rotation, clock, mark, clientId } = options;
  return {
    options, customers: practiceCustomers, ...origins,
    ledger: createLedger(memory, rotation, clock, mark),
    accessTokens: createAccessTokens(clientId, mark),
    transactions: createDrawer(), sessions: createDrawer(),
  };
}

/**
 * Starts the practice authority: an OAuth 2.0 server and a homes service in the manner of the real ones (spec parts 1 and 2), on
 * 127.0.0.1 only, on a free port unless one is given. Rejects when the port is taken.
 */
export async function startPracticeAuthority(options: PracticeOptions, port = 0): Promise<PracticeAuthority> {
  let fault: AuthorityFault = 'none';
  let origin = '';
  const elsewhere = await startElsewhere();
  const room = createRoom(options, { origin: () => origin, elsewhere: () => `${originOf(elsewhere.server)}/token`, plan: () => faultTable[fault] });
  const desk = createDesk(room);
  const server = await listen(desk.answering, port).catch(async (error: unknown) => {
    await stop(elsewhere.server);
    throw error;
  });
  origin = originOf(server);
  return {
    origin,
    setFault: (next) => {
      fault = next;
    },
    fault: () => fault,
    customers: () => practiceCustomers,
    requests: () => [...desk.requests],
    redirectHits: elsewhere.hits,
    close: async () => {
      desk.cancelAll();
      await Promise.all([stop(server), stop(elsewhere.server)]);
    },
  };
}
