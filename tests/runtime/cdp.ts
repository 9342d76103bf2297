import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

interface Pending {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** A client of the Chrome DevTools Protocol over a pipe. Chromium ends by itself when the pipe closes, however this process ends. */
export class CdpConnection {
  private readonly events = new EventEmitter();
  private readonly pending = new Map<number, Pending>();
  private readonly writer: Writable;
  private lastId = 0;
  private rest = '';

  constructor(writer: Writable, reader: Readable) {
    this.writer = writer;
    this.events.setMaxListeners(0);
    reader.setEncoding('utf8');
    reader.on('data', (text: string) => this.read(text));
    // A pipe that breaks means that Chromium ended, which its `exit` event tells.
    for (const end of [writer, reader]) end.on('error', () => undefined);
  }

  /** Sends a command, to the browser or to the page of `sessionId`; rejects with Chromium's words. */
  async send<Result = unknown>(method: string, parameters: object = {}, sessionId?: string): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const id = (this.lastId += 1);
      this.pending.set(id, { method, resolve: (result) => resolve(result as Result), reject });
      this.writer.write(`${JSON.stringify({ id, method, params: parameters, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    });
  }

  /** Hears an event of the browser, or of the page of `sessionId`. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the protocol promises
  on<Parameters_>(method: string, listener: (parameters: Parameters_) => void, sessionId = ''): void {
    this.events.on(sessionId + method, listener);
  }

  private read(text: string): void {
    const parts = (this.rest + text).split('\0');
    this.rest = parts.pop() ?? '';
    for (const part of parts) this.receive(JSON.parse(part) as Incoming);
  }

  private receive({ id, method, params, result, error, sessionId = '' }: Incoming): void {
    if (id === undefined) {
      this.events.emit(sessionId + String(method), params);
      return;
    }
    const waiting = this.pending.get(id);
    this.pending.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
