import http from 'node:http';
import os from 'node:os';
import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLoopbackRoute, type LoopbackRoute } from '../../../electron/shell/loopback.ts';

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** The addresses of this machine; without IPv6 there is one. */
const hosts = Object.values(os.networkInterfaces()).flat().some((entry) => entry?.address === '::1') ? ['127.0.0.1', '::1'] : ['127.0.0.1'];

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

async function ask(port: number, target: string, { host = '127.0.0.1', method = 'GET', header = `localhost:${port}` } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path: target, agent: false, headers: { host: header } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });
}

const routes: LoopbackRoute[] = [];
afterEach(async () => {
  await Promise.all(routes.splice(0).map(async (route) => route.release()));
});

async function open(onReturn: (rawUrl: string) => boolean) {
  const port = await freePort();
  const route = createLoopbackRoute({ port, path: '/callback', onReturn });
  routes.push(route);
  expect(await route.listen()).toEqual({ ok: true, value: null });
  return { port, route };
}

describe('the loopback route', () => {
  it.each(hosts)('hears a return on %s, letter by letter', async (host) => {
    const onReturn = vi.fn<(rawUrl: string) => boolean>(() => true);
    const { port } = await open(onReturn);
    const answer = await ask(port, '/callback?state=a%2Fb&code=c+d&code=', { host });
    expect(answer.status).toBe(200);
    expect(onReturn.mock.calls).toEqual([[`http://localhost:${port}/callback?state=a%2Fb&code=c+d&code=`]]);
  });

  it('answers with a page that holds nothing of the return and loads nothing', async () => {
    const { port } = await open(() => true);
    const { body, headers } = await ask(port, '/callback?code=canary&state=canary');
    expect(body).toContain('You can close this window');
    expect(body).not.toMatch(/canary|<script|http/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', connection: 'close' });
  });

  it('closes by itself after a return that was taken', async () => {
    const { port } = await open(() => true);
    expect((await ask(port, '/callback?code=c')).status).toBe(200);
    await vi.waitFor(async () => expect(ask(port, '/callback?code=c')).rejects.toThrow('ECONNREFUSED'));
  });

  it('stays open after a forged one', async () => {
    const onReturn = vi.fn<(rawUrl: string) => boolean>((rawUrl) => rawUrl.includes('state=right'));
    const { port } = await open(onReturn);
    expect((await ask(port, '/callback?state=forged')).status).toBe(200);
    expect((await ask(port, '/callback?state=right')).status).toBe(200);
    expect(onReturn).toHaveBeenCalledTimes(2);
  });

  it('finishes the page even when it is released from within the return', async () => {
    let released: Promise<void> | undefined;
    const { port, route } = await open(() => {
      released = route.release();
      return true;
    });
    expect((await ask(port, '/callback?code=c')).body).toContain('You can close this window');
    await released;
  });

  it.each(['/', '/favicon.ico', '/callback/', '/Callback', '/%63allback', '//callback', '/callback;x', '/x/../callback'])('answers 404 to %s', async (target) => {
    const onReturn = vi.fn<(rawUrl: string) => boolean>(() => true);
    const { port } = await open(onReturn);
    expect((await ask(port, target)).status).toBe(404);
    expect(onReturn).not.toHaveBeenCalled();
  });

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('answers 404 to %s', async (method) => {
    const onReturn = vi.fn<(rawUrl: string) => boolean>(() => true);
    const { port } = await open(onReturn);
    expect((await ask(port, '/callback?code=c', { method })).status).toBe(404);
    expect(onReturn).not.toHaveBeenCalled();
  });

  it('refuses a name from outside that points here', async () => {
    const onReturn = vi.fn<(rawUrl: string) => boolean>(() => true);
    const { port } = await open(onReturn);
    for (const header of ['rebound.example', `rebound.example:${port}`, 'localhost', `localhost:${port + 1}`]) {
      expect((await ask(port, '/callback?code=c', { header })).status).toBe(400);
    }
    for (const header of [`127.0.0.1:${port}`, `[::1]:${port}`]) expect((await ask(port, '/elsewhere', { header })).status).toBe(404);
    expect(onReturn).not.toHaveBeenCalled();
  });

  it.each(hosts)('says L-82 with the port when it is in use on %s, and leaves nothing open', async (host) => {
    const other = net.createServer();
    await new Promise<void>((resolve) => {
      other.listen({ port: 0, host, ipv6Only: true }, resolve);
    });
    const { port } = other.address() as AddressInfo;
    const route = createLoopbackRoute({ port, path: '/callback', onReturn: () => true });
    expect(await route.listen()).toEqual({ ok: false, problem: { code: 'L-82', port, reason: 'EADDRINUSE' } });
    for (const each of hosts.filter((address) => address !== host)) await expect(ask(port, '/callback', { host: each })).rejects.toThrow('ECONNREFUSED');
    other.close();
  });

  it('ends idle connections on release, and can be released twice and before it listens', async () => {
    const { port, route } = await open(() => true);
    const socket = net.connect(port, '127.0.0.1');
    await new Promise((resolve) => {
      socket.once('connect', resolve);
    });
    const closed = new Promise((resolve) => {
      socket.once('close', resolve).on('error', () => undefined);
    });
    await Promise.all([route.release(), route.release(), closed]);
    await createLoopbackRoute({ port, path: '/', onReturn: () => true }).release();
  });
});
