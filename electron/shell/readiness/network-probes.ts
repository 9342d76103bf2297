import { getServers, promises as dns } from 'node:dns';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import tls from 'node:tls';
import type { Net, Session } from 'electron';
import { z } from 'zod';
import type { ProbeOutcome } from '../../contract/readiness.ts';
import { parseAddress } from '../../oauth/endpoints.ts';
import type { Clock } from '../../oauth/ports.ts';
import { readDateHeader } from '../../readiness/clock-check.ts';
import type { DoctorProbes, PlainAnswer } from '../../readiness/ports.ts';
import { withLimit } from './limit.ts';

/** What the probes are made from; `patience`: milliseconds for each. */
export interface ProbeParts {
  readonly net: Pick<Net, 'isOnline'>;
  readonly session: Pick<Session, 'resolveProxy'>;
  readonly clock: Clock;
  readonly patience: number;
}

const systemError = z.object({ code: z.string() });
const OUTCOMES: Readonly<Record<string, ProbeOutcome>> = {
  ECONNREFUSED: 'refused', EHOSTUNREACH: 'unreachable', ENETUNREACH: 'unreachable', ENETDOWN: 'unreachable', ETIMEDOUT: 'timeout', ECONNRESET: 'reset', EPIPE: 'reset',
  ENOTFOUND: 'notFound', EAI_AGAIN: 'notFound',
};

/** The system's code of an error in our words; its text is never passed on. Several addresses may have failed: the first says why. */
function outcomeOfError(error: unknown): ProbeOutcome {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const parsed = systemError.safeParse(first);
  return (parsed.success ? OUTCOMES[parsed.data.code] : undefined) ?? 'other';
}

async function lookup(host: string): Promise<ProbeOutcome> {
  try {
    await dns.lookup(host);
    return 'good';
  } catch (error) {
    return outcomeOfError(error);
  }
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/u, '$1');

/** Opens a connection, does something with it, and closes it whatever happens. */
async function overSocket<Value>(socket: net.Socket, ready: 'connect' | 'secureConnect', then: (socket: net.Socket) => Value | Promise<Value>, failed: (error: unknown) => Value): Promise<Value> {
  return new Promise<Value>((resolve) => {
    socket.once(ready, () => void Promise.resolve(then(socket)).then(resolve, (error: unknown) => resolve(failed(error))));
    socket.once('error', (error) => resolve(failed(error)));
    socket.once('close', () => resolve(failed(null)));
  });
}

/** Bytes of a proxy's first line that are looked at. */
const STATUS_LINE = 64;

async function firstLine(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    socket.on('data', (chunk: Buffer) => {
      seen += chunk.toString('latin1', 0, STATUS_LINE);
      if (seen.length >= 12) resolve(seen);
    });
    socket.once('close', () => reject(new Error('closed')));
  });
}

function outcomeOfTunnel(line: string): ProbeOutcome {
  const status = Number(/^HTTP\/1\.[01] (\d{3})/u.exec(line)?.[1]);
  if (status === 200) return 'good';
  return status === 407 ? 'password' : 'blocked';
}

function readPlain(message: http.IncomingMessage, host: string): PlainAnswer {
  const { statusCode = 0, headers } = message;
  const serverAt = readDateHeader(headers.date);
  const isPage = (headers['content-type'] ?? '').startsWith('text/html');
  // RFC 6585 §6: only a network answers 511.
  if (statusCode === 511) return { outcome: 'signInFirst', serverAt };
  if (statusCode >= 300 && statusCode < 400) return { outcome: parseAddress(headers.location ?? '')?.hostname === host ? 'good' : 'otherPlace', serverAt };
  if (statusCode >= 500) return { outcome: 'serverError', serverAt };
  return { outcome: statusCode === 200 && isPage ? 'otherPage' : 'good', serverAt };
}

/** Connections of probes that still stand when their time is over are closed. */
class Sockets {
  readonly #open = new Set<net.Socket>();

  keep<Kind extends net.Socket>(socket: Kind): Kind {
    this.#open.add(socket);
    socket.on('error', () => undefined).once('close', () => this.#open.delete(socket));
    return socket;
  }
  close(): void {
    for (const socket of this.#open) socket.destroy();
  }
}

async function connectOnce(host: string, port: number, sockets: Sockets): Promise<ProbeOutcome> {
  return overSocket<ProbeOutcome>(sockets.keep(net.connect({ host: bare(host), port })), 'connect', () => 'good', outcomeOfError);
}

async function tunnelOnce(proxy: string, target: string, sockets: Sockets): Promise<ProbeOutcome> {
  const url = parseAddress(`http://${proxy}`);
  if (!url) return 'other';
  const socket = sockets.keep(net.connect({ host: bare(url.hostname), port: Number(url.port) || 80 }));
  const ask = async (open: net.Socket): Promise<ProbeOutcome> => {
    open.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
    return outcomeOfTunnel(await firstLine(open));
  };
  return overSocket<ProbeOutcome>(socket, 'connect', ask, (error) => (outcomeOfError(error) === 'other' ? 'blocked' : 'gone'));
}

const nameOf = (part: string | string[] | undefined): string | undefined => (Array.isArray(part) ? part[0] : part);

async function issuerOnce(host: string, port: number, sockets: Sockets): Promise<string | null> {
  // Any certificate is looked at and none is believed: nothing is sent over this connection.
  const socket = sockets.keep(tls.connect({ host: bare(host), port, servername: net.isIP(bare(host)) === 0 ? host : '', rejectUnauthorized: false }));
  const read = (): string | null => {
    const { issuer } = socket.getPeerCertificate(false);
    return (nameOf(issuer.O) ?? nameOf(issuer.CN) ?? '').slice(0, 200) || null;
  };
  return overSocket(socket, 'secureConnect', read, () => null);
}

async function plainOnce(host: string, port: number, sockets: Sockets): Promise<PlainAnswer> {
  return new Promise((resolve) => {
    const request = http.get({ host: bare(host), port, path: '/', agent: false, headers: { accept: 'text/html' } }, (message) => {
      resolve(readPlain(message, host));
      message.destroy();
    });
    request.on('socket', (socket) => void sockets.keep(socket));
    request.on('error', (error) => resolve({ outcome: outcomeOfError(error), serverAt: null }));
  });
}

/** The first proxy of a PAC answer as `host:port`; null for DIRECT (Electron, `session.resolveProxy`). */
export function firstProxy(answer: string): string | null {
  const first = answer.split(';')[0]?.trim() ?? '';
  return /^(?:PROXY|HTTPS|SOCKS5?|SOCKS4)\s+(\S{1,300})$/u.exec(first)?.[1] ?? null;
}

/** The probes of this laptop: Node's own connections, because they tell how far a request gets; trust is judged by Chromium's reads. */
export function createNetworkProbes({ net: electronNet, session, clock, patience }: ProbeParts): DoctorProbes {
  const limited = async <Value>(late: Value, action: (sockets: Sockets) => Promise<Value>): Promise<Value> => {
    const sockets = new Sockets();
    const value = await withLimit(clock, patience, late, async () => action(sockets));
    sockets.close();
    return value;
  };
  return {
    isOnline: () => electronNet.isOnline(),
    addresses: () => Object.entries(os.networkInterfaces()).flatMap(([name, list]) => (list ?? []).map(({ address, family, internal }) => ({ name, address, family, internal }))),
    nameServers: getServers,
    proxyFor: async (url) => limited(null, async () => firstProxy(await session.resolveProxy(url))),
    askProxy: async (proxy, host, port) => limited<ProbeOutcome>('gone', async (sockets) => tunnelOnce(proxy, `${host}:${String(port)}`, sockets)),
    lookup: async (host) => (net.isIP(bare(host)) === 0 ? limited<ProbeOutcome>('timeout', async () => lookup(host)) : 'good'),
    connect: async (host, port) => limited<ProbeOutcome>('timeout', async (sockets) => connectOnce(host, port, sockets)),
    issuerOf: async (host, port) => limited(null, async (sockets) => issuerOnce(host, port, sockets)),
    plain: async (host, port) => limited<PlainAnswer>({ outcome: 'timeout', serverAt: null }, async (sockets) => plainOnce(host, port, sockets)),
  };
}
