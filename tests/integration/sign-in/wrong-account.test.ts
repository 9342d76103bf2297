import { expect, test } from 'vitest';
import { Dice } from '../../crash/dice.ts';
import { playTrial, type Outcome, type Staging } from './stage.ts';

const RUNS = Number(process.env['LIAISON_RUNS'] ?? 50);
const SEED = Number(process.env['LIAISON_SEED'] ?? Date.now() % 1_000_000);

/** A left-over session is what is tried, so most trials have one. */
function drawn(seed: number): Staging {
  const dice = new Dice(seed * 7919);
  return {
    window: dice.pick(['private', 'left open', 'normal'] as const), leftOver: dice.pick(['marco', 'marco', 'marco', 'claire', null] as const), isLinkedElsewhere: dice.happens(0.5),
    isAgain: dice.happens(0.3), isSlow: dice.happens(0.5), canSignOut: dice.happens(0.6), isAttentive: dice.happens(0.5),
  };
}

/**
 * The electrician is in a hurry and presses the one large button of every page, ticks what must be ticked, and never closes a window.
 * The customer types when asked, allows everything, and says no only to a home whose name is not hers: half of them look by themselves,
 * the others only when the name is read aloud. Nobody of them ever meets a stranger whose home has the same name.
 */
test(`in ${RUNS} staged trials with the previous customer's session no wrong link is stored`, { timeout: 600_000 }, async () => {
  const outcomes: { readonly staging: Staging; readonly outcome: Outcome }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const staging = drawn(SEED + run);
    outcomes.push({ staging, outcome: await playTrial(staging) });
  }
  const count = (holds: (outcome: Outcome) => boolean): number => outcomes.filter(({ outcome }) => holds(outcome)).length;
  const guards = Object.entries(Object.groupBy(outcomes.flatMap(({ outcome }) => [...new Set(outcome.guards)]), (guard) => guard)).map(([guard, all]) => `${guard} ${all?.length ?? 0}`);
  console.log(`${RUNS} trials, seed ${SEED}: ${count(({ stored }) => stored === 'wrong')} wrong links, ${count(({ stored }) => stored === 'right')} right, ${count(({ stored }) => stored === 'none')} without a link; a foreign account came back in ${count(({ foreignCame }) => foreignCame)}; guards: ${guards.join(', ')}`);
  expect(outcomes.filter(({ outcome }) => outcome.stored === 'wrong')).toEqual([]);
  expect(count(({ stored }) => stored === 'right')).toBeGreaterThan(RUNS / 4);
});

const worst: Staging = { window: 'normal', leftOver: 'marco', isLinkedElsewhere: false, isAgain: false, isSlow: false, canSignOut: false, isAttentive: false };

test.each([
  ['a fast return out of a private window nobody closed', { ...worst, window: 'left open' }, 'fast'],
  ['a slow return out of a private window nobody closed', { ...worst, window: 'left open', isSlow: true }, 'reused'],
  ['a fast return out of a normal window', worst, 'fast'],
  ['a slow return out of a normal window', { ...worst, isSlow: true }, 'normalWindow'],
  ['an account that is linked elsewhere', { ...worst, isLinkedElsewhere: true, isSlow: true }, 'L-24'],
  ['another account for a site that is linked', { ...worst, isAgain: true, isSlow: true }, 'L-25'],
] as const)('%s is caught', async (_name, staging, guard) => {
  const { stored, foreignCame, guards } = await playTrial(staging);
  expect([stored, foreignCame, guards]).toEqual([staging.isAgain ? 'right' : 'none', true, expect.arrayContaining([guard])]);
});

test('signing out first ends the session, and the next start links the right home', async () => {
  const leftOpen = await playTrial({ ...worst, window: 'left open', canSignOut: true, isSlow: true });
  expect(leftOpen).toMatchObject({ stored: 'right', guards: ['reused', 'L-25', 'normalWindow'] });
  const inNormal = await playTrial({ ...worst, canSignOut: true, isSlow: true });
  expect(inNormal).toMatchObject({ stored: 'right', foreignCame: false, guards: ['normalWindow'] });
  const fresh = await playTrial({ ...worst, window: 'private', isSlow: true });
  expect(fresh).toEqual({ stored: 'right', foreignCame: false, guards: [] });
});
