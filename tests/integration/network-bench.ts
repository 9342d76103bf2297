import tls from 'node:tls';
import type { ClientRequest, Session } from 'electron';
import type { Clock, HttpOutcome, HttpPort, HttpRequest } from '../../electron/oauth/ports.ts';
import { createHttp } from '../../electron/shell/http.ts';
import { createProxyPassword, type ProxyPassword } from '../../electron/shell/proxy-password.ts';
import type { Certificate } from '../authority/certificate.ts';
import type { CountingServer, Seen } from '../authority/counting-server.ts';
import type { Fault, FaultProxy } from '../authority/fault-proxy.ts';
import { ClientRequest as StandInRequest } from '../runtime/client-request.ts';
import { Connections } from '../runtime/http-wire.ts';

/** The HTTP port of the program over the stand-in's `net.request`, with a clock that is moved by hand. */
export interface Bench {
  readonly http: HttpPort;
  readonly proxyPassword: ProxyPassword;
  /** Lets the time limit of everything under way pass. */
  fireClock(): void;
  /** Timers that nobody cancelled. */
  timers(): number;
}

function standInSession(): Session {
  const connections = new Connections();
  return { connections, getUserAgent: () => 'test', refusal: () => null, closeAllConnections: async () => connections.closeAll() } as unknown as Session;
}

/** A program of its own; with a real `clock` nobody moves the time by hand. */
export function createBench(real?: Clock): Bench {
  const timers = new Set<() => void>();
  const clock = real ?? {
    now: () => 0,
    after: (_milliseconds: number, action: () => void) => {
      timers.add(action);
      return () => void timers.delete(action);
    },
  };
  const proxyPassword = createProxyPassword();
  const net = { request: (options: unknown) => new StandInRequest(options as never, (options as { session: never }).session) as unknown as ClientRequest, isOnline: () => true };
  const http = createHttp({ net, tokenSession: standInSession(), readSession: standInSession(), clock, proxyPassword });
  return { http, proxyPassword, timers: () => timers.size, fireClock: () => [...timers].forEach((action) => action()) };
}

/** From now on this process vouches for the certificate, as a company's root in the system's store does. */
export function trust({ cert }: Certificate): void {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), cert]);
}

/** The renewal every test sends. */
export function renewalTo(origin: string): HttpRequest {
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'r'.repeat(80), client_id: 'company', client_secret: 'secret' }).toString();
  return { method: 'POST', url: `${origin}/token`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body, kind: 'token' };
}

/** What one call came to, counted when nothing could arrive any more. */
export interface Result {
  readonly outcome: HttpOutcome;
  readonly seen: Seen;
  readonly connections: number;
}

/** Where a call goes: to `origin`, and on its way through `proxy`. */
export interface Place {
  readonly bench: Bench;
  readonly server: CountingServer;
  readonly proxy: FaultProxy;
  readonly origin: string;
  /** Waits until no connection on the way is left, and tells how many reached the server. */
  settle(): Promise<number>;
}

/** Sends once under a fault. A connection that falls silent is ended by the time limit, or first by the proxy when `hangsUp`. */
export async function callUnder({ bench, server, proxy, origin, settle }: Place, fault: Fault, hangsUp = false): Promise<Result> {
  await proxy.arm(fault);
  proxy.silence().then(() => (hangsUp ? proxy.hangUp() : bench.fireClock())).catch(() => undefined);
  const outcome = await bench.http.send(renewalTo(origin));
  const reached = await settle();
  // What was passed on before the cut may still be on its way into the server.
  while (server.seen().connections < reached) await new Promise(setImmediate);
  await server.settled();
  return { outcome, seen: server.seen(), connections: proxy.connections().made };
}

const FAILURES: ReadonlySet<string> = new Set(['offline', 'dns', 'refused', 'proxy', 'tls', 'timeout', 'reset', 'redirected', 'tooLarge', 'stopped', 'other']);

/** What is wrong with the result of one call; empty when all promises were kept. A tunnel's proxy may be asked twice, its server never. */
export function brokenPromises({ outcome, seen, connections }: Result, mostConnections = 1): readonly string[] {
  const isAnswer = outcome.kind === 'answer';
  return [
    ...(outcome.kind === 'nothingSent' && seen.heads > 0 ? ['wrong "nothing was sent"'] : []),
    ...(seen.heads > 1 || connections > mostConnections ? ['repeat'] : []),
    ...(isAnswer || FAILURES.has(outcome.failure) ? [] : ['no outcome']),
    ...(isAnswer && seen.requests !== 1 ? ['answer to nothing'] : []),
  ];
}
