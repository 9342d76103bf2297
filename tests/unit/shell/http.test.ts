import { describe, expect, it, vi } from 'vitest';
import type { Clock, HttpRequest } from '../../../electron/oauth/ports.ts';
import { createHttp, type HttpSession } from '../../../electron/shell/http.ts';

const TOKEN: HttpRequest = { method: 'POST', url: 'https://login.example/token', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'grant_type=x', kind: 'token' };
const READ: HttpRequest = { method: 'GET', url: 'https://api.example/plants', headers: { authorization: 'Bearer x' }, body: null, kind: 'read' };

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

function fakeSession(fetch: Fetch, closeAllConnections: () => Promise<void> = async () => undefined): HttpSession {
  return { fetch, closeAllConnections };
}

/** A clock whose only timer is fired by hand. */
function handClock() {
  const timers = new Set<() => void>();
  const clock: Clock = {
    now: () => 0,
    after: (milliseconds, action) => {
      expect(milliseconds).toBe(30_000);
      timers.add(action);
      return () => void timers.delete(action);
    },
  };
  return { clock, timers, fire: () => [...timers].forEach((action) => action()) };
}

function http(fetch: Fetch, more: Partial<Parameters<typeof createHttp>[0]> = {}) {
  const session = fakeSession(fetch);
  return createHttp({ tokenSession: session, readSession: session, clock: handClock().clock, isOnline: () => true, ...more });
}

/** Lets everything that is ready run. */
const settle = async (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('an answer', () => {
  it('comes with status, lower-case headers and text, without cookies', async () => {
    const answer = await http(async () => new Response('{"é":1}', { status: 400, headers: { 'Retry-After': '7', 'Set-Cookie': 'a=canary' } })).send(TOKEN);
    expect(answer).toEqual({ kind: 'answer', status: 400, headers: { 'content-type': 'text/plain;charset=UTF-8', 'retry-after': '7' }, body: '{"é":1}' });
  });

  it('may have no body', async () => {
    expect(await http(async () => new Response(null, { status: 204 })).send(READ)).toEqual({ kind: 'answer', status: 204, headers: {}, body: '' });
  });

  it('is asked for without cookies, cache or redirects', async () => {
    const fetch = vi.fn<Fetch>(async () => new Response(''));
    await http(fetch).send(TOKEN);
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      TOKEN.url,
      expect.objectContaining({ method: 'POST', headers: TOKEN.headers, body: TOKEN.body, redirect: 'error', credentials: 'omit', cache: 'no-store' }),
    );
  });

  it('is read up to 64 KB; more is not read and the request is cut off', async () => {
    let pulled = 0;
    let signal: AbortSignal | null | undefined;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    const outcome = await http(async (_url, init) => {
      ({ signal } = init);
      return new Response(endless);
    }).send(TOKEN);
    expect(outcome).toEqual({ kind: 'unknown', failure: 'tooLarge' });
    expect(pulled).toBeLessThan(8);
    expect(signal?.aborted).toBe(true);
    expect(await http(async () => new Response('x'.repeat(65_536))).send(TOKEN)).toMatchObject({ kind: 'answer', status: 200 });
  });

  it('that breaks off was sent, whatever the error is called', async () => {
    const broken = (): ReadableStream => new ReadableStream({ start: (controller) => controller.error(new Error('net::ERR_CONNECTION_REFUSED')) });
    expect(await http(async () => new Response(broken())).send(TOKEN)).toEqual({ kind: 'unknown', failure: 'refused' });
  });

  it.each([[301, 'redirected'], [302, 'redirected'], [307, 'redirected'], [308, 'redirected'], [407, 'proxy']])('with status %i is none', async (status, failure) => {
    expect(await http(async () => new Response(null, { status })).send(TOKEN)).toEqual({ kind: 'unknown', failure });
  });

  it('that does not come is told by its error', async () => {
    expect(await http(async () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'))).send(TOKEN)).toEqual({ kind: 'nothingSent', failure: 'dns' });
    expect(await http(async () => Promise.reject(new Error('net::ERR_EMPTY_RESPONSE'))).send(TOKEN)).toEqual({ kind: 'unknown', failure: 'reset' });
  });
});

describe('the time limit', () => {
  it.each([
    ['no answer', async () => new Promise<Response>(() => undefined)],
    ['a body that never ends', async () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) }))],
  ] as const)('ends %s after 30 s in all', async (_case, fetch) => {
    const { clock, fire, timers } = handClock();
    let signal: AbortSignal | null | undefined;
    const sent = http(async (_url, init) => {
      ({ signal } = init);
      return fetch();
    }, { clock }).send(TOKEN);
    await settle();
    fire();
    expect(await sent).toEqual({ kind: 'unknown', failure: 'timeout' });
    expect(signal?.aborted).toBe(true);
    expect(timers.size).toBe(0);
  });

  it('leaves no timer behind an answer', async () => {
    const { clock, timers } = handClock();
    await http(async () => new Response(''), { clock }).send(TOKEN);
    expect(timers.size).toBe(0);
  });
});

describe('token requests', () => {
  it('go one at a time, each after all connections were closed; reads do not wait for them', async () => {
    const order: string[] = [];
    const answers: (() => void)[] = [];
    const tokenSession = fakeSession(
      async (_url, { body }) => {
        order.push(`send ${body as string}`);
        return new Promise((resolve) => {
          answers.push(() => resolve(new Response('')));
        });
      },
      async () => void order.push('close'),
    );
    const port = http(async () => new Response(''), { tokenSession });
    const first = port.send({ ...TOKEN, body: '1' });
    const second = port.send({ ...TOKEN, body: '2' });
    expect(await port.send(READ)).toMatchObject({ status: 200 });
    expect(order).toEqual(['close', 'send 1']);
    answers[0]?.();
    await first;
    await settle();
    expect(order).toEqual(['close', 'send 1', 'close', 'send 2']);
    answers[1]?.();
    expect(await second).toMatchObject({ status: 200 });
  });

  it('go on after one that failed, and are not sent when connections cannot be closed', async () => {
    const fetch = vi.fn<Fetch>(async () => Promise.reject(new Error('net::ERR_CONNECTION_RESET')));
    const port = http(fetch);
    expect(await port.send(TOKEN)).toEqual({ kind: 'unknown', failure: 'reset' });
    expect(await port.send(TOKEN)).toEqual({ kind: 'unknown', failure: 'reset' });
    const unsure = http(fetch, { tokenSession: fakeSession(fetch, async () => Promise.reject(new Error('x'))) });
    expect(await unsure.send(TOKEN)).toEqual({ kind: 'nothingSent', failure: 'other' });
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe('without a network', () => {
  it('nothing is sent, except to this machine', async () => {
    const fetch = vi.fn<Fetch>(async () => new Response(''));
    const port = http(fetch, { isOnline: () => false });
    expect(await port.send(TOKEN)).toEqual({ kind: 'nothingSent', failure: 'offline' });
    expect(await port.send(READ)).toEqual({ kind: 'nothingSent', failure: 'offline' });
    expect(fetch).not.toHaveBeenCalled();
    for (const url of ['http://localhost:4000/token', 'http://127.0.0.1:4000/token', 'http://[::1]:4000/token']) {
      expect(await port.send({ ...TOKEN, url })).toMatchObject({ kind: 'answer' });
    }
  });
});

describe('after the end', () => {
  it('nothing more is sent, not even what waited; what is on its way may arrive', async () => {
    let answer = (): void => undefined;
    const fetch = vi.fn<Fetch>(
      async () =>
        new Promise((resolve) => {
          answer = () => resolve(new Response('saved'));
        }),
    );
    const port = http(fetch);
    const first = port.send(TOKEN);
    const waiting = port.send(TOKEN);
    await settle();
    let ended = false;
    const stopped = port.stop().then(() => (ended = true));
    await settle();
    expect(ended).toBe(false);
    answer();
    expect(await first).toMatchObject({ kind: 'answer', body: 'saved' });
    expect(await waiting).toEqual({ kind: 'nothingSent', failure: 'stopped' });
    expect(await port.send(READ)).toEqual({ kind: 'nothingSent', failure: 'stopped' });
    await stopped;
    expect(fetch).toHaveBeenCalledOnce();
  });
});
