import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from './certificate.ts';
import { OpenSockets } from './open-sockets.ts';

/** What the server has seen since `expect`. */
export interface Seen {
  /** Heads of requests that arrived whole. */
  readonly heads: number;
  /** Requests that arrived whole, with their body. */
  readonly requests: number;
  /** Connections that were made. */
  readonly connections: number;
}

/** A server that answers every request with the same bytes and counts. */
export interface CountingServer {
  readonly port: number;
  /** From now on it answers with these bytes and counts from nought. `isOpen`: the connection stays open after them. */
  expect(answer: string, isOpen?: boolean): void;
  seen(): Seen;
  /** Resolves when its answer is on its way. */
  answered(): Promise<void>;
  /** Resolves when no connection is left, so that nothing can still arrive. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server on loopback, with TLS when it has a certificate. */
export async function startCountingServer(certificate?: Certificate): Promise<CountingServer> {
  let [answer, isOpen] = ['', false];
  let seen = { heads: 0, requests: 0, connections: 0 };
  let told = (): void => undefined;
  const sockets = new OpenSockets();
  const listener: RequestListener = (request, { socket }) => {
    seen.heads += 1;
    request.on('error', () => undefined).resume().on('end', () => {
      seen.requests += 1;
      socket?.write(Buffer.from(answer, 'latin1'), () => told());
      if (!isOpen) socket?.end();
    });
  };
  const server: Server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  server.on('connection', (socket: Socket) => {
    seen.connections += 1;
    sockets.watch(socket).on('error', () => undefined);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    expect: (next, stays = false) => {
      [answer, isOpen] = [next, stays];
      seen = { heads: 0, requests: 0, connections: 0 };
    },
    seen: () => ({ ...seen }),
    answered: async () =>
      new Promise((resolve) => {
        told = resolve;
      }),
    settled: async () => sockets.gone(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
