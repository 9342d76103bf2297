import { describe, expect, it, vi } from 'vitest';
import type { Clock, HttpRequest } from '../../../electron/oauth/ports.ts';
import { createHttp } from '../../../electron/shell/http.ts';
import { createProxyPassword } from '../../../electron/shell/proxy-password.ts';
import { fakeNet, fakeSession, type Serve } from './fake-net.ts';

const TOKEN: HttpRequest = { method: 'POST', url: 'https://login.example/token', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'grant_type=x', kind: 'token' };
const READ: HttpRequest = { method: 'GET', url: 'https://api.example/plants', headers: { authorization: 'Bearer x' }, body: null, kind: 'read' };

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

function http(serve: Serve, more: Partial<Parameters<typeof createHttp>[0]> = {}) {
  const session = fakeSession();
  return createHttp({ net: fakeNet(serve), tokenSession: session, readSession: session, clock: handClock().clock, proxyPassword: createProxyPassword(), ...more });
}

/** Lets everything that is ready run. */
const settle = async (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

async function* neverEnding(): AsyncGenerator<Buffer> {
  yield Buffer.from('x');
  await new Promise(() => undefined);
}

describe('the time limit', () => {
  it.each([
    ['no answer', async () => new Promise<never>(() => undefined)],
    ['a body that never ends', async () => ({ status: 200, body: neverEnding() })],
    ['a question for a password that leads nowhere', async ({ login }) => login().then(async () => new Promise<never>(() => undefined))],
  ] satisfies [string, Serve][])('ends %s after 30 s in all', async (_case, serve) => {
    const { clock, fire, timers } = handClock();
    let isAborted = (): boolean => false;
    const sent = http(async (asked) => {
      ({ isAborted } = asked);
      return serve(asked);
    }, { clock }).send(TOKEN);
    await settle();
    fire();
    expect(await sent).toEqual({ kind: 'unknown', failure: 'timeout' });
    expect(isAborted()).toBe(true);
    expect(timers.size).toBe(0);
  });

  it('leaves no timer behind an answer, and cuts off no answer', async () => {
    const { clock, timers } = handClock();
    let isAborted = (): boolean => true;
    await http(async (asked) => {
      ({ isAborted } = asked);
      return { status: 200 };
    }, { clock }).send(TOKEN);
    expect(timers.size).toBe(0);
    expect(isAborted()).toBe(false);
  });
});

describe('token requests', () => {
  it('go one at a time, each after all connections were closed; reads do not wait for them', async () => {
    const order: string[] = [];
    const answers: (() => void)[] = [];
    const serve: Serve = async ({ options, body }) => {
      if (options.method === 'GET') return { status: 200 };
      order.push(`send ${body ?? ''}`);
      return new Promise((resolve) => {
        answers.push(() => resolve({ status: 200 }));
      });
    };
    const port = http(serve, { tokenSession: fakeSession(async () => void order.push('close')) });
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

  it('have a session of their own', async () => {
    const [tokenSession, readSession] = [fakeSession(), fakeSession()];
    const sessions: unknown[] = [];
    const port = http(async ({ options }) => {
      sessions.push(options.session);
      return { status: 200 };
    }, { tokenSession, readSession });
    await port.send(TOKEN);
    await port.send(READ);
    expect(sessions[0]).toBe(tokenSession);
    expect(sessions[1]).toBe(readSession);
  });

  it('go on after one that failed, and are not sent when connections cannot be closed', async () => {
    const serve = vi.fn<Serve>(async () => Promise.reject(new Error('net::ERR_CONNECTION_RESET')));
    const port = http(serve);
    expect(await port.send(TOKEN)).toEqual({ kind: 'unknown', failure: 'reset' });
    expect(await port.send(TOKEN)).toEqual({ kind: 'unknown', failure: 'reset' });
    const unsure = http(serve, { tokenSession: fakeSession(async () => Promise.reject(new Error('x'))) });
    expect(await unsure.send(TOKEN)).toEqual({ kind: 'nothingSent', failure: 'other' });
    expect(serve).toHaveBeenCalledTimes(2);
  });
});

describe('a token request that waited for its turn', () => {
  it('is not sent when it is not wanted any more by then', async () => {
    const answers: (() => void)[] = [];
    const serve = vi.fn<Serve>(async () => new Promise((resolve) => {
      answers.push(() => resolve({ status: 200 }));
    }));
    const port = http(serve);
    let isWanted = true;
    const first = port.send(TOKEN, () => true);
    const waiting = port.send(TOKEN, () => isWanted);
    await settle();
    isWanted = false;
    answers[0]?.();
    expect(await first).toMatchObject({ status: 200 });
    expect(await waiting).toEqual({ kind: 'nothingSent', failure: 'stopped' });
    expect(serve).toHaveBeenCalledOnce();
  });

  it('is not held up for ever by connections that never close', async () => {
    const { clock, fire, timers } = handClock();
    let closings = 0;
    const serve = vi.fn<Serve>(async () => ({ status: 200 }));
    const tokenSession = fakeSession(async () => {
      closings += 1;
      return closings === 1 ? new Promise(() => undefined) : undefined;
    });
    const port = http(serve, { clock, tokenSession });
    const first = port.send(TOKEN);
    const second = port.send(TOKEN);
    await settle();
    fire();
    expect(await first).toEqual({ kind: 'nothingSent', failure: 'other' });
    expect(await second).toMatchObject({ status: 200 });
    expect([serve.mock.calls.length, timers.size]).toEqual([1, 0]);
  });
});

describe('without a network', () => {
  it('nothing is sent, except to this machine', async () => {
    const serve = vi.fn<Serve>(async () => ({ status: 200 }));
    const port = http(serve, { net: fakeNet(serve, false) });
    expect(await port.send(TOKEN)).toEqual({ kind: 'nothingSent', failure: 'offline' });
    expect(await port.send(READ)).toEqual({ kind: 'nothingSent', failure: 'offline' });
    expect(serve).not.toHaveBeenCalled();
    for (const url of ['http://localhost:4000/token', 'http://127.0.0.1:4000/token', 'http://[::1]:4000/token']) {
      expect(await port.send({ ...TOKEN, url })).toMatchObject({ kind: 'answer' });
    }
  });
});

describe('after the end', () => {
  it('nothing more is sent, not even what waited; what is on its way may arrive', async () => {
    let answer = (): void => undefined;
    const serve = vi.fn<Serve>(
      async () =>
        new Promise((resolve) => {
          answer = () => resolve({ status: 200, body: 'saved' });
        }),
    );
    const port = http(serve);
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
    expect(serve).toHaveBeenCalledOnce();
  });
});
