import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserAnswer } from '../../electron/contract/readiness.ts';
import { practiceFaultCodes, practiceFaults, type PracticeFault } from '../../electron/contract/practice-faults.ts';
import { createSimulation, simulatedHttp, type Simulation } from '../../electron/practice/simulation.ts';
import { systemClock } from '../../electron/shell/clock.ts';
import { playedWay } from '../../electron/shell/practice-probes.ts';
import { createDoctor, type Doctor } from '../../electron/shell/readiness/doctor-desk.ts';
import { createNetworkProbes } from '../../electron/shell/readiness/network-probes.ts';
import type { Mode } from '../../electron/shell/workplace.ts';
import { startTestAuthority } from '../authority/chaos.ts';
import { profile } from '../unit/links/fakes.ts';
import { createBench } from './network-bench.ts';

const PATIENCE = 2500;
/** The clock is a line of its own, which its own fault makes red. */
const atNetwork = practiceFaults.filter((fault) => fault.startsWith('network.') && fault !== 'network.clock_wrong');
/** What the person of practice sees in the browser, where the laptop alone cannot tell. */
const seen: Readonly<Partial<Record<PracticeFault, BrowserAnswer>>> = { 'network.app_blocked': 'legrandOpens', 'network.blocked': 'othersOpen' };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(cleanups.splice(0).map(async (cleanup) => cleanup()));
});

/** A doctor at a real practice authority, and the mode that is open. */
async function open(simulation: Simulation): Promise<{ readonly doctor: Doctor; readonly now: { mode: Mode } }> {
  const { authority } = await startTestAuthority();
  cleanups.push(async () => authority.close());
  const now = { mode: 'practice' as Mode };
  const probes = createNetworkProbes({ net: { isOnline: () => true }, session: { resolveProxy: async () => 'DIRECT' }, clock: systemClock, patience: PATIENCE });
  const real = createBench(systemClock).http;
  const practised = simulatedHttp(real, simulation, systemClock);
  const http: typeof real = { send: async (request, isWanted) => (now.mode === 'practice' ? practised : real).send(request, isWanted) };
  const doctor = createDoctor({
    ...playedWay({ probes, http }, simulation, () => now.mode === 'practice'), clock: systemClock, patience: PATIENCE,
    profile: () => ({ ...profile, authorizationServer: authority.origin, homesServer: authority.origin }), timeZone: () => 'Europe/Paris', mode: () => now.mode, changed: () => undefined,
  });
  return { doctor, now };
}

async function verdict(doctor: Doctor, answer?: BrowserAnswer): Promise<string | null> {
  const alone = await doctor.run();
  const found = answer ? doctor.answer(answer) : alone;
  return found.ok ? (found.value.problem?.code ?? null) : found.problem.code;
}

describe('Network doctor in practice', { timeout: 30_000 }, () => {
  it.each(atNetwork)('finds what is played: %s', async (fault) => {
    const simulation = createSimulation();
    const { doctor } = await open(simulation);
    expect(await verdict(doctor)).toBeNull();
    simulation.setFault(fault);
    expect(await verdict(doctor, seen[fault])).toBe(practiceFaultCodes[fault]);
  });

  it.each(atNetwork)('finds nothing of it in reality: %s', async (fault) => {
    const simulation = createSimulation();
    const { doctor, now } = await open(simulation);
    simulation.setFault(fault);
    now.mode = 'real';
    expect(await verdict(doctor)).toBeNull();
  });

  it('tells nothing of one mode in the other', async () => {
    const { doctor, now } = await open(createSimulation());
    await doctor.run();
    expect(doctor.view()).not.toBeNull();
    now.mode = 'real';
    expect([doctor.view(), doctor.clock()]).toEqual([null, null]);
    expect(doctor.answer('othersOpen')).toMatchObject({ ok: false, problem: { code: 'L-81' } });
  });
});
