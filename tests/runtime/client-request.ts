import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { ClientRequestConstructorOptions } from 'electron';
import { sendThroughProxy, type Ask } from './http-proxy.ts';
import { readBody, REDIRECTS, type Connections, type Step } from './http-wire.ts';
import { netError } from './net-errors.ts';
import { notImplemented } from './not-implemented.ts';

/** What a request needs of its session. */
export interface Wire {
  readonly connections: Connections;
  getUserAgent(): string;
  /** Why a request may not leave now; null: it may. */
  refusal(url: URL): Error | null;
}

type Options = Omit<ClientRequestConstructorOptions, 'session'>;

const READ_OPTIONS: ReadonlySet<string> = new Set(['method', 'url', 'headers', 'session', 'redirect', 'credentials', 'cache']);

function readOptions({ method = 'GET', url = '', headers = {}, redirect }: Options): Step {
  const address = new URL(url);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') throw new Error('ClientRequest only supports http: and https: protocols');
  if (redirect !== 'error') throw notImplemented('net.request with a redirect mode other than error');
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return { method: method.toUpperCase(), url: address, headers: Object.fromEntries(texts), body: undefined };
}

/** The answer as a stream with Electron's members. */
function toMessage(answer: IncomingMessage, body: AsyncIterable<Uint8Array>): Readable {
  const { statusCode = 0, statusMessage = '', httpVersion, headers } = answer;
  const chunks = Readable.from((async function* buffers() {
    for await (const chunk of body) yield Buffer.from(chunk);
  })(), { objectMode: false });
  return Object.assign(chunks, { statusCode, statusMessage, httpVersion, headers });
}

// oxlint-disable-next-line require-yield -- Chromium gives nothing of this body away
async function* withheld(): AsyncGenerator<Uint8Array> {
  throw netError('TUNNEL_CONNECTION_FAILED');
}

/** Electron's `ClientRequest` with redirect mode `error`; the body is sent as a whole at `end`. */
export class ClientRequest extends EventEmitter {
  private readonly wire: Wire;
  private readonly controller = new AbortController();
  private readonly chunks: Buffer[] = [];
  private step: Step;
  private response: Readable | undefined;
  private isStarted = false;
  private isClosed = false;

  constructor(options: Options, wire: Wire) {
    super();
    for (const name of Object.keys(options)) if (!READ_OPTIONS.has(name)) throw notImplemented(`net.request with ${name}`);
    this.step = readOptions(options);
    this.wire = wire;
  }

  setHeader(name: string, value: string): void {
    if (this.isStarted || this.chunks.length > 0) throw new Error("Can't set headers after they are sent");
    this.step = { ...this.step, headers: { ...this.step.headers, [name.toLowerCase()]: value } };
  }
  write(chunk: string | Buffer): void {
    if (this.isStarted) throw new Error('write after end');
    this.chunks.push(Buffer.from(chunk as string));
  }
  end(chunk?: string | Buffer): this {
    if (chunk !== undefined) this.write(chunk);
    if (this.isStarted) throw new Error('write after end');
    this.isStarted = true;
    this.run().catch((error: unknown) => this.die(error instanceof Error ? error : netError('FAILED')));
    process.nextTick(() => this.emit('finish'));
    return this;
  }
  abort(): void {
    if (this.controller.signal.aborted || this.isClosed) return;
    this.controller.abort();
    process.nextTick(() => this.emit('abort'));
    this.die(undefined);
  }

  private async run(): Promise<void> {
    const { url, method, headers } = this.step;
    const refusal = this.wire.refusal(url);
    if (refusal) throw refusal;
    const body = this.chunks.length > 0 ? Buffer.concat(this.chunks) : undefined;
    const length = body ? { 'content-length': String(body.length) } : {};
    const step = { ...this.step, body, headers: { accept: '*/*', 'user-agent': this.wire.getUserAgent(), ...headers, ...length } };
    const { signal } = this.controller;
    const { answer, isTunnelRefusal } = await sendThroughProxy({ ...step, method }, signal, this.wire.connections, this.ask);
    if (this.isClosed) return void answer.destroy();
    if (REDIRECTS.includes(answer.statusCode ?? 0) && answer.headers.location !== undefined) {
      answer.destroy();
      throw new Error("Attempted to redirect, but redirect policy was 'error'");
    }
    this.receive(toMessage(answer, isTunnelRefusal ? withheld() : readBody(answer, signal)));
  }

  private receive(message: Readable): void {
    this.response = message;
    message.on('end', () => this.close()).on('error', (error) => this.die(error));
    this.emit('response', message);
  }

  /** As in Electron, nobody listening is the same as no password. */
  private readonly ask: Ask = async (info) =>
    new Promise((resolve) => {
      const answer = (userName?: string, password?: string): void => resolve(userName === undefined || password === undefined ? null : [userName, password]);
      if (!this.emit('login', info, answer)) answer();
    });

  private die(error: Error | undefined): void {
    if (this.isClosed) return;
    this.response?.destroy(error);
    if (error) this.emit('error', error);
    this.close();
  }

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    process.nextTick(() => this.emit('close'));
  }
}
