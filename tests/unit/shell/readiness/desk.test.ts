import { beforeEach, describe, expect, it } from 'vitest';
import type { DoctorReport, LoopView, ReadinessView, ReadyLine, ReadyLineId } from '../../../../electron/contract/readiness.ts';
import { failure, success, type Result } from '../../../../electron/contract/result.ts';
import type { ProfileTest } from '../../../../electron/contract/views.ts';
import { createReadiness, type Readiness, type ReadinessParts } from '../../../../electron/shell/readiness/desk.ts';
import { NOTHING_STORED, type StoredReadiness } from '../../../../electron/shell/readiness/stored.ts';
import { DAY, ManualClock, START } from '../../links/fakes.ts';

const report: DoctorReport = { at: START, network: 'Wi-Fi', problem: null, asksPerson: false, answer: null, steps: [], proxy: null, issuer: null, hosts: [] };
const tested: ProfileTest = { at: START, verdict: 'answered', problem: null, pkce: true, signOut: true };
const never = async <Value>(): Promise<Value> => new Promise(() => undefined);

let clock: ManualClock;
let stored: StoredReadiness;
let loop: LoopView;
let fingerprint: string;

function desk(part: Partial<ReadinessParts> = {}): Readiness {
  return createReadiness({
    clock,
    doctor: { run: async () => success(report), view: () => report, clock: () => ({ laptopAt: START, serverAt: START }), answer: () => success(report) },
    loop: { view: () => loop, start: async () => success(null), stop: async () => undefined, accept: () => 'notOurs', resume: () => undefined },
    privateBrowser: async () => ({ name: 'Edge' }),
    testCredentials: async () => success(tested),
    redirectUri: () => 'liaison://auth/callback',
    checkRoute: async () => success(null),
    storageProblem: () => null,
    storageRoundTrip: () => null,
    keyStoreRoundTrip: async () => null,
    freeBytes: () => 1e10,
    isOnMains: () => true,
    timeZone: () => 'Europe/Paris',
    network: () => ({ label: 'Wi-Fi', fingerprint }),
    load: () => stored,
    save: (changed) => void (stored = { ...stored, ...changed }),
    changed: () => undefined,
    ...part,
  });
}

const lineOf = (view: ReadinessView, id: ReadyLineId): ReadyLine | undefined => view.lines.find((line) => line.id === id);

beforeEach(() => {
  clock = new ManualClock();
  [stored, loop, fingerprint] = [NOTHING_STORED, { step: 'none' }, 'a'];
});

describe('Ready for site', () => {
  it('was never checked at first', () => {
    expect(desk().view()).toMatchObject({ at: null, overall: 'never', lines: [], stale: null, coldPossible: true });
  });

  it('is ready when every line is good and a browser came back', async () => {
    stored = { ...stored, proof: { at: START, cold: true, redirectUri: 'liaison://auth/callback' } };
    const view = await desk().run();
    expect([view.overall, view.at, view.network, view.lines.length]).toEqual(['ready', START, 'Wi-Fi', 9]);
  });

  it('keeps its date for the next start, and says when it is a day old or of another network', async () => {
    await desk().run();
    expect(desk().view()).toMatchObject({ at: START, overall: 'almost', stale: null });
    fingerprint = 'b';
    expect(desk().view().stale).toBe('network');
    clock.sleep(DAY);
    expect(desk().view().stale).toBe('day');
  });

  it('takes a return that comes after the check, but only of the same way', async () => {
    await desk().run();
    stored = { ...stored, proof: { at: START, cold: false, redirectUri: 'other://auth/callback' } };
    expect(lineOf(desk().view(), 'returnLink')?.verdict).toBe('notTested');
    stored = { ...stored, proof: { at: START, cold: false, redirectUri: 'liaison://auth/callback' } };
    expect(lineOf(desk().view(), 'returnLink')?.verdict).toBe('ok');
  });

  it('never waits without end: what hangs or throws cannot be checked', async () => {
    const hanging = desk({
      testCredentials: never, privateBrowser: never, keyStoreRoundTrip: async () => Promise.reject(new Error('no')),
      doctor: { run: never, view: () => null, clock: () => null, answer: () => failure({ code: 'L-81' }) },
    });
    const running = hanging.run();
    await clock.advance(30_000);
    const view = await running;
    for (const id of ['credentials', 'network', 'clock', 'browser', 'keyStore'] as const) expect(lineOf(view, id)?.verdict).toBe('cannotCheck');
    expect(view.running).toBe(false);
  });

  it('shares a check that runs', async () => {
    let count = 0;
    const one = desk({ storageRoundTrip: () => (count += 1, null) });
    await Promise.all([one.run(), one.run()]);
    expect(count).toBe(1);
  });

  it.each([['L-60', 'keyStore'], ['L-61', 'keyStore'], ['L-62', 'storage'], ['L-66', 'storage']] as const)('shows what storage already knows: %s at %s', async (code, id) => {
    const view = await desk({ storageProblem: () => ({ code }) }).run();
    expect(lineOf(view, id)).toMatchObject({ verdict: 'problem', problem: { code } });
  });

  it('says what the system says of the way back, and leaves a test that waits alone', async () => {
    const blocked = { checkRoute: async (): Promise<Result<null>> => failure({ code: 'L-31', reason: 'Old' }) };
    expect(lineOf(await desk(blocked).run(), 'returnLink')).toMatchObject({ verdict: 'problem', problem: { code: 'L-31', reason: 'Old' } });
    loop = { step: 'waiting', deadline: START + 60_000, cold: false };
    expect(lineOf(await desk(blocked).run(), 'returnLink')?.verdict).toBe('notTested');
  });

  it('without credentials says so, and cannot look further', async () => {
    const none = desk({
      testCredentials: async () => failure({ code: 'L-67' }), redirectUri: () => null,
      doctor: { run: async () => failure({ code: 'L-67' }), view: () => null, clock: () => null, answer: () => failure({ code: 'L-81' }) },
    });
    const view = await none.run();
    expect(lineOf(view, 'credentials')).toMatchObject({ verdict: 'problem', problem: { code: 'L-67' } });
    expect([lineOf(view, 'network')?.verdict, lineOf(view, 'returnLink')?.verdict, view.coldPossible]).toEqual(['cannotCheck', 'cannotCheck', false]);
  });

  it('knows the battery by what the window told', async () => {
    const one = desk({ freeBytes: () => 1000 });
    one.noteBattery({ level: 0.07, charging: false });
    expect(one.quickProblems()).toEqual({ battery: { code: 'L-65' }, disk: { code: 'L-62', reason: 'lowSpace' } });
    expect(lineOf(await one.run(), 'battery')).toMatchObject({ verdict: 'problem', facts: { percent: 7, charging: false } });
  });
});
