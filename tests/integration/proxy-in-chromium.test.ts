import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../authority/certificate.ts';
import { startCountingServer, type CountingServer } from '../authority/counting-server.ts';
import { startPasswordProxy, type PasswordProxy } from '../authority/password-proxy.ts';

const executable = [process.env['LIAISON_CHROMIUM'], '/usr/lib/chromium/chromium'].find((candidate) => candidate !== undefined && existsSync(candidate));
const answer = (status: string, more = ''): string => `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${more}Content-Length: 2\r\n\r\n{}`;

/** What the program's own requests cannot show without Electron is shown with Chromium's: how it treats a proxy's password and a server's 4xx. */
describe('Chromium itself, with the options of the token request', { timeout: 60_000 }, () => {
  let browser: Browser;
  let server: CountingServer;
  let proxy: PasswordProxy;
  let origin = '';

  beforeAll(async () => {
    browser = await chromium.launch({ ...(executable && { executablePath: executable }), args: ['--no-sandbox', '--disable-http2', '--disable-quic'] });
    server = await startCountingServer(selfSigned());
    origin = `https://localhost:${String(server.port)}`;
  }, 60_000);
  beforeEach(async () => {
    proxy = await startPasswordProxy('martin', 'pa:ss');
    server.expect(answer('200 OK'));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(async (context) => context.close()));
    await proxy.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  /** One POST from a page whose document came without the network, on a connection of its own. */
  async function post(options: BrowserContextOptions): Promise<string> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
    const page = await context.newPage();
    // Its own icon keeps Chromium from asking the server for one.
    await page.route(`${origin}/`, async (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<link rel="icon" href="data:,">' }));
    await page.goto(`${origin}/`);
    await page.unrouteAll();
    return page.evaluate(async () => fetch('/token', { method: 'POST', body: 'grant_type=x', cache: 'no-store', credentials: 'omit', redirect: 'error' }).then(async (response) => `${String(response.status)} ${await response.text().catch(() => 'broken')}`).catch(() => 'failed'));
  }
  const asked = (): readonly boolean[] => proxy.asked.filter(({ what }) => what.startsWith('CONNECT localhost:')).map(({ passed }) => passed);

  it('asks for a proxy\'s password even without credentials, while it opens the tunnel: one POST', async () => {
    expect(await post({ proxy: { server: proxy.origin, username: 'martin', password: 'pa:ss' } })).toBe('200 {}');
    expect(new Set(asked())).toEqual(new Set([false, true]));
    expect(server.seen().heads).toBe(1);
  });

  it('opens no tunnel with a wrong one, shows the head of the refusal and withholds its body: no POST', async () => {
    expect(await post({ proxy: { server: proxy.origin, username: 'martin', password: 'wrong' } })).toBe('407 broken');
    expect(asked()).not.toContain(true);
    expect(server.seen()).toEqual({ heads: 0, requests: 0, connections: 0 });
  });

  it('does not answer a server that wants a password: one POST', async () => {
    server.expect(answer('401 Unauthorized', 'WWW-Authenticate: Basic realm="x"\r\n'));
    expect(await post({ httpCredentials: { username: 'martin', password: 'pa:ss' } })).toBe('401 {}');
    expect(server.seen().heads).toBe(1);
  });

  it('takes a server\'s 407 for an error: one POST', async () => {
    for (const options of [{}, { proxy: { server: proxy.origin, username: 'martin', password: 'pa:ss' } }]) {
      server.expect(answer('407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="x"\r\n'));
      expect(await post(options)).toBe('failed');
      expect(server.seen().heads).toBe(1);
    }
  });

  it.each(['408 Request Timeout', '503 Service Unavailable'])('sends no second POST after status %s', async (status) => {
    server.expect(answer(status, 'Retry-After: 1\r\n'));
    expect(await post({})).toBe(`${status.slice(0, 3)} {}`);
    expect(server.seen().heads).toBe(1);
  });

  it('known: sends a second POST by itself after status 421, by which a server says that it did not act (RFC 9110 §15.5.20)', async () => {
    server.expect(answer('421 Misdirected Request'));
    expect(await post({})).toBe('421 {}');
    console.log(`Chromium, fresh connection, status 421: ${String(server.seen().heads)} POSTs`);
    expect(server.seen().heads).toBe(2);
  });
});
