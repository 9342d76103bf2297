import { describe, expect, it } from 'vitest';
import { laptopFaults, practiceFaultCodes, type PracticeFault } from '../../../electron/contract/practice-faults.ts';
import type { HttpOutcome, HttpPort, HttpRequest } from '../../../electron/oauth/ports.ts';
import { createSimulation, simulatedClock, simulatedHttp } from '../../../electron/practice/simulation.ts';
import { createManualClock } from '../../authority/clock.ts';

const request: HttpRequest = { method: 'GET', url: 'http://127.0.0.1:1/', headers: {}, body: null, kind: 'read' };
const answer: HttpOutcome = { kind: 'answer', status: 200, headers: {}, body: 'hello' };

function network(fault: PracticeFault) {
  const simulation = createSimulation();
  simulation.setFault(fault);
  let sent = 0;
  const http: HttpPort = { send: async () => ((sent += 1), answer) };
  const clock = createManualClock();
  return { simulation, clock, sent: () => sent, http: simulatedHttp(http, simulation, clock) };
}

describe('the network of practice', () => {
  it.each([
    ['network.offline', 'nothingSent', 'offline'], ['network.name_not_found', 'nothingSent', 'dns'], ['network.proxy_password', 'nothingSent', 'proxy'],
    ['network.inspected', 'nothingSent', 'tls'], ['network.blocked', 'nothingSent', 'refused'], ['network.app_blocked', 'nothingSent', 'refused'],
    ['network.weak', 'unknown', 'timeout'], ['time.days_61_offline', 'nothingSent', 'offline'], ['time.days_83_offline', 'nothingSent', 'offline'],
  ] as const)('%s: no request leaves the laptop', async (fault, kind, failure) => {
    const { http, sent } = network(fault);
    expect([await http.send(request), sent()]).toEqual([{ kind, failure }, 0]);
  });

  it('a guest Wi-Fi answers with a page of its own', async () => {
    const { http, sent } = network('network.captive_portal');
    expect(await http.send(request)).toMatchObject({ kind: 'answer', status: 200, body: expect.stringContaining('guest network') });
    expect(sent()).toBe(0);
  });

  it('with a wrong clock the answers bear a time that is more than a day off', async () => {
    const { http, clock } = network('network.clock_wrong');
    const outcome = await http.send(request);
    const date = outcome.kind === 'answer' ? Date.parse(outcome.headers['date'] ?? '') : 0;
    expect(Math.abs(date - clock.now())).toBeGreaterThan(86_400_000);
  });

  it('every other fault lets a request through as it is', async () => {
    const others = laptopFaults.filter((fault) => !fault.startsWith('network.') && !fault.endsWith('_offline'));
    for (const fault of others) expect(await network(fault).http.send(request)).toBe(answer);
  });

  it('a request that nobody wants any more is not answered in its place', async () => {
    expect(await network('network.captive_portal').http.send(request, () => false)).toEqual({ kind: 'nothingSent', failure: 'stopped' });
  });

  it('the invented proxy is content once a password was entered', async () => {
    const { http, simulation } = network('network.proxy_password');
    simulation.enterProxyPassword();
    expect(await http.send(request)).toBe(answer);
  });

  it('tells whoever looks at the network what is wrong with it, and nothing when it is another fault', () => {
    const found = laptopFaults.map((fault) => [fault, network(fault).simulation.network()?.code ?? null] as const);
    for (const [fault, code] of found) {
      const isOfNetwork = fault.startsWith('network.') && fault !== 'network.clock_wrong';
      const expected = fault.endsWith('_offline') ? 'L-50' : isOfNetwork ? practiceFaultCodes[fault] : null;
      expect([fault, code]).toEqual([fault, expected]);
    }
  });
});

describe('the clock of practice', () => {
  it('runs ahead only when a sign-in is forgotten, and is right again with the next fault', () => {
    const { simulation, clock } = network('time.sign_in_forgotten');
    const practice = simulatedClock(clock, simulation);
    expect(practice.now()).toBe(clock.now());
    simulation.opened();
    expect(practice.now() - clock.now()).toBeGreaterThan(600_000);
    simulation.setFault('none');
    expect(practice.now()).toBe(clock.now());
  });
});
