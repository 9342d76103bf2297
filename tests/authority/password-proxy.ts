import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { OpenSockets } from './open-sockets.ts';

/** A running proxy. */
export interface PasswordProxy {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** What was asked of it, oldest first: the method with the target, and whether it was let through. */
  readonly asked: readonly { readonly what: string; readonly passed: boolean }[];
  /** Tunnels that reached their server. */
  reached(): number;
  /** Resolves when no connection is left. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const CHALLENGE = 'Basic realm="the office"';

function forward(incoming: IncomingMessage, response: ServerResponse): void {
  const { 'proxy-authorization': _ours, ...headers } = incoming.headers;
  const outgoing = request(incoming.url ?? '', { method: incoming.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  incoming.pipe(outgoing);
}

function tunnel(authority: string, client: Duplex, reached: () => void): Socket {
  const [, host = '', port = '0'] = /^\[?(.*?)\]?:(\d+)$/.exec(authority) ?? [];
  const server = net.connect(Number(port), host, () => {
    reached();
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    client.pipe(server).pipe(client);
  });
  client.on('error', () => server.destroy()).on('close', () => server.destroy());
  return server.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
}

/** Starts an HTTP proxy on loopback that lets through whoever knows this name and password; without them everybody. Its own connections end with `close`. */
export async function startPasswordProxy(userName?: string, password?: string): Promise<PasswordProxy> {
  const expected = userName === undefined ? null : `Basic ${Buffer.from(`${userName}:${password ?? ''}`).toString('base64')}`;
  const asked: { what: string; passed: boolean }[] = [];
  const sockets = new OpenSockets();
  let reached = 0;
  const isWelcome = ({ method, url, headers }: IncomingMessage): boolean => {
    const passed = expected === null || headers['proxy-authorization'] === expected;
    asked.push({ what: `${method ?? ''} ${url ?? ''}`, passed });
    return passed;
  };
  const server = createServer((incoming, response) => {
    if (isWelcome(incoming)) return forward(incoming, response);
    incoming.resume();
    response.writeHead(407, { 'proxy-authenticate': CHALLENGE }).end('who are you?');
  });
  server.on('connect', (incoming: IncomingMessage, client: Duplex) => {
    if (isWelcome(incoming)) sockets.watch(tunnel(incoming.url ?? '', client, () => (reached += 1)));
    else client.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${CHALLENGE}\r\nContent-Length: 12\r\n\r\nwho are you?`);
  });
  server.on('connection', (socket: Socket) => void sockets.watch(socket).on('error', () => undefined));
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    reached: () => reached,
    settled: async () => sockets.gone(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
