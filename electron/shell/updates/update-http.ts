import type { RequestOptions } from 'node:http';
import type { ClientRequest, IncomingMessage, Session } from 'electron';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import type { Clock } from '../../oauth/ports.ts';
import { createPorter, type RequestNet } from '../one-request.ts';
import type { ProxyPassword } from '../proxy-password.ts';

/** What requests for updates are sent with. `origin`: the only one that is ever asked. */
export interface UpdateHttpParts {
  readonly net: RequestNet;
  readonly session: Session;
  readonly origin: string;
  readonly proxyPassword: ProxyPassword;
  readonly clock: Clock;
}

/** A request was refused by us; the text says nothing of where it would have gone. */
export class RefusedRequest extends Error {}

/** All that leaves besides what Chromium adds: above all no number by which a laptop could be told from another. */
const HEADERS: readonly string[] = ['accept', 'range', 'cache-control', 'user-agent'];
/** Milliseconds without a byte after which a request is given up. */
const STALLED = 60_000;
/** Bytes of an answer that are read: of the list of versions, and of anything else. */
const LARGEST_LIST = 64 * 1024;
const LARGEST_FILE = 600 * 1024 * 1024;

function headersOf(headers: RequestOptions['headers']): Record<string, string> {
  const named = Object.entries((headers ?? {}) as Readonly<Record<string, unknown>>).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(named.filter((pair): pair is readonly [string, string] => HEADERS.includes(pair[0]) && typeof pair[1] === 'string'));
}

const urlOf = ({ protocol, hostname, port, path }: RequestOptions): URL => new URL(`${protocol ?? 'https:'}//${hostname ?? ''}${port === undefined || port === null || port === '' ? '' : `:${String(port)}`}${path ?? '/'}`);

/**
 * The updater's requests over Chromium's stack, which knows the system's proxy and roots: to one origin, without redirects, cookies or cache. The
 * updater's own way would follow a redirect anywhere and wait for ever.
 */
export class UpdateHttp extends ElectronHttpExecutor {
  readonly #parts: UpdateHttpParts;
  readonly #underWay = new Set<ClientRequest>();

  constructor(parts: UpdateHttpParts) {
    super();
    this.#parts = parts;
  }

  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
    const { net, session, origin, proxyPassword } = this.#parts;
    const url = urlOf(options);
    if (url.origin !== origin) throw new RefusedRequest('another origin');
    const request = net.request({ session, method: 'GET', url: url.href, headers: headersOf(options.headers), redirect: 'error', credentials: 'omit', cache: 'no-store' });
    const porter = createPorter({ url: url.href, kind: 'read' }, proxyPassword);
    request.on('login', (info, answer) => porter.answer(info, answer));
    this.#watch(request, url.pathname.endsWith('.yml') ? LARGEST_LIST : LARGEST_FILE, callback);
    return request;
  }

  /** Ends what is under way; the updater only stops listening to it. */
  abort(): void {
    for (const request of this.#underWay) request.abort();
  }

  /** Gives up what stalls or is too large. */
  #watch(request: ClientRequest, most: number, callback: (response: IncomingMessage) => void): void {
    let cancel = (): void => undefined;
    const end = (): void => {
      cancel();
      this.#underWay.delete(request);
    };
    const giveUp = (why: string): void => {
      end();
      request.emit('error', new RefusedRequest(why));
      request.abort();
    };
    const wait = (): void => {
      cancel();
      cancel = this.#parts.clock.after(STALLED, () => giveUp('stalled'));
    };
    wait();
    this.#underWay.add(request);
    request.on('error', end);
    request.on('close', end);
    request.on('abort', end);
    request.on('response', (response) => {
      let length = 0;
      response.on('data', (chunk) => {
        // For a list the updater asks for text.
        length += Buffer.byteLength(chunk);
        if (length > most) giveUp('too large');
        else wait();
      });
      response.on('end', end);
      callback(response);
    });
  }
}
