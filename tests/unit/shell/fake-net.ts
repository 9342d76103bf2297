import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { AuthInfo, ClientRequest, ClientRequestConstructorOptions, Session } from 'electron';
import type { RequestNet } from '../../../electron/shell/one-request.ts';

/** What a fake network answers. */
export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | AsyncIterable<Buffer>;
}

/** A request as the fake network sees it. */
export interface Asked {
  readonly options: ClientRequestConstructorOptions;
  readonly body: string | null;
  isAborted(): boolean;
  /** Asks for a password and tells what was said; empty: nothing. */
  login(info?: Partial<AuthInfo>): Promise<readonly (string | undefined)[]>;
}

/** Answers, or rejects with the error of the request. */
export type Serve = (asked: Asked) => Promise<FakeAnswer>;

/** A message like Electron's. */
function toMessage({ status, headers = {}, body = '' }: FakeAnswer): Readable {
  const chunks = typeof body === 'string' ? [Buffer.from(body)] : body;
  return Object.assign(Readable.from(chunks, { objectMode: false }), { statusCode: status, headers });
}

class FakeRequest extends EventEmitter {
  private aborted = false;
  private message: Readable | null = null;
  private readonly options: ClientRequestConstructorOptions;
  private readonly serve: Serve;

  constructor(options: ClientRequestConstructorOptions, serve: Serve) {
    super();
    this.options = options;
    this.serve = serve;
  }

  end(body?: string): void {
    const login: Asked['login'] = async (info) =>
      new Promise((resolve) => {
        this.emit('login', { isProxy: true, scheme: 'basic', host: 'proxy', port: 1, realm: '', ...info }, (...given: (string | undefined)[]) => resolve(given));
      });
    this.serve({ options: this.options, body: body ?? null, isAborted: () => this.aborted, login }).then((answer) => this.receive(answer)).catch((error: unknown) => this.emit('error', error));
  }
  abort(): void {
    this.aborted = true;
    this.message?.destroy();
  }

  /** As in Electron, an error of the answer is an error of the request as well. */
  private receive(answer: FakeAnswer): void {
    this.message = toMessage(answer);
    this.message.on('error', (error) => this.emit('error', error));
    this.emit('response', this.message);
  }
}

/** A `net` that sends nothing. */
export function fakeNet(serve: Serve, isOnline = true): RequestNet & { isOnline(): boolean } {
  return { request: (options) => new FakeRequest(options as ClientRequestConstructorOptions, serve) as unknown as ClientRequest, isOnline: () => isOnline };
}

/** A session of which nothing but its connections is used. */
export function fakeSession(closeAllConnections: () => Promise<void> = async () => undefined): Session {
  return { closeAllConnections } as Session;
}
