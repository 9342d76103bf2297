import fc from 'fast-check';
import { DAY, MINUTE } from '../unit/links/fakes.ts';
import type { Outcome } from './report.ts';
import { Player, type Breakage, type Command } from './world/commands.ts';
import { finale } from './world/finale.ts';
import { FATES } from './world/post.ts';
import type { Rotation } from './world/server.ts';
import { World } from './world/world.ts';

const YEAR = 365 * DAY;
const link = fc.nat(2);
const off = fc.constantFrom(100, 3 * MINUTE, 15 * MINUTE, 20 * DAY);
const fate = fc.oneof({ weight: 2, arbitrary: fc.constant('good' as const) }, { weight: 3, arbitrary: fc.constantFrom(...FATES) });
const breakage = fc.constantFrom<Breakage>('beginRenewal', 'completeRenewal', 'settleRenewal', 'keepUnusableAnswer', 'setStanding');

const presenting: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constantFrom('renew' as const, 'use' as const), link }),
  fc.record({ do: fc.constant('renew' as const), link }),
  fc.record({ do: fc.constant('fates' as const), fates: fc.array(fate, { minLength: 1, maxLength: 5 }) }),
  fc.record({ do: fc.constant('run' as const), milliseconds: fc.constantFrom(100, 700, 3000, 70_000, 17 * MINUTE, 80 * MINUTE) }),
);
const dying: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('crash' as const), plan: fc.record({ operation: fc.integer({ min: 1, max: 6 }), when: fc.constantFrom('before' as const, 'after' as const) }), off }),
  fc.record({ do: fc.constantFrom('kill' as const, 'quit' as const), off }),
  fc.record({ do: fc.constant('second' as const) }),
);
const laptop: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('sleep' as const), milliseconds: fc.constantFrom(40_000, 9 * 60 * MINUTE, 29 * DAY), slow: fc.integer({ min: 0, max: 50_000 }), told: fc.boolean() }),
  fc.record({ do: fc.constant('clock' as const), error: fc.constantFrom(0, 0, -3 * YEAR, 3 * YEAR, -25 * DAY, 40 * DAY, 20 * MINUTE) }),
  fc.record({ do: fc.constant('break' as const), what: breakage }),
  fc.record({ do: fc.constantFrom('repair' as const, 'image' as const) }),
  fc.record({ do: fc.constant('restore' as const), off }),
  fc.record({ do: fc.constant('damage' as const), link }),
);
const people: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('company' as const), trouble: fc.constantFrom('plain' as const, 'coded' as const, 'client' as const) }),
  fc.record({ do: fc.constantFrom('newSecret' as const, 'newSecret' as const, 'trust' as const) }),
  fc.record({ do: fc.constantFrom('unlink' as const, 'relink' as const, 'revoke' as const), link }),
);
const command = fc.oneof({ weight: 12, arbitrary: presenting }, { weight: 2, arbitrary: dying }, { weight: 2, arbitrary: laptop }, { weight: 2, arbitrary: people });

const history = fc.record({
  rotation: fc.constantFrom<Rotation>('strict', 'grace', 'neverRevokes'),
  links: fc.integer({ min: 1, max: 3 }),
  seed: fc.nat(),
  restarts: fc.boolean(),
  commands: fc.array(command, { minLength: 2, maxLength: 30, size: 'max' }),
});

type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

export async function live({ rotation, links, seed, restarts, commands }: History): Promise<World> {
  const world = new World(rotation, links, seed);
  const player = new Player(world);
  world.process.keepAlive.start();
  for (const each of commands) await player.play(each);
  await finale(player, restarts);
  return world;
}

/** Any history of renewals, deaths, sleeps, wrong clocks, old disk images, damage, company trouble and customers; shrunk when it breaks a promise. */
export async function modelHistories(runs: number, seed: number): Promise<Outcome> {
  let [posts, steps] = [0, 0];
  const checked = await fc.check(
    fc.asyncProperty(history, async (one) => {
      const world = await live(one);
      posts += world.posts;
      steps += one.commands.length;
      if (world.violations.length > 0) throw new Error(world.violations.join('; '));
    }),
    { numRuns: runs, seed },
  );
  const counterexample = checked.counterexample ? `${String(checked.errorInstance)} after ${JSON.stringify(checked.counterexample[0])}` : '';
  return {
    name: 'Model-based histories', runs: checked.numRuns, unit: 'runs', seed, violations: checked.failed ? [counterexample] : [],
    notes: [`${steps.toLocaleString('en')} commands`, `${posts.toLocaleString('en')} requests`],
  };
}
