import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../authority/certificate.ts';
import { startCountingServer, type CountingServer } from '../authority/counting-server.ts';
import { startFaultProxy, type CutHow, type FaultProxy } from '../authority/fault-proxy.ts';
import { startPasswordProxy, type PasswordProxy } from '../authority/password-proxy.ts';
import { brokenPromises, callUnder, createBench, renewalTo, trust, type Bench, type Place } from './network-bench.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';
const NOTHING = { heads: 0, requests: 0, connections: 0 };
const ours = selfSigned();
/** Bytes between two cut points; one that divides nothing. */
const STEP = Math.max(1, Math.round(29 / Math.sqrt(Number(process.env['LIAISON_RUNS'] ?? 300) / 300)));

/** The stand-in's HTTP is Node's: what is shown here of TLS and proxies is its mapping to Chromium's errors and the program's reading of them. */
describe('certificates, as the stand-in reports them', () => {
  it.each([
    ['that nobody vouches for', selfSigned(), false],
    ['of another host', selfSigned('elsewhere.invalid'), true],
    ['that has ended', selfSigned('localhost', 0.5), true],
  ])('one %s ends before anything was sent', async (_case, certificate, isTrusted) => {
    if (isTrusted) trust(certificate);
    const server = await startCountingServer(certificate);
    server.expect(ANSWER);
    expect(await createBench().http.send(renewalTo(`https://localhost:${String(server.port)}`))).toEqual({ kind: 'nothingSent', failure: 'tls' });
    expect(server.seen().heads).toBe(0);
    await server.close();
  });

  it('one that the system vouches for is taken', async () => {
    trust(ours);
    const server = await startCountingServer(ours);
    server.expect(ANSWER);
    expect(await createBench().http.send(renewalTo(`https://localhost:${String(server.port)}`))).toMatchObject({ kind: 'answer', status: 200 });
    await server.close();
  });
});

describe('behind a proxy that wants a password', { timeout: 120_000 + (3000 / STEP) * 100 }, () => {
  let server: CountingServer;
  let office: PasswordProxy;
  let proxy: FaultProxy;
  let bench: Bench;

  beforeAll(async () => {
    trust(ours);
    server = await startCountingServer(ours);
  });
  beforeEach(async () => {
    office = await startPasswordProxy('martin', 'pa:ss');
    proxy = await startFaultProxy(Number(new URL(office.origin).port));
    process.env['STANDIN_PROXY'] = `http://127.0.0.1:${String(proxy.port)}`;
    bench = createBench();
    server.expect(ANSWER);
  });
  afterEach(async () => {
    delete process.env['STANDIN_PROXY'];
    await Promise.all([proxy.close(), office.close()]);
  });
  afterAll(async () => server.close());

  const renew = async () => bench.http.send(renewalTo(`https://localhost:${String(server.port)}`));
  const asked = (): readonly boolean[] => office.asked.map(({ passed }) => passed);

  it('nothing is sent without it', async () => {
    expect(await renew()).toEqual({ kind: 'nothingSent', failure: 'proxy' });
    expect(asked()).toEqual([false]);
    expect(server.seen()).toEqual(NOTHING);
  });

  it('the answer comes with it, and the proxy is told it by the session from then on', async () => {
    bench.proxyPassword.enter('martin', 'pa:ss');
    expect(await renew()).toMatchObject({ kind: 'answer', status: 200 });
    expect(server.seen()).toMatchObject({ heads: 1, requests: 1 });
    expect(await renew()).toMatchObject({ kind: 'answer', status: 200 });
    expect(asked()).toEqual([false, true, true]);
  });

  it('a wrong one is shown once, nothing is sent, and it is not shown again', async () => {
    bench.proxyPassword.enter('martin', 'wrong');
    expect(await renew()).toEqual({ kind: 'nothingSent', failure: 'proxy' });
    expect(asked()).toEqual([false, false]);
    expect(await renew()).toEqual({ kind: 'nothingSent', failure: 'proxy' });
    expect(asked()).toEqual([false, false, false]);
    expect(server.seen()).toEqual(NOTHING);
  });

  it('without a tunnel a token is sent once, and nothing is certain', async () => {
    bench.proxyPassword.enter('martin', 'pa:ss');
    expect(await bench.http.send(renewalTo('http://localhost:1'))).toEqual({ kind: 'unknown', failure: 'proxy' });
    expect(asked()).toEqual([false]);
  });

  it('a proxy that is gone, or opens no tunnel: nothing was sent', async () => {
    await proxy.arm({ kind: 'refuse' });
    expect(await renew()).toEqual({ kind: 'nothingSent', failure: 'proxy' });
    process.env['STANDIN_PROXY'] = office.origin;
    bench.proxyPassword.enter('martin', 'pa:ss');
    expect(await bench.http.send(renewalTo('https://localhost:1'))).toEqual({ kind: 'nothingSent', failure: 'proxy' });
    expect(asked()).toEqual([false, true]);
    expect(server.seen()).toEqual(NOTHING);
  });

  it.each(['cutRequest', 'cutAnswer'] as const)('%s in the tunnel and before it: never "nothing was sent" when the server saw the request', async (kind) => {
    const settle = async (): Promise<number> => proxy.settled().then(async () => office.settled()).then(() => office.reached() - before);
    let before = 0;
    const place = (): Place => ({ bench, server, proxy, origin: `https://localhost:${String(server.port)}`, settle });
    const count = { calls: 0, wrong: 0, repeats: 0, answers: 0, nothing: 0 };
    let [after, isOver] = [0, false];
    for (; !isOver; after += STEP) {
      for (const how of ['reset', 'close'] satisfies CutHow[]) {
        bench = createBench();
        bench.proxyPassword.enter('martin', 'pa:ss');
        before = office.reached();
        server.expect(ANSWER);
        const result = await callUnder(place(), { kind, after, how });
        const broken = brokenPromises(result, 2);
        count.calls += 1;
        count.wrong += broken.filter((each) => each.startsWith('wrong')).length;
        count.repeats += broken.filter((each) => each === 'repeat').length;
        count.answers += result.outcome.kind === 'answer' ? 1 : 0;
        count.nothing += result.outcome.kind === 'nothingSent' ? 1 : 0;
        expect(broken, JSON.stringify({ kind, after, how, result })).toEqual([]);
        const { request, answer } = proxy.bytes();
        isOver = after > 600 && after > (kind === 'cutRequest' ? request : answer);
      }
    }
    console.log(`network faults in a tunnel (${kind}): ${String(count.calls)} cut points up to byte ${String(after)}, ${String(count.wrong)} wrong "nothing was sent", ${String(count.repeats)} repeats (${String(count.answers)} answers, ${String(count.nothing)} nothingSent)`);
    expect(count.answers).toBeGreaterThan(0);
  });
});
