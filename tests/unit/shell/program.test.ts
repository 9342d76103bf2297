import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { openProgram, type Program, type ProgramParts } from '../../../electron/shell/program.ts';
import type { Mode, Workplace } from '../../../electron/shell/workplace.ts';
import { ManualClock } from '../links/fakes.ts';

let clock: ManualClock;
/** What the next openings meet; afterwards everything opens. */
let storageProblems: (Problem | null)[];
let log: string[];
let step: string;
let areAllSaved: boolean;
/** The mode that cannot be opened; null: both can. */
let failing: Mode | null;
let remembered: unknown[];
/** What every opening has to tell. */
let notices: readonly Problem[];

function workplace(mode: Mode): Workplace {
  if (mode === failing) throw new Error('no port');
  const storageProblem = storageProblems.shift() ?? null;
  log.push(`open ${mode}${storageProblem ? ` ${storageProblem.code}` : ''}`);
  const desk = storageProblem ? null : { signIn: { view: () => ({ step }) }, keepAlive: { start: () => void log.push(`keep alive ${mode}`) }, renewals: { areAllSaved: async () => areAllSaved } };
  return { mode, storageProblem, notices, desk, close: async () => void log.push(`close ${mode}`) } as unknown as Workplace;
}

async function start(mode: Mode = 'real'): Promise<Program> {
  const preferences = { get: () => mode, set: (_name: string, value: unknown) => (remembered.push(value), { ok: true, value: null }) };
  return openProgram({
    clock, preferences, openWorkplace: async (wanted: Mode) => workplace(wanted), initialNotices: [], firstMode: mode, changed: (topic: string) => void log.push(`hint ${topic}`),
  } as unknown as ProgramParts);
}

beforeEach(() => {
  clock = new ManualClock();
  storageProblems = [];
  log = [];
  step = 'idle';
  areAllSaved = true;
  failing = null;
  remembered = [];
  notices = [];
});

describe('storage that could not be opened', () => {
  it.each(['L-60', 'L-35', 'L-62'] as const)('for a reason that passes (%s) is opened again every minute until it opens, and then links are kept alive', async (code) => {
    storageProblems = [{ code }, { code }];
    const program = await start();
    program.keepAlive();
    await clock.advance(59_000);
    expect(log).toEqual([`open real ${code}`]);
    await clock.advance(2000);
    expect(program.workplace().storageProblem?.code).toBe(code);
    await clock.advance(60_000);
    expect([program.workplace().storageProblem, log.at(-2), log.at(-1)]).toEqual([null, 'keep alive real', 'hint app']);
    await clock.advance(600_000);
    expect(log.filter((line) => line.startsWith('open'))).toHaveLength(3);
  });

  it.each(['L-61', 'L-66'] as const)('for a reason that does not pass (%s) is opened again only when asked', async (code) => {
    storageProblems = [{ code }];
    const program = await start();
    await clock.advance(600_000);
    expect(program.workplace().storageProblem?.code).toBe(code);
    await program.retryStorage();
    expect(program.workplace().storageProblem).toBeNull();
  });

  it('is left alone when everything is open', async () => {
    const program = await start();
    await program.retryStorage();
    expect(log).toEqual(['open real']);
  });

  it('is never opened twice at a time', async () => {
    storageProblems = [{ code: 'L-60' }];
    const program = await start();
    await Promise.all([program.retryStorage(), program.retryStorage(), program.setMode('practice')]);
    expect(log.filter((line) => !line.startsWith('hint'))).toEqual(['open real L-60', 'close real', 'open real', 'close real', 'open practice']);
  });

  it('is not opened again after the program closed', async () => {
    storageProblems = [{ code: 'L-60' }];
    const program = await start();
    await program.close();
    await program.retryStorage();
    await clock.advance(600_000);
    expect(log).toEqual(['open real L-60', 'close real']);
  });
});

describe('a notice', () => {
  it('of what lasts stays dismissed though storage is opened again', async () => {
    storageProblems = [{ code: 'L-60' }, { code: 'L-60' }];
    notices = [{ code: 'L-64' }];
    const program = await start();
    expect(program.notices()).toEqual([{ code: 'L-64' }]);
    program.dismissNotices();
    await clock.advance(180_000);
    expect([program.workplace().storageProblem, program.notices()]).toEqual([null, []]);
  });

  it('that was dismissed in practice is told in reality, where it concerns other data', async () => {
    notices = [{ code: 'L-64' }];
    const program = await start('practice');
    program.dismissNotices();
    await program.setMode('real');
    expect(program.notices()).toEqual([{ code: 'L-64' }]);
  });

  it('of what happened anew is told though one like it was dismissed', async () => {
    storageProblems = [{ code: 'L-60' }];
    notices = [{ code: 'L-63', reason: 'database' }];
    const program = await start();
    program.dismissNotices();
    await clock.advance(61_000);
    expect(program.notices()).toEqual([{ code: 'L-63', reason: 'database' }]);
  });
});

describe('changing between practice and reality', () => {
  it('opens nothing any more once the program closes', async () => {
    const program = await start('practice');
    const [, changed] = await Promise.all([program.close(), program.setMode('real')]);
    expect(changed).toEqual({ ok: false, problem: { code: 'L-15' } });
    expect(log).toEqual(['open practice', 'close practice']);
  });

  it('leaves what was open when the other cannot be opened, and the next start opens that too', async () => {
    const program = await start('practice');
    program.keepAlive();
    failing = 'real';
    await expect(program.setMode('real')).rejects.toThrow('no port');
    expect([program.mode(), remembered.at(-1), log.at(-1)]).toEqual(['practice', 'practice', 'hint app']);
    expect(log.filter((line) => line.startsWith('keep alive'))).toEqual(['keep alive practice', 'keep alive practice']);
  });

  it('closes one before it opens the other, and keeps the other’s links alive', async () => {
    const program = await start('practice');
    program.keepAlive();
    expect(await program.setMode('real')).toMatchObject({ ok: true });
    expect(log).toEqual(['open practice', 'keep alive practice', 'close practice', 'open real', 'keep alive real', 'hint app']);
  });

  it('is refused while a token that was received cannot be saved, and nothing is closed', async () => {
    const program = await start('real');
    areAllSaved = false;
    expect(await program.setMode('practice')).toEqual({ ok: false, problem: { code: 'L-62' } });
    expect([program.mode(), log, remembered]).toEqual(['real', ['open real'], []]);
  });

  it('is refused while a sign-in runs', async () => {
    const program = await start('practice');
    step = 'waiting';
    expect(await program.setMode('real')).toEqual({ ok: false, problem: { code: 'L-83' } });
    expect(program.mode()).toBe('practice');
  });
});
