import { existsSync } from 'node:fs';
import net, { type AddressInfo, type Socket } from 'node:net';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

/** Where the server dies while it answers a POST. */
type Stage = 'before reading' | 'after the headers' | 'after the body' | 'half an answer';

const BODY = 'grant_type=refresh_token&refresh_token=x';
const PAGE = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nok';
const HALF = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"access';

/** A server on bare TCP, so that it can die anywhere and counts what really arrives. GET is answered and the connection kept. */
class DyingServer {
  /** POSTs, told by their first line; connections count where the server dies unread. */
  posts = 0;
  connections = 0;
  stage: Stage = 'after the body';
  #armed = false;
  readonly #sockets = new Set<Socket>();
  readonly #server = net.createServer((socket) => this.#serve(socket));

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  /** From now on the server dies at `stage`, and counts from nought. */
  arm(stage: Stage): void {
    Object.assign(this, { stage, posts: 0, connections: 0 });
    this.#armed = true;
  }

  #serve(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    // Nothing is read, but the request is waited for: it has left Chromium when the connection dies.
    if (this.#armed && this.stage === 'before reading') return void setTimeout(() => socket.destroy(), 100);
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (received.startsWith('POST')) received = this.#post(socket, received);
      else if (received.endsWith('\r\n\r\n')) {
        received = '';
        socket.write(PAGE);
      }
    });
  }

  #post(socket: Socket, received: string): string {
    const bodyStart = received.indexOf('\r\n\r\n') + 4;
    if (bodyStart < 4 || (this.stage !== 'after the headers' && received.length < bodyStart + BODY.length)) return received;
    this.posts += 1;
    if (this.stage === 'half an answer') socket.end(HALF);
    else socket.destroy();
    return '';
  }
}

const executable = [process.env['LIAISON_CHROMIUM'], '/usr/lib/chromium/chromium'].find((candidate) => candidate !== undefined && existsSync(candidate));

/** One context has connections of its own, like a session whose connections were all closed. */
async function postFrom(context: BrowserContext, origin: string): Promise<string> {
  const [page = await context.newPage()] = context.pages();
  if (page.url() === 'about:blank') await page.goto(origin);
  return page.evaluate(async (body) => {
    try {
      const response = await fetch('/token', { method: 'POST', body, cache: 'no-store', credentials: 'omit', redirect: 'error' });
      return await response.text();
    } catch {
      return 'failed';
    }
  }, BODY);
}

describe('one token request, one POST', () => {
  let browser: Browser;
  let server: DyingServer;
  let origin = '';

  beforeAll(async () => {
    browser = await chromium.launch({ ...(executable && { executablePath: executable }), args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => browser?.close());
  afterEach(async () => {
    server.close();
    await Promise.all(browser.contexts().map(async (context) => context.close()));
  });

  const start = async (): Promise<void> => {
    server = new DyingServer();
    origin = `http://127.0.0.1:${await server.listen()}`;
  };

  it('control: on a reused connection that dies before the headers, Chromium sends the POST again by itself', async () => {
    await start();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(origin);
    // Requests without credentials have connections of their own: this one is left open for the POST.
    await page.evaluate(async () => (await fetch('/first', { credentials: 'omit' })).text());
    server.arm('after the body');
    expect(await postFrom(context, origin)).toBe('failed');
    console.log(`control: one fetch on a reused connection, ${server.posts} POSTs at the server`);
    expect(server.posts).toBeGreaterThan(1);
  });

  it.each(['after the headers', 'after the body', 'half an answer'] as const)('a fresh connection that dies %s: exactly one POST', async (stage) => {
    await start();
    const page = await freshPage(browser, origin);
    server.arm(stage);
    expect(await postFrom(page, origin)).toBe('failed');
    console.log(`fresh connection, server dies ${stage}: ${server.posts} POST`);
    expect(server.posts).toBe(1);
  });

  it('a fresh connection that dies before anything is read: exactly one connection is made for it', async () => {
    await start();
    const page = await freshPage(browser, origin);
    server.arm('before reading');
    expect(await postFrom(page, origin)).toBe('failed');
    console.log(`fresh connection, server dies before reading: ${server.connections} connection`);
    expect(server.connections).toBe(1);
  });
});

/** A page whose own document came without the network, so that its first request opens the connection. */
async function freshPage(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${origin}/`, async (route) => route.fulfill({ status: 200, contentType: 'text/html', body: 'ok' }));
  await page.goto(`${origin}/`);
  await page.unrouteAll();
  return context;
}
