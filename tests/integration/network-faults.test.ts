import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCountingServer, type CountingServer } from '../authority/counting-server.ts';
import { startFaultProxy, type CutHow, type Fault, type FaultProxy } from '../authority/fault-proxy.ts';
import { brokenPromises, callUnder, createBench, type Place, type Result } from './network-bench.ts';

const RUNS = Number(process.env['LIAISON_RUNS'] ?? 300);
const SEED = Number(process.env['LIAISON_SEED'] ?? Date.now() % 1_000_000_000);
const LIMIT = 64 * 1024;
/** Milliseconds for a sweep over every byte, or for all runs, on a busy machine. */
const PATIENCE = 120_000 + RUNS * 50;

const BODY = JSON.stringify({ access_token: 'a'.repeat(40), refresh_token: 'n'.repeat(80), token_type: 'bearer', expires_in: 3600 });
const sized = (body: string, status = '200 OK', more = ''): string => `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${more}Content-Length: ${String(body.length)}\r\n\r\n${body}`;
const chunked = (...parts: readonly string[]): string => `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}`;
const WHOLE = sized(BODY);
const CHUNKED = chunked(BODY.slice(0, 30), BODY.slice(30), '');
const garbage = (seed: number): string => Buffer.from(Array.from({ length: 64 }, (_, index) => (seed * 31 + index * 97) % 256)).toString('latin1');

describe('the network breaks at every point', { timeout: PATIENCE }, () => {
  let server: CountingServer;
  let other: CountingServer;
  let proxy: FaultProxy;
  let place: Place;
  const tally = { calls: 0, wrong: 0, repeats: 0, kinds: new Map<string, number>() };

  beforeAll(async () => {
    [server, other] = [await startCountingServer(), await startCountingServer()];
    proxy = await startFaultProxy(server.port);
    const settle = async (): Promise<number> => proxy.settled().then(() => proxy.connections().reached);
    place = { bench: createBench(), server, proxy, origin: `http://127.0.0.1:${String(proxy.port)}`, settle };
  });
  afterAll(async () => {
    await Promise.all([proxy.close(), server.close(), other.close()]);
    const kinds = [...tally.kinds].map(([kind, count]) => `${count.toLocaleString('en')} ${kind}`).join(', ');
    console.log(`network faults: ${tally.calls.toLocaleString('en')} cut points, ${String(tally.wrong)} wrong "nothing was sent", ${String(tally.repeats)} repeats (${kinds}; seed ${String(SEED)})`);
  });

  /** One call under a fault; every promise is checked at each. */
  async function call(answer: string, fault: Fault, { isOpen = false, hangsUp = false } = {}): Promise<Result> {
    server.expect(answer, isOpen);
    const result = await callUnder(place, fault, hangsUp);
    const broken = brokenPromises(result);
    tally.calls += 1;
    tally.wrong += broken.filter((each) => each.startsWith('wrong')).length;
    tally.repeats += broken.filter((each) => each === 'repeat').length;
    tally.kinds.set(result.outcome.kind, (tally.kinds.get(result.outcome.kind) ?? 0) + 1);
    expect(broken, JSON.stringify({ fault, result })).toEqual([]);
    expect(place.bench.timers()).toBe(0);
    return result;
  }

  async function lengths(answer: string): Promise<{ readonly request: number; readonly answer: number }> {
    await call(answer, { kind: 'none' });
    return proxy.bytes();
  }

  it('a port that refuses: nothing was sent', async () => {
    expect(await call(WHOLE, { kind: 'refuse' })).toEqual({ outcome: { kind: 'nothingSent', failure: 'refused' }, seen: { heads: 0, requests: 0, connections: 0 }, connections: 0 });
    expect((await call(WHOLE, { kind: 'none' })).outcome).toMatchObject({ kind: 'answer', status: 200, body: BODY });
  });

  it.each(['reset', 'close'] as const)('%s after each byte of the request: the outcome is unknown, even when not a byte was read', async (how) => {
    const { request } = await lengths(WHOLE);
    expect(request).toBeGreaterThan(200);
    for (let after = 0; after <= request; after += 1) {
      const { outcome, seen } = await call(WHOLE, { kind: 'cutRequest', after, how });
      expect(outcome.kind, `after ${String(after)} bytes`).toBe('unknown');
      expect(seen.requests).toBe(after === request ? 1 : 0);
    }
  });

  it.each([['reset', WHOLE], ['close', WHOLE], ['reset', CHUNKED], ['close', CHUNKED]] as const)('%s after each byte of the answer: a part of it is never taken for the whole', async (how, answer) => {
    expect((await call(answer, { kind: 'none' })).outcome).toMatchObject({ kind: 'answer', body: BODY });
    for (let after = 0; after <= answer.length; after += 1) {
      const { outcome, seen } = await call(answer, { kind: 'cutAnswer', after, how });
      expect(seen.requests).toBe(1);
      // A reset may overtake the last bytes.
      const possible = after < answer.length ? ['unknown'] : ['answer', 'unknown'];
      expect(possible, `after ${String(after)} bytes`).toContain(outcome.kind);
      expect(outcome.kind === 'answer' ? outcome.body : BODY).toBe(BODY);
    }
  });

  it.each(['cutRequest', 'cutAnswer'] as const)('silence in the middle (%s) ends with the time limit, or when the connection is closed', async (kind) => {
    for (const after of [0, 1, 20, 100]) {
      expect((await call(WHOLE, { kind, after, how: 'stall' })).outcome).toEqual({ kind: 'unknown', failure: 'timeout' });
      expect((await call(WHOLE, { kind, after, how: 'stall' }, { hangsUp: true })).outcome).toEqual({ kind: 'unknown', failure: 'reset' });
    }
  });

  it.each([301, 302, 303, 307, 308])('a redirect with status %i is followed nowhere', async (status) => {
    other.expect(WHOLE);
    for (const target of ['/elsewhere', `http://127.0.0.1:${String(other.port)}/token`, `http://localhost:${String(other.port)}/token`, 'liaison://auth/callback']) {
      const { outcome, seen } = await call(sized('', `${String(status)} Moved`, `Location: ${target}\r\n`), { kind: 'none' });
      expect(outcome).toEqual({ kind: 'unknown', failure: 'redirected' });
      expect(seen.requests).toBe(1);
    }
    expect(other.seen()).toEqual({ heads: 0, requests: 0, connections: 0 });
  });

  it('an answer of 64 KB is read, one byte more is not', async () => {
    expect((await call(sized('x'.repeat(LIMIT)), { kind: 'none' })).outcome).toMatchObject({ kind: 'answer', body: 'x'.repeat(LIMIT) });
    expect((await call(sized('x'.repeat(LIMIT + 1)), { kind: 'none' })).outcome).toEqual({ kind: 'unknown', failure: 'tooLarge' });
    expect((await call(chunked(...Array.from({ length: 65 }, () => 'x'.repeat(1024)), ''), { kind: 'none' })).outcome).toEqual({ kind: 'unknown', failure: 'tooLarge' });
  });

  it('an answer in parts that never ends is ended by the time limit', async () => {
    void server.answered().then(() => setTimeout(() => place.bench.fireClock(), 20));
    expect((await call(chunked('{"access', '_token"'), { kind: 'none' }, { isOpen: true })).outcome).toEqual({ kind: 'unknown', failure: 'timeout' });
  });

  it.each([
    ['half a status line', 'HTTP/1.1 20'], ['half a header', 'HTTP/1.1 200 OK\r\nContent-Ty'], ['nothing', ''], ['zeros', '\0'.repeat(200)], ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['a page without a head', '<!doctype html><title>Sign in to this hotspot</title>'], ['a head that never ends', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`], ['noise', garbage(7)], ['a redirect that leads nowhere', sized('', '302 Found')],
    ['a proxy\'s question where there is no proxy', sized('', '407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="x"\r\n')],
  ])('an answer that is %s: unknown', async (_case, answer) => {
    const { outcome, seen } = await call(answer, { kind: 'none' });
    expect(outcome.kind).toBe('unknown');
    expect(seen.requests).toBe(1);
  });

  it('a server\'s question for a password is an answer like any other, and is not answered', async () => {
    place.bench.proxyPassword.enter('martin', 'pa:ss');
    const { outcome, seen } = await call(sized('{}', '401 Unauthorized', 'WWW-Authenticate: Basic realm="x"\r\n'), { kind: 'none' });
    expect(outcome).toMatchObject({ kind: 'answer', status: 401 });
    expect(seen.requests).toBe(1);
  });

  it('whatever comes together, in any order', async () => {
    const how = fc.constantFrom<CutHow[]>('reset', 'close', 'stall');
    const cut = fc.record({ kind: fc.constantFrom('cutRequest' as const, 'cutAnswer' as const), after: fc.nat({ max: 600 }), how });
    const fault = fc.oneof({ weight: 1, arbitrary: fc.constantFrom<Fault[]>({ kind: 'none' }, { kind: 'refuse' }) }, { weight: 5, arbitrary: cut });
    const answer = fc.oneof(fc.constantFrom(WHOLE, CHUNKED, sized('', '307 Moved', 'Location: /elsewhere\r\n'), sized('x'.repeat(LIMIT + 1)), 'HTTP/1.1 200'), fc.nat().map(garbage));
    await fc.assert(
      fc.asyncProperty(answer, fault, fc.boolean(), async (text, chosen, hangsUp) => {
        const { outcome } = await call(text, chosen, { hangsUp });
        expect(outcome.kind === 'nothingSent').toBe(chosen.kind === 'refuse');
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
