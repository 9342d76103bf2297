import { describe, expect, it, vi } from 'vitest';
import type { HttpOutcome, HttpRequest } from '../../../electron/oauth/ports.ts';
import { sendRequest, type RequestNet } from '../../../electron/shell/one-request.ts';
import { createProxyPassword, type ProxyPassword } from '../../../electron/shell/proxy-password.ts';
import { fakeNet, fakeSession, type Asked, type Serve } from './fake-net.ts';

const TOKEN: HttpRequest = { method: 'POST', url: 'https://login.example/token', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'grant_type=x', kind: 'token' };
const READ: HttpRequest = { method: 'GET', url: 'https://api.example/plants', headers: { authorization: 'Bearer x' }, body: null, kind: 'read' };
const TUNNEL_REFUSED = new Error('net::ERR_TUNNEL_CONNECTION_FAILED');

async function send(serve: Serve, request: HttpRequest = TOKEN, proxyPassword: ProxyPassword = createProxyPassword()): Promise<HttpOutcome> {
  return sendRequest(fakeNet(serve), fakeSession(), request, proxyPassword).outcome;
}

function entered(): ProxyPassword {
  const proxyPassword = createProxyPassword();
  proxyPassword.enter('martin', 'pa:ss');
  return proxyPassword;
}

async function* broken(error: Error): AsyncGenerator<Buffer> {
  yield Buffer.from('half');
  throw error;
}

describe('an answer', () => {
  it('comes with status, lower-case headers and text, without cookies', async () => {
    const answer = await send(async () => ({ status: 400, headers: { 'Retry-After': '7', 'set-cookie': ['a=canary'], vary: ['a', 'b'] }, body: '{"é":1}' }));
    expect(answer).toEqual({ kind: 'answer', status: 400, headers: { 'retry-after': '7', vary: 'a, b' }, body: '{"é":1}' });
  });

  it('may have no body', async () => {
    expect(await send(async () => ({ status: 204 }), READ)).toEqual({ kind: 'answer', status: 204, headers: {}, body: '' });
  });

  it('is asked for once, without cookies, cache or redirects', async () => {
    const serve = vi.fn<Serve>(async () => ({ status: 200 }));
    await send(serve);
    const [{ options, body }] = serve.mock.calls[0] as [Asked];
    expect(options).toEqual({ session: expect.anything(), method: 'POST', url: TOKEN.url, headers: TOKEN.headers, redirect: 'error', credentials: 'omit', cache: 'no-store' });
    expect(body).toBe(TOKEN.body);
    expect(serve).toHaveBeenCalledOnce();
  });

  it('is read up to 64 KB, not more', async () => {
    let pulled = 0;
    const endless = async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        pulled += 1;
        yield Buffer.alloc(16 * 1024);
        // A network gives its parts one by one.
        await new Promise(setImmediate);
      }
    };
    const sending = sendRequest(fakeNet(async () => ({ status: 200, body: endless() })), fakeSession(), TOKEN, createProxyPassword());
    expect(await sending.outcome).toEqual({ kind: 'unknown', failure: 'tooLarge' });
    sending.cut();
    expect(pulled).toBeLessThan(16);
    expect(await send(async () => ({ status: 200, body: 'x'.repeat(65_537) }))).toEqual({ kind: 'unknown', failure: 'tooLarge' });
    expect(await send(async () => ({ status: 200, body: 'x'.repeat(65_536) }))).toMatchObject({ kind: 'answer', status: 200 });
  });

  it.each(['CONNECTION_REFUSED', 'TUNNEL_CONNECTION_FAILED', 'CERT_DATE_INVALID'])('that breaks off was sent, even when the error is called %s', async (name) => {
    expect(await send(async () => ({ status: 200, body: broken(new Error(`net::ERR_${name}`)) }))).toMatchObject({ kind: 'unknown' });
  });

  it.each([301, 302, 303, 307, 308])('with status %i is none', async (status) => {
    expect(await send(async () => ({ status }))).toEqual({ kind: 'unknown', failure: 'redirected' });
  });

  it('that does not come is told by its error', async () => {
    expect(await send(async () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED')))).toEqual({ kind: 'nothingSent', failure: 'dns' });
    expect(await send(async () => Promise.reject(new Error('net::ERR_EMPTY_RESPONSE')))).toEqual({ kind: 'unknown', failure: 'reset' });
  });

  it('that is aborted by the system may have been acted upon', async () => {
    const aborted = async function* aborted(): AsyncGenerator<Buffer> {
      yield Buffer.from('x');
      await new Promise(() => undefined);
    };
    const net = fakeNet(async () => ({ status: 200, body: aborted() }));
    const request: RequestNet['request'] = (options) => {
      const outgoing = net.request(options);
      outgoing.on('response', (message) => void setImmediate(() => (message as unknown as NodeJS.EventEmitter).emit('aborted')));
      return outgoing;
    };
    expect(await sendRequest({ request }, fakeSession(), TOKEN, createProxyPassword()).outcome).toEqual({ kind: 'unknown', failure: 'reset' });
  });

  it('is not waited for when the request cannot even be made', async () => {
    const request = (): never => {
      throw new TypeError('Invalid URL');
    };
    const sending = sendRequest({ request }, fakeSession(), TOKEN, createProxyPassword());
    sending.cut();
    expect(await sending.outcome).toEqual({ kind: 'nothingSent', failure: 'other' });
  });
});

describe('a proxy that wants a password', () => {
  it('gets the one that was entered, once, and the answer comes', async () => {
    const answer = await send(async ({ login }) => ({ status: 200, body: (await login()).join(' ') }), TOKEN, entered());
    expect(answer).toMatchObject({ kind: 'answer', body: 'martin pa:ss' });
  });

  it.each([
    ['with an error', async () => Promise.reject(TUNNEL_REFUSED)],
    ['after the head of its answer', async () => ({ status: 407, body: broken(TUNNEL_REFUSED) })],
  ] as const)('and gets none refuses the tunnel %s: nothing was sent', async (_case, refuse) => {
    const given: unknown[] = [];
    const outcome = await send(async ({ login }) => {
      given.push(...(await login()));
      return refuse();
    });
    expect(outcome).toEqual({ kind: 'nothingSent', failure: 'proxy' });
    expect(given).toEqual([]);
  });

  it('and asks again in the same request gets nothing more, and the password is forgotten', async () => {
    const proxyPassword = entered();
    const given: (readonly unknown[])[] = [];
    const outcome = await send(async ({ login }) => {
      given.push(await login(), await login());
      throw TUNNEL_REFUSED;
    }, TOKEN, proxyPassword);
    expect(outcome).toEqual({ kind: 'nothingSent', failure: 'proxy' });
    expect(given).toEqual([['martin', 'pa:ss'], []]);
    expect(proxyPassword.current()).toBeNull();
  });

  it('does not make a newer password forgotten', async () => {
    const proxyPassword = entered();
    await send(async ({ login }) => {
      await login();
      proxyPassword.enter('martin', 'newer');
      await login();
      throw TUNNEL_REFUSED;
    }, TOKEN, proxyPassword);
    expect(proxyPassword.current()?.password.reveal()).toBe('newer');
  });

  it('may have passed a token on when there is no tunnel, so that it gets no password and nothing is certain', async () => {
    const given: unknown[] = [];
    const outcome = await send(async ({ login }) => {
      given.push(...(await login()));
      throw new Error('net::ERR_PROXY_CONNECTION_FAILED');
    }, { ...TOKEN, url: 'http://login.example/token' }, entered());
    expect(outcome).toEqual({ kind: 'unknown', failure: 'proxy' });
    expect(given).toEqual([]);
  });

  it('gets its password for a reader without a tunnel', async () => {
    expect(await send(async ({ login }) => ({ status: 200, body: (await login()).join(' ') }), { ...READ, url: 'http://api.example/' }, entered())).toMatchObject({ body: 'martin pa:ss' });
  });
});

describe('status 407', () => {
  it.each([
    ['whose body arrives whole', TOKEN.url, 'x'],
    ['whose body breaks otherwise', TOKEN.url, broken(new Error('net::ERR_CONNECTION_RESET'))],
    ['without a tunnel', 'http://login.example/token', broken(TUNNEL_REFUSED)],
  ])('%s may be the server\'s', async (_case, url, body) => {
    expect(await send(async () => ({ status: 407, body }), { ...TOKEN, url })).toEqual({ kind: 'unknown', failure: 'proxy' });
  });
});

it('a server that wants a password gets none, and has seen the request', async () => {
  const given: unknown[] = [];
  const outcome = await send(async ({ login }) => {
    given.push(...(await login({ isProxy: false })));
    throw new Error('net::ERR_CONNECTION_REFUSED');
  }, READ, entered());
  expect(outcome).toEqual({ kind: 'unknown', failure: 'refused' });
  expect(given).toEqual([]);
});
