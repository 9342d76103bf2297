import { createServer, type RequestListener, type Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { OpenSockets } from './open-sockets.ts';

/** A place on loopback that treats its visitors badly. */
export interface BadPlace {
  readonly port: number;
  /** `http://localhost:PORT`. */
  readonly origin: string;
  close(): Promise<void>;
}

async function listen(server: Server | net.Server): Promise<BadPlace> {
  const sockets = new OpenSockets();
  server.on('connection', (socket: net.Socket) => void sockets.watch(socket).on('error', () => undefined));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://localhost:${String(port)}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** A server that answers as it is told. */
export async function startServer(handle: RequestListener): Promise<BadPlace> {
  return listen(createServer(handle));
}

/** A guest network: whatever is asked for leads to its own page, or gets 511 (RFC 6585 §6). */
export async function startGuestNetwork(how: 'leads' | 'says' = 'leads'): Promise<BadPlace> {
  return startServer((_request, response) => {
    if (how === 'says') response.writeHead(511, { 'content-type': 'text/html' }).end('<p>Accept our terms</p>');
    else response.writeHead(302, { location: 'http://welcome.hotel.example/accept' }).end();
  });
}

/** Takes every connection and never says a word. */
export async function startBlackHole(): Promise<BadPlace> {
  return listen(net.createServer());
}

/** A proxy that opens no tunnel, for nobody. */
export async function startRefusingProxy(): Promise<BadPlace> {
  const server = createServer((_request, response) => void response.writeHead(403).end());
  server.on('connect', (_request, socket) => void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'));
  return listen(server);
}

/** A port of loopback on which nobody listens. */
export async function closedPort(): Promise<number> {
  const place = await listen(net.createServer());
  await place.close();
  return place.port;
}
