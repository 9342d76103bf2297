import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Random } from '../../oauth/ports.ts';
import type { Secret } from '../../oauth/secret.ts';

/** One way to a page whose address must stand on no command line and no clipboard. It can be passed once. */
export interface Door {
  readonly target: Secret;
  /** Left in the browser, so that a later door knows a window that was used before. Says nothing to anybody else. */
  readonly mark: string;
  /** The browser has come; `formerMark`: what an earlier door left in this window, null when the window is fresh. */
  entered(formerMark: string | null): void;
}

/** Doors on loopback; it listens only while there are any. */
export interface Doorway {
  /** The address to give to the browser; worthless as soon as it was used. L-85 when nothing can listen on this computer. */
  open(door: Door): Promise<Result<string>>;
  /** Every door is shut; whoever comes later is turned away. */
  shut(): Promise<void>;
}

const HOST = '127.0.0.1';
const COOKIE = 'liaison_window';
/** 400 days, in seconds: the longest that browsers keep. A private window forgets it when it is closed. */
const KEPT = 34_560_000;
/** Milliseconds a browser has to send its request. */
const REQUEST_TIMEOUT = 10_000;

const STYLE = 'body{max-width:36rem;margin:20vh auto 0;padding:0 1.5rem;font:1.25rem/1.5 system-ui,sans-serif}p:first-of-type{font-size:1.75rem;font-weight:650;line-height:1.25}:root{color-scheme:light dark}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const USED = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Liaison</title><style>${STYLE}</style></head>
<body>
<p>This address works once. Go back to Liaison and press “Show the page again”.</p>
<p lang="fr">Cette adresse ne fonctionne qu’une fois. Revenez à Liaison et affichez la page à nouveau.</p>
<p lang="it">Questo indirizzo funziona una volta sola. Torna a Liaison e mostra di nuovo la pagina.</p>
</body>
</html>
`;

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', connection: 'close',
};

function formerMark({ headers }: IncomingMessage): string | null {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=(?<mark>[\\w-]{1,64})(?:;|$)`, 'u').exec(headers.cookie ?? '')?.groups?.['mark'] ?? null;
}

function letThrough(response: ServerResponse, { target, mark }: Door): void {
  const cookie = `${COOKIE}=${mark}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${KEPT}`;
  response.writeHead(302, { ...HEADERS, location: target.reveal(), 'set-cookie': cookie }).end();
}

async function listen(server: Server): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ host: HOST, port: 0, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

class LoopbackDoorway implements Doorway {
  readonly #random: Random;
  /** By the path that leads to it. */
  readonly #doors = new Map<string, Door>();
  #server: Server | null = null;
  #port: Promise<number | null> = Promise.resolve(null);

  constructor(random: Random) {
    this.#random = random;
  }

  open = async (door: Door): Promise<Result<string>> => {
    const path = `/${Buffer.from(this.#random.bytes(32)).toString('base64url')}`;
    this.#doors.set(path, door);
    if (!this.#server) {
      this.#server = createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT }, (request, response) => void this.#answer(request, response));
      this.#port = listen(this.#server);
    }
    const port = await this.#port;
    return port === null ? failure({ code: 'L-85', reason: 'doorway' }) : success(`http://${HOST}:${port}${path}`);
  };

  shut = async (): Promise<void> => {
    const server = this.#server;
    this.#server = null;
    this.#doors.clear();
    await this.#port;
    if (server) await new Promise((resolve) => server.close(resolve));
  };

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '/' } = request;
    const door = this.#doors.get(url);
    // A name that points to this computer from outside (DNS rebinding) brings its own Host header.
    if (method !== 'GET' || request.headers.host !== `${HOST}:${await this.#port}`) response.writeHead(400, HEADERS).end();
    else if (!door) response.writeHead(410, HEADERS).end(USED);
    else {
      this.#doors.delete(url);
      // Said first: a browser that is signed in already comes back at once.
      door.entered(formerMark(request));
      letThrough(response, door);
    }
  }
}

/** Prepares doors; nothing listens before the first one. */
export function createDoorway(random: Random): Doorway {
  const { open, shut } = new LoopbackDoorway(random);
  return { open, shut };
}
