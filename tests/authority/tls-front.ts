import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.ts';

/** TLS in front of a plain server. */
export interface TlsFront {
  /** `https://localhost:PORT`. */
  readonly origin: string;
  close(): Promise<void>;
}

function passOn(target: string, incoming: IncomingMessage, response: ServerResponse): void {
  const outgoing = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  incoming.pipe(outgoing);
}

/** Serves on loopback with the certificate what `target` answers. */
export async function startTlsFront(certificate: Certificate, target: string): Promise<TlsFront> {
  const server = createServer(certificate, (incoming, response) => passOn(target, incoming, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `https://localhost:${String((server.address() as AddressInfo).port)}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
