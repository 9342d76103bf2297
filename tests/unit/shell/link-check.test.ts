import { expect, it } from 'vitest';
import { success } from '../../../electron/contract/result.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { checkBeforeLink } from '../../../electron/shell/link-check.ts';
import type { Program } from '../../../electron/shell/program.ts';
import { ManualClock, profile } from '../links/fakes.ts';

const DAY = 86_400_000;

/** A program in which all is well but what the sign-in server answers. */
function programWith(outcome: (clock: ManualClock) => HttpOutcome): Program {
  const clock = new ManualClock();
  const workplace = {
    storageProblem: null, practice: null, sites: { find: () => ({}) }, http: { send: async () => outcome(clock) },
    storedProfile: () => success({ profile }), checkReturnRoute: async () => success(null), keepDiscovery: () => undefined,
  };
  return { clock, workplace: () => workplace, ready: { readiness: { quickProblems: () => ({ battery: null, disk: null }) } } } as unknown as Program;
}

async function clockLine(outcome: (clock: ManualClock) => HttpOutcome): Promise<unknown> {
  const checked = await checkBeforeLink(programWith(outcome), 'site-1');
  return checked.ok ? { line: checked.value.lines.find(({ id }) => id === 'clock') ?? null, canStart: checked.value.canStart } : checked;
}

const dated = (off: number) => (clock: ManualClock): HttpOutcome => ({ kind: 'answer', status: 404, headers: { date: new Date(clock.now() + off).toUTCString() }, body: '' });

it('the check before a sign-in tells a wrong clock by the answer of the sign-in server, and leaves it to the person to go on', async () => {
  expect(await clockLine(dated(DAY))).toMatchObject({ line: { verdict: 'problem', problem: { code: 'L-58' } }, canStart: true });
  expect(await clockLine(dated(0))).toMatchObject({ line: { verdict: 'ok' }, canStart: true });
});

it('an answer without a time says nothing of the clock', async () => {
  expect(await clockLine(() => ({ kind: 'answer', status: 404, headers: {}, body: '' }))).toMatchObject({ line: null });
});
