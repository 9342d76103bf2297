import { afterEach, describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../electron/contract/readiness.ts';
import { systemClock } from '../../electron/shell/clock.ts';
import { createDoctor, type Doctor } from '../../electron/shell/readiness/doctor-desk.ts';
import { createNetworkProbes } from '../../electron/shell/readiness/network-probes.ts';
import { closedPort, startBlackHole, startGuestNetwork, startRefusingProxy, startServer } from '../authority/bad-networks.ts';
import { selfSigned } from '../authority/certificate.ts';
import { startTestAuthority } from '../authority/chaos.ts';
import { startPasswordProxy } from '../authority/password-proxy.ts';
import { startTlsFront } from '../authority/tls-front.ts';
import { profile } from '../unit/links/fakes.ts';
import { createBench, trust } from './network-bench.ts';

/** Milliseconds for one probe and one read; loopback is fast, and the machine may be busy. */
const PATIENCE = 2500;
const WIFI = { name: 'Wi-Fi', address: '192.168.1.23', family: 'IPv4', internal: false } as const;

interface Place {
  readonly signIn: string;
  readonly homes?: string;
  readonly isOnline?: boolean;
  /** As `resolveProxy` answers. */
  readonly proxy?: string;
  readonly patience?: number;
}

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  delete process.env['STANDIN_PROXY'];
  await Promise.all(cleanups.splice(0).map(async (cleanup) => cleanup()));
});

/** Ends with the test. */
function until<Kind extends { close(): Promise<void> }>(place: Kind): Kind {
  cleanups.push(async () => place.close());
  return place;
}

function doctorAt({ signIn, homes = signIn, isOnline = true, proxy = 'DIRECT', patience = PATIENCE }: Place): Doctor {
  const probes = createNetworkProbes({ net: { isOnline: () => isOnline }, session: { resolveProxy: async () => proxy }, clock: systemClock, patience });
  return createDoctor({
    probes: { ...probes, addresses: () => [WIFI] }, http: createBench(systemClock).http, clock: systemClock, patience,
    profile: () => ({ ...profile, authorizationServer: signIn, homesServer: homes }), timeZone: () => 'Europe/Paris', mode: () => 'real', changed: () => undefined,
  });
}

async function lookAt(place: Place): Promise<DoctorReport> {
  const found = await doctorAt(place).run();
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

const verdict = async (place: Place): Promise<string | null> => lookAt(place).then(({ problem }) => problem?.code ?? null);
const tried = ({ steps }: DoctorReport): readonly string[] => steps.map(({ what, outcome }) => `${what} ${outcome}`);

describe('Network doctor', { timeout: 30_000 }, () => {
  it('finds nothing wrong where everything answers, and asks nobody else', async () => {
    const { authority } = await startTestAuthority();
    until(authority);
    const doctor = doctorAt({ signIn: authority.origin });
    expect(await doctor.run()).toMatchObject({ ok: true, value: { problem: null, network: 'Wi-Fi, 192.168.1.x', proxy: null } });
    expect(tried(doctor.view() as DoctorReport).toSorted()).toEqual(['connect good', 'interfaces good', 'lookup good', 'plain good', 'read good', 'read good', 'read good']);
    expect(Math.abs((doctor.clock()?.laptopAt ?? 0) - (doctor.clock()?.serverAt ?? 1e9))).toBeLessThan(5000);
    expect(new Set((doctor.view() as DoctorReport).steps.flatMap(({ host }) => host ?? []))).toEqual(new Set([new URL(authority.origin).hostname]));
  });

  it('names a laptop without a connection (L-50)', async () => {
    expect(await verdict({ signIn: 'https://login.invalid', isOnline: false })).toBe('L-50');
  });

  it.each(['leads', 'says'] as const)('knows a guest network that %s so (L-51)', async (how) => {
    expect(await verdict({ signIn: until(await startGuestNetwork(how)).origin })).toBe('L-51');
  });

  it('knows a name that is not found (L-52)', async () => {
    const report = await lookAt({ signIn: 'https://login.invalid' });
    expect([report.problem?.code, report.hosts]).toEqual(['L-52', [{ host: 'login.invalid', port: 443, use: 'signIn' }]]);
  });

  it('knows a proxy that wants a password (L-53), and one that refuses or is gone (L-55)', async () => {
    const { authority } = await startTestAuthority();
    until(authority);
    const front = until(await startTlsFront(selfSigned(), authority.origin));
    const through = async (port: number): Promise<DoctorReport> => {
      process.env['STANDIN_PROXY'] = `http://127.0.0.1:${String(port)}`;
      return lookAt({ signIn: front.origin, proxy: `PROXY 127.0.0.1:${String(port)}; DIRECT` });
    };
    const asking = await through(Number(new URL(until(await startPasswordProxy('martin', 'secret')).origin).port));
    expect([asking.problem?.code, asking.proxy?.startsWith('127.0.0.1:')]).toEqual(['L-53', true]);
    expect((await through(until(await startRefusingProxy()).port)).problem?.code).toBe('L-55');
    expect((await through(await closedPort())).problem?.code).toBe('L-55');
  });

  it('knows a certificate that nobody vouches for, and who made it (L-54)', async () => {
    const { authority } = await startTestAuthority();
    until(authority);
    const report = await lookAt({ signIn: until(await startTlsFront(selfSigned(), authority.origin)).origin });
    expect(report.problem?.code).toBe('L-54');
    expect(report.issuer).toMatch(/^test [0-9a-f]{16}$/u);
  });

  it('takes a certificate that the system vouches for', async () => {
    const certificate = selfSigned();
    trust(certificate);
    const { authority } = await startTestAuthority();
    until(authority);
    expect(await verdict({ signIn: until(await startTlsFront(certificate, authority.origin)).origin })).toBeNull();
  });

  it('knows a port that refuses, and asks what the browser shows (L-55, then L-57)', async () => {
    const doctor = doctorAt({ signIn: `http://localhost:${String(await closedPort())}` });
    expect(await doctor.run()).toMatchObject({ ok: true, value: { problem: { code: 'L-55' }, asksPerson: true } });
    expect(doctor.answer('legrandOpens')).toMatchObject({ ok: true, value: { problem: { code: 'L-57' }, answer: 'legrandOpens' } });
  });

  it('knows that one host is blocked when the other opens (L-55)', async () => {
    const { authority } = await startTestAuthority();
    until(authority);
    const report = await lookAt({ signIn: until(await startBlackHole()).origin, homes: authority.origin });
    expect([report.problem?.code, report.asksPerson]).toEqual(['L-55', false]);
  });

  it('does not wait for a place that takes connections and never answers (L-56)', async () => {
    const begun = Date.now();
    expect(await verdict({ signIn: until(await startBlackHole()).origin, patience: 1000 })).toBe('L-56');
    expect(Date.now() - begun).toBeLessThan(8000);
  });

  it('knows a connection that drops one answer of three (L-56)', async () => {
    let count = 0;
    const place = until(await startServer((request, response) => {
      if (request.url === '/') return void response.writeHead(404).end();
      count += 1;
      return count === 2 ? void response.destroy() : void response.writeHead(404).end();
    }));
    expect(await verdict({ signIn: place.origin })).toBe('L-56');
  });

  it('knows a slow one (L-56)', async () => {
    let count = 0;
    const place = until(await startServer((_request, response) => void setTimeout(() => response.writeHead(404).end(), (count += 1) === 1 ? 4300 : 0)));
    expect(await verdict({ signIn: place.origin, patience: 9000 })).toBe('L-56');
  });

  it('reads a clock that is wrong from any answer', async () => {
    const place = until(await startServer((_request, response) => void response.writeHead(404, { date: 'Tue, 15 Nov 1994 08:12:31 GMT' }).end()));
    const doctor = doctorAt({ signIn: place.origin });
    await doctor.run();
    expect(doctor.clock()?.serverAt).toBe(784_887_151_000);
  });

  it('answers nobody before it looked, and only with credentials', async () => {
    const doctor = doctorAt({ signIn: 'https://login.invalid' });
    expect(doctor.answer('nothingOpens')).toMatchObject({ ok: false, problem: { code: 'L-81' } });
  });
});
