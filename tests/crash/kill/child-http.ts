import { request as send, type IncomingMessage } from 'node:http';
import type { HttpOutcome, HttpPort, HttpRequest } from '../../../electron/oauth/ports.ts';

/** Requests over a fresh loopback connection each, with a mark at every step; counts those under way. */
export class ChildHttp implements HttpPort {
  underWay = 0;
  readonly #mark: (point: string) => void;

  readonly #presenting: (token: string) => void;

  constructor(mark: (point: string) => void, presenting: (token: string) => void) {
    this.#mark = mark;
    this.#presenting = presenting;
  }

  async send(request: HttpRequest): Promise<HttpOutcome> {
    this.underWay += 1;
    const presented = new URLSearchParams(request.body ?? '').get('refresh_token');
    if (presented !== null) this.#presenting(presented);
    this.#mark(`${request.kind}:before`);
    const outcome = await this.#exchange(request);
    this.#mark(`${request.kind}:read`);
    this.underWay -= 1;
    return outcome;
  }

  async #exchange({ method, url, headers, body, kind }: HttpRequest): Promise<HttpOutcome> {
    return new Promise((resolve) => {
      const sent = send(url, { method, headers: { ...headers, ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }) }, agent: false }, (response) => {
        this.#mark(`${kind}:headers`);
        void read(response).then(resolve);
      });
      sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? { kind: 'nothingSent', failure: 'refused' } : { kind: 'unknown', failure: 'reset' }));
      sent.once('finish', () => this.#mark(`${kind}:flushed`));
      sent.end(body ?? undefined);
    });
  }
}

async function read(response: IncomingMessage): Promise<HttpOutcome> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = Object.fromEntries(Object.entries(response.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    return { kind: 'answer', status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8') };
  } catch {
    return { kind: 'unknown', failure: 'reset' };
  }
}
