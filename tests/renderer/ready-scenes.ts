import type { Page } from '@playwright/test';
import type { DoctorReport, ProbeOutcome, ProbeStep, ReadinessView, ReadyLine } from '../../electron/contract/readiness.ts';
import { fakeStart, type FakeAnswers } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const MEGABYTE = 1_000_000;
const NETWORK = 'Wi-Fi, 192.168.1.x';

function lines(now: number): ReadyLine[] {
  const ok = (id: ReadyLine['id'], facts: ReadyLine['facts'] = {}): ReadyLine => ({ id, verdict: 'ok', problem: null, facts });
  return [
    ok('credentials'), ok('network'), ok('clock', { laptopAt: now - 60_000, serverAt: now - 61_000, timeZone: 'Europe/Paris' }), ok('returnLink', { provenAt: now - 3_600_000, cold: true }),
    ok('browser', { browser: 'Microsoft Edge' }), ok('storage'), ok('keyStore'), ok('disk', { freeBytes: 48_300 * MEGABYTE }), ok('battery', { percent: 84, charging: false }),
  ];
}

function view(now: number, part: Partial<ReadinessView> = {}, changed: readonly ReadyLine[] = []): ReadinessView {
  const all = lines(now).map((line) => changed.find(({ id }) => id === line.id) ?? line);
  return { running: false, at: now - 60_000, network: NETWORK, stale: null, overall: 'ready', lines: all, loop: { step: 'none' }, coldPossible: true, ...part };
}

const [signIn, homes] = [{ host: 'partners-login.eliotbylegrand.com', port: 443 }, { host: 'api.developer.legrand.com', port: 443 }];

function report(now: number, part: Partial<DoctorReport>, steps: readonly (readonly [ProbeStep['what'], { host: string; port: number } | null, ProbeOutcome, number])[]): DoctorReport {
  return {
    at: now - 30_000, network: NETWORK, problem: null, asksPerson: false, answer: null, proxy: null, issuer: 'DigiCert Inc',
    hosts: [{ ...signIn, use: 'signIn' }, { ...homes, use: 'homes' }],
    steps: steps.map(([what, place, outcome, milliseconds]) => ({ what, host: place?.host ?? null, port: place?.port ?? null, outcome, at: now - 30_000, milliseconds })),
    ...part,
  };
}

function reports(now: number): Readonly<Record<'fine' | 'blocked' | 'unsure' | 'proxy', DoctorReport>> {
  return {
    fine: report(now, {}, [['interfaces', null, 'good', 0], ['lookup', signIn, 'good', 24], ['lookup', homes, 'good', 31], ['connect', signIn, 'good', 40], ['connect', homes, 'good', 44], ['certificate', signIn, 'good', 80], ['plain', { ...signIn, port: 80 }, 'good', 90], ['read', signIn, 'good', 210], ['read', signIn, 'good', 180], ['read', signIn, 'good', 190], ['read', homes, 'good', 240]]),
    blocked: report(now, { problem: { code: 'L-55' }, issuer: null }, [['interfaces', null, 'good', 0], ['lookup', signIn, 'good', 24], ['lookup', homes, 'good', 31], ['connect', signIn, 'timeout', 6000], ['connect', homes, 'good', 44], ['read', signIn, 'timeout', 8000], ['read', homes, 'good', 240]]),
    unsure: report(now, { problem: { code: 'L-10' }, asksPerson: true, issuer: null }, [['interfaces', null, 'good', 0], ['lookup', signIn, 'good', 24], ['connect', signIn, 'timeout', 6000], ['read', signIn, 'timeout', 8000]]),
    proxy: report(now, { problem: { code: 'L-54' }, proxy: 'proxy.hotel-du-lac.example:3128', issuer: 'Hotel du Lac Security Gateway' }, [['interfaces', null, 'good', 0], ['proxy', signIn, 'good', 60], ['read', signIn, 'untrusted', 130]]),
  };
}

const press = (...names: readonly string[]) => async (page: Page): Promise<void> => {
  for (const name of names) await page.getByRole('button', { name }).first().click();
};

const red = (id: ReadyLine['id'], code: 'L-58' | 'L-65' | 'L-31' | 'L-50', facts: ReadyLine['facts'] = {}): ReadyLine => ({ id, verdict: 'problem', problem: { code }, facts });

function readyScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const scene = (name: string, part: Partial<ReadinessView>, changed: readonly ReadyLine[] = [], more: FakeAnswers = {}): Scene =>
    ({ name: `ready-${name}`, answers: { ...all, ...more, 'readiness.view': view(now, part, changed), 'readiness.run': view(now, part, changed) }, walk: press('Ready for site') });
  const cannot = (id: ReadyLine['id']): ReadyLine => ({ id, verdict: 'cannotCheck', problem: { code: 'L-50' }, facts: {} });
  const untested: ReadyLine = { id: 'returnLink', verdict: 'notTested', problem: null, facts: {} };
  const wrongClock = red('clock', 'L-58', { laptopAt: now - 86_400_000, serverAt: now, timeZone: 'Europe/Paris' });
  return [
    scene('never', { at: null, network: null, lines: [], overall: 'never' }),
    scene('running', { running: true }),
    scene('good', {}),
    scene('stale', { stale: 'network', at: now - 3 * 86_400_000 }),
    scene('almost', { overall: 'almost' }, [untested]),
    scene('unsure', { overall: 'unsure', coldPossible: false }, [{ id: 'browser', verdict: 'cannotCheck', problem: null, facts: {} }]),
    scene('red', { overall: 'notReady' }, [wrongClock, red('battery', 'L-65', { percent: 7, charging: false }), red('returnLink', 'L-31')]),
    scene('offline', { overall: 'notReady', network: null }, [red('network', 'L-50'), cannot('credentials'), cannot('clock')]),
    scene('loop-waiting', { overall: 'almost', loop: { step: 'waiting', deadline: now + 52_000, cold: false } }, [untested]),
    scene('loop-returned', { loop: { step: 'returned', at: now, cold: true } }),
    scene('loop-missing', { overall: 'almost', loop: { step: 'missing', at: now, cold: false, problem: { code: 'L-32' } } }, [untested]),
    scene('practice', { overall: 'unsure', coldPossible: false }, [], { 'app.start': fakeStart({ mode: 'practice' }) }),
  ];
}

function doctorScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const { fine, blocked, unsure, proxy } = reports(now);
  const doctor = (name: string, found: DoctorReport | null, more: readonly string[] = []): Scene =>
    ({ name: `doctor-${name}`, answers: { ...all, 'readiness.view': view(now), 'doctor.view': found, ...(found ? { 'doctor.run': found } : { 'doctor.run': { refusal: { code: 'L-67' } } }) }, walk: press('Ready for site', 'Network doctor', ...more) });
  const problem = (name: string, problemOf: Parameters<typeof fakeStart>[0], found: DoctorReport): Scene => ({ name: `problem-${name}`, answers: { ...all, 'app.start': fakeStart(problemOf), 'doctor.run': found }, walk: press('What to do') });
  const clock = { code: 'L-58', laptopAt: now - 86_400_000, serverAt: now, timeZone: 'Europe/Paris' } as const;
  return [
    doctor('fine', fine), doctor('blocked', blocked), doctor('unsure', unsure), doctor('untrusted', proxy), doctor('refused', null),
    doctor('sheet', blocked, ['Sheet for the client’s IT']), doctor('sheet-fine', fine, ['Sheet for the client’s IT']),
    problem('no-answer', { notices: [{ code: 'L-10' }] }, blocked), problem('clock', { notices: [clock] }, fine),
  ];
}

/** Ready for site and Network doctor. `now` in milliseconds since 1970-01-01 UTC. */
export function readinessScenes(now: number, all: FakeAnswers): readonly Scene[] {
  return [...readyScenes(now, all), ...doctorScenes(now, all)];
}
