import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failure, success, type Result } from '../contract/result.ts';

/** A listener for the return to `http://localhost:PORT/path` (RFC 8252 §7.3, with the port that is registered). */
export interface LoopbackRoute {
  /** Begins to listen on 127.0.0.1 and ::1. L-82 with the port when it cannot be had. */
  listen(): Promise<Result<null>>;
  /** Stops listening and ends every connection; an answer under way is finished first. May be called at any time and more than once. */
  release(): Promise<void>;
}

/**
 * Port and path of the registered redirect URI. `onReturn` gets the whole address as it was called, never logged;
 * it says whether that belonged to the running sign-in: only then the listener closes, so that a forged call cannot take its place.
 */
export interface LoopbackOptions {
  readonly port: number;
  readonly path: string;
  readonly onReturn: (rawUrl: string) => boolean;
}

const STYLE = 'body{max-width:36rem;margin:20vh auto 0;padding:0 1.5rem;font:1.25rem/1.5 system-ui,sans-serif}p:first-of-type{font-size:2rem;font-weight:650;line-height:1.25}:root{color-scheme:light dark}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Liaison</title><style>${STYLE}</style></head>
<body>
<p>You can close this window and go back to Liaison.</p>
<p lang="fr">Vous pouvez fermer cette fenêtre et revenir à Liaison.</p>
<p lang="it">Può chiudere questa finestra e tornare a Liaison.</p>
<p lang="de">Sie können dieses Fenster schließen und zu Liaison zurückkehren.</p>
<p lang="es">Puede cerrar esta ventana y volver a Liaison.</p>
<p lang="nl">U kunt dit venster sluiten en teruggaan naar Liaison.</p>
</body>
</html>
`;

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  connection: 'close',
};

const ADDRESSES = ['127.0.0.1', '::1'] as const;
/** Answers of a machine without IPv6. */
const NO_SUCH_ADDRESS: readonly string[] = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'];
/** Milliseconds a browser has to send its request. */
const REQUEST_TIMEOUT = 10_000;

/** The error code of a listen that failed, or null when it listens. */
async function listenOn(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, ipv6Only: true, exclusive: true }, () => resolve(null));
  });
}

/** Ends listening at once; resolves when the last connection is gone. */
async function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, HEADERS).end(body);
}

/** A name that points to this machine from outside (DNS rebinding) brings its own Host header. */
function isOurHost(host: string | undefined, port: number): boolean {
  return host === `localhost:${port}` || host === `127.0.0.1:${port}` || host === `[::1]:${port}`;
}

function statusFor(request: IncomingMessage, { port, path }: LoopbackOptions): 200 | 400 | 404 {
  if (!isOurHost(request.headers.host, port)) return 400;
  return request.method === 'GET' && request.url?.split('?', 1)[0] === path ? 200 : 404;
}

/** Prepares the loopback route; nothing listens before `listen`. */
export function createLoopbackRoute(options: LoopbackOptions): LoopbackRoute {
  let finished = false;
  const inHand = new Set<ServerResponse>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    inHand.add(response);
    response.once('close', () => {
      inHand.delete(response);
      endConnections();
    });
    const status = finished ? 404 : statusFor(request, options);
    if (status === 200 && options.onReturn(`http://localhost:${options.port}${request.url}`)) void release();
    answer(response, status, status === 200 ? PAGE : '');
  };
  const servers = ADDRESSES.map(() => createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT }, handle));
  const endConnections = (): void => {
    if (finished && inHand.size === 0) for (const server of servers) server.closeAllConnections();
  };
  const release = async (): Promise<void> => {
    finished = true;
    const closed = servers.map(async (server) => close(server));
    endConnections();
    await Promise.all(closed);
  };
  return { listen: async () => listenOnAll(servers, options.port, release), release };
}

async function listenOnAll(servers: readonly Server[], port: number, release: () => Promise<void>): Promise<Result<null>> {
  const errors = await Promise.all(servers.map(async (server, index) => listenOn(server, ADDRESSES[index] ?? '', port)));
  const busy = errors.find((code, index) => code !== null && !(index === 1 && NO_SUCH_ADDRESS.includes(code)));
  if (!busy) return success(null);
  await release();
  return failure({ code: 'L-82', port, reason: busy });
}
