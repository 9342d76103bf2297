import { expect, type ElectronApplication } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../../authority/certificate.ts';
import { startPasswordProxy, type PasswordProxy } from '../../authority/password-proxy.ts';
import { runtimeName } from '../launch.ts';
import { test } from './fixtures.ts';

/** What main is told to send. `passwords`: what `login` is answered with, one each time; an empty list: nothing. */
interface Errand {
  readonly url: string;
  readonly body?: string;
  readonly passwords?: readonly (readonly string[])[];
}

/** Sends with `net.request` in main and writes down the events. */
async function send(app: ElectronApplication, errand: Errand): Promise<readonly string[]> {
  return app.evaluate(async ({ net, session }, { url, body, passwords }) => {
    const own = session.fromPartition('own', { cache: false });
    const heard: string[] = [];
    const left = [...(passwords ?? [])];
    return new Promise<string[]>((resolve) => {
      const request = net.request({ session: own, url, method: body === undefined ? 'GET' : 'POST', redirect: 'error', credentials: 'omit', cache: 'no-store' });
      if (passwords) {
        request.on('login', (info, callback) => {
          heard.push(`login ${String(info.isProxy)} ${info.scheme} ${info.realm}`);
          callback(...(left.shift() ?? []));
        });
      }
      request.on('error', (error) => heard.push(`error ${error.message}`));
      request.on('abort', () => heard.push('abort'));
      request.on('close', () => resolve(heard));
      request.on('response', (response) => {
        let text = '';
        response.on('error', () => undefined);
        response.on('data', (chunk) => void (text += chunk.toString()));
        response.on('end', () => heard.push(`${String(response.statusCode)} ${text}`));
        if (url.endsWith('/never')) setTimeout(() => request.abort(), 50);
      });
      request.end(body);
    });
  }, errand);
}

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

const routes = (seen: string[]): Server =>
  createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`);
    if (request.url === '/redirect') return void response.writeHead(302, { location: '/elsewhere' }).end();
    if (request.url === '/half') return void response.writeHead(200, { 'content-length': '9' }).write('abc', () => response.destroy());
    if (request.url === '/never') return void response.writeHead(200).write('a');
    request.on('data', (chunk: Buffer) => response.write(chunk.toString().toUpperCase())).on('end', () => response.end('.'));
  });

test.describe('net.request', () => {
  test('tells the answer, the error of the request, the broken answer, the redirect and the abort', async ({ electronApp }) => {
    const seen: string[] = [];
    const server = routes(seen);
    const origin = `http://127.0.0.1:${String(await listen(server))}`;
    expect(await send(electronApp, { url: `${origin}/`, body: 'abc' })).toEqual(['200 ABC.']);
    expect(await send(electronApp, { url: 'http://127.0.0.1:9/' })).toEqual(['error net::ERR_CONNECTION_REFUSED']);
    expect(await send(electronApp, { url: `${origin}/half` })).toEqual(['error net::ERR_CONTENT_LENGTH_MISMATCH']);
    expect(await send(electronApp, { url: `${origin}/redirect`, body: 'abc' })).toEqual(["error Attempted to redirect, but redirect policy was 'error'"]);
    expect(await send(electronApp, { url: `${origin}/never` })).toEqual(['abort']);
    expect(seen).toEqual(['POST / ', 'GET /half ', 'POST /redirect ', 'GET /never ']);
    server.close();
    server.closeAllConnections();
  });
});

test.describe('net.request of the stand-in through the proxy of STANDIN_PROXY', () => {
  test.skip(runtimeName() !== 'stand-in', 'Electron takes the proxy of the system');
  let proxy: PasswordProxy;

  test.beforeEach(async ({ electronApp }) => {
    proxy = await startPasswordProxy('martin', 'pa:ss');
    await electronApp.evaluate((_electron, address) => void (process.env['STANDIN_PROXY'] = address), proxy.origin);
  });
  test.afterEach(async () => proxy.close());

  test('asks for its password, remembers it for the session, and shows the refusal when there is none', async ({ electronApp }) => {
    const seen: string[] = [];
    const server = routes(seen);
    const url = `http://127.0.0.1:${String(await listen(server))}/`;
    expect(await send(electronApp, { url })).toEqual(['407 who are you?']);
    expect(await send(electronApp, { url, passwords: [['martin', 'wrong'], []] })).toEqual(['login true basic the office', 'login true basic the office', '407 who are you?']);
    expect(seen).toEqual([]);
    expect(await send(electronApp, { url, passwords: [['martin', 'pa:ss']] })).toEqual(['login true basic the office', '200 .']);
    expect(await send(electronApp, { url, passwords: [] })).toEqual(['200 .']);
    expect(seen).toEqual(['GET / ', 'GET / ']);
    server.close();
    server.closeAllConnections();
  });

  test('opens a tunnel for https; without a password there is none', async ({ electronApp }) => {
    const server = createSecureServer(selfSigned(), (_request, response) => response.end('secure'));
    const port = await listen(server);
    const url = `https://127.0.0.1:${String(port)}/`;
    expect(await send(electronApp, { url, body: 'x', passwords: [] })).toEqual(['login true basic the office', 'error net::ERR_TUNNEL_CONNECTION_FAILED']);
    // The tunnel stands then; nobody vouches for the certificate.
    expect(await send(electronApp, { url, body: 'x', passwords: [['martin', 'pa:ss']] })).toEqual(['login true basic the office', 'error net::ERR_CERT_AUTHORITY_INVALID']);
    expect(proxy.asked).toEqual([false, false, true].map((passed) => ({ what: `CONNECT 127.0.0.1:${String(port)}`, passed })));
    server.close();
  });

  test('a proxy that is not there has an error of its own', async ({ electronApp }) => {
    await proxy.close();
    for (const scheme of ['http', 'https']) expect(await send(electronApp, { url: `${scheme}://127.0.0.1:9/` })).toEqual(['error net::ERR_PROXY_CONNECTION_FAILED']);
  });
});
