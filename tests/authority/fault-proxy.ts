import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { OpenSockets } from './open-sockets.ts';

/** How a connection ends at a cut: a reset (RST), an orderly end (FIN), or silence until the other side gives up. */
export type CutHow = 'reset' | 'close' | 'stall';

/** What the proxy does to every connection until it is armed with something else. `after`: bytes that still pass. */
export type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'cutRequest' | 'cutAnswer'; readonly after: number; readonly how: CutHow };

/** A TCP proxy in front of one port of this machine which breaks connections at an exact byte. */
export interface FaultProxy {
  readonly port: number;
  /** Connections made since `arm`, and how many of them reached the server. */
  connections(): { readonly made: number; readonly reached: number };
  /** Bytes since `arm`, as they came from either side. */
  bytes(): { readonly request: number; readonly answer: number };
  arm(fault: Fault): Promise<void>;
  /** Resolves when a connection has fallen silent. */
  silence(): Promise<void>;
  /** Ends every connection in order, silent ones too. */
  hangUp(): void;
  /** Resolves when no connection is left. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** One connection through the proxy. */
interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** Ends both sides as the fault says. What was written before is on its way by then. */
function cut(how: CutHow, { client, server }: Pair, silent: () => void): void {
  if (how === 'stall') {
    server.pause();
    return silent();
  }
  if (how === 'reset') client.resetAndDestroy();
  else client.end();
  server.destroy();
}

/** Lets `after` bytes pass from one side to the other, then does `then`; with Infinity everything passes. */
function pass(from: Socket, to: Socket, after: number, then: () => void): void {
  let left = after;
  let isDone = false;
  from.on('data', (chunk: Buffer) => {
    if (isDone) return;
    const passing = chunk.subarray(0, left);
    left -= passing.length;
    isDone = left === 0;
    if (passing.length > 0) to.write(passing, isDone ? then : undefined);
    else then();
  });
  from.on('end', () => (isDone ? undefined : to.end()));
}

function serve(pair: Pair, fault: Fault, silent: () => void): void {
  const { client, server } = pair;
  client.on('error', () => undefined).on('close', () => server.destroy());
  server.on('error', () => undefined);
  if (fault.kind === 'none' || fault.kind === 'refuse') {
    pass(client, server, Infinity, () => undefined);
    return pass(server, client, Infinity, () => undefined);
  }
  const then = (): void => cut(fault.how, pair, silent);
  if (fault.kind === 'cutRequest' && fault.after === 0) {
    client.resume();
    return then();
  }
  pass(client, server, fault.kind === 'cutRequest' ? fault.after : Infinity, then);
  pass(server, client, fault.kind === 'cutAnswer' ? fault.after : Infinity, then);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}

/** Starts the proxy in front of `port`, whole at first. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  let fault: Fault = { kind: 'none' };
  let silent = (): void => undefined;
  let count = { made: 0, reached: 0, request: 0, answer: 0 };
  const sockets = new OpenSockets();
  const listener = net.createServer((client) => {
    const mine = count;
    const server = net.connect(port, '127.0.0.1', () => (mine.reached += 1));
    mine.made += 1;
    sockets.watch(client).on('data', (chunk: Buffer) => (mine.request += chunk.length));
    sockets.watch(server).on('data', (chunk: Buffer) => (mine.answer += chunk.length));
    serve({ client, server }, fault, () => silent());
  });
  const own = await listen(listener, 0);
  return {
    port: own,
    connections: () => ({ made: count.made, reached: count.reached }),
    bytes: () => ({ request: count.request, answer: count.answer }),
    arm: async (next) => {
      [fault, count] = [next, { made: 0, reached: 0, request: 0, answer: 0 }];
      if (next.kind === 'refuse') await stop(listener);
      else if (!listener.listening) await listen(listener, own);
    },
    silence: async () =>
      new Promise((resolve) => {
        silent = resolve;
      }),
    hangUp: () => {
      for (const socket of sockets) socket.end().destroySoon();
    },
    settled: async () => sockets.gone(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await stop(listener);
    },
  };
}
