import { describe, expect, it } from 'vitest';
import { createProxyPassword } from '../../../../electron/shell/proxy-password.ts';
import { UpdateHttp } from '../../../../electron/shell/updates/update-http.ts';
import { createManualClock } from '../../../authority/clock.ts';
import { fakeNet, fakeSession, type Asked, type Serve } from '../fake-net.ts';

const url = { protocol: 'https:', hostname: 'updates.example', path: '/latest.yml' };

function open(serve: Serve) {
  const proxyPassword = createProxyPassword();
  const clock = createManualClock();
  const session = fakeSession();
  return { http: new UpdateHttp({ net: fakeNet(serve), session, origin: 'https://updates.example', proxyPassword, clock }), proxyPassword, clock, session };
}

describe('a request for an update', () => {
  it('leaves alone: no cookie, no cache, no redirect, no server’s password, and four headers at most', async () => {
    let asked: Asked | null = null;
    const { http, session } = open(async (request) => {
      asked = request;
      return { status: 200, body: 'version: 1' };
    });
    await http.request({ ...url, headers: { 'x-user-staging-id': 'an-id', Cookie: 'a=b', Accept: '*/*' } });
    expect(asked).toMatchObject({
      options: {
        session, method: 'GET', url: 'https://updates.example/latest.yml', redirect: 'error', credentials: 'omit', cache: 'no-store',
        headers: { accept: '*/*', 'user-agent': 'electron-builder', 'cache-control': 'no-cache' },
      },
    });
    expect(Object.keys((asked as unknown as Asked).options.headers ?? {})).toHaveLength(3);
  });

  it.each([{ hostname: 'elsewhere.example' }, { protocol: 'http:' }, { port: 8443 }])('goes nowhere else: %j', async (part) => {
    const seen: string[] = [];
    const { http } = open(async ({ options }) => {
      seen.push(options.url ?? '');
      return { status: 200 };
    });
    await expect(http.request({ ...url, ...part })).rejects.toThrow('another origin');
    expect(seen).toEqual([]);
  });

  it('shows the proxy’s password to the proxy, once, and never to a server', async () => {
    const { http, proxyPassword } = open(async ({ login }) => ({ status: 200, body: JSON.stringify([await login({ isProxy: false }), await login(), await login()]) }));
    proxyPassword.enter('anna', 'word');
    expect(await http.request(url)).toBe('[[],["anna","word"],[]]');
    expect(proxyPassword.current()).toBeNull();
  });

  it('that ended leaves no timer behind', async () => {
    const { http, clock } = open(async () => ({ status: 200, body: 'version: 1' }));
    await http.request(url);
    expect(clock.waiting()).toBe(0);
  });

  it('is given up after a minute without a byte', async () => {
    const { http, clock } = open(async () => new Promise(() => undefined));
    const waiting = http.request(url);
    clock.advance(59_999);
    clock.advance(1);
    await expect(waiting).rejects.toThrow('stalled');
  });
});
