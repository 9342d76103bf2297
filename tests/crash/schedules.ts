import { DAY, MINUTE } from '../unit/links/fakes.ts';
import { Dice } from './dice.ts';
import type { Outcome } from './report.ts';
import { Player, type Breakage, type Command } from './world/commands.ts';
import { finale } from './world/finale.ts';
import { FATES, type Fate } from './world/post.ts';
import type { Rotation } from './world/server.ts';
import type { CrashPlan } from './world/watch.ts';
import { World } from './world/world.ts';

const ROTATIONS: readonly [Rotation, ...Rotation[]] = ['strict', 'grace', 'neverRevokes'];
const BREAKAGES: readonly [Breakage, ...Breakage[]] = ['beginRenewal', 'completeRenewal', 'settleRenewal', 'keepUnusableAnswer', 'setStanding'];

/** One story, told again with a death at another place each time. */
interface Story {
  readonly seed: number;
  readonly rotation: Rotation;
  readonly links: number;
  readonly commands: readonly Command[];
  /** How long the program is off after the death, in milliseconds. */
  readonly off: number;
  readonly restarts: boolean;
}

function fatesOf(dice: Dice): readonly Fate[] {
  return Array.from({ length: dice.whole(1, 4) }, () => (dice.happens(0.4) ? 'good' : dice.pick(FATES as unknown as readonly [Fate, ...Fate[]])));
}

function commandOf(dice: Dice, links: number): Command {
  const link = dice.whole(0, links - 1);
  const throws = dice.next();
  if (throws < 0.3) return { do: 'renew', link };
  if (throws < 0.4) return { do: 'use', link };
  if (throws < 0.6) return { do: 'fates', fates: fatesOf(dice) };
  if (throws < 0.8) return { do: 'run', milliseconds: dice.pick([100, 700, 3000, 70_000, 17 * MINUTE]) };
  if (throws < 0.86) return { do: 'sleep', milliseconds: dice.pick([MINUTE, 9 * 60 * MINUTE, 29 * DAY]), slow: dice.whole(0, 50_000), told: dice.happens(0.7) };
  if (throws < 0.9) return { do: 'break', what: dice.pick(BREAKAGES) };
  if (throws < 0.94) return { do: 'repair' };
  if (throws < 0.96) return { do: 'quit', off: dice.pick([1000, 8 * MINUTE, 20 * DAY]) };
  return dice.happens(0.5) ? { do: 'unlink', link } : { do: 'relink', link };
}

export function storyOf(seed: number): Story {
  const dice = new Dice(seed);
  const links = dice.whole(1, 3);
  const commands = Array.from({ length: dice.whole(3, 9) }, () => commandOf(dice, links));
  const last: Command = { do: 'run', milliseconds: dice.pick([3000, 90_000]) };
  return { seed, rotation: dice.pick(ROTATIONS), links, commands: [{ do: 'renew', link: 0 }, ...commands, last], off: dice.pick([100, MINUTE, 5 * MINUTE, 15 * MINUTE, 40 * DAY]), restarts: dice.happens(0.5) };
}

export async function tell(story: Story, plan: CrashPlan | null): Promise<World> {
  const world = new World(story.rotation, story.links, story.seed);
  const player = new Player(world);
  world.process.keepAlive.start();
  if (plan) await player.play({ do: 'crash', plan, off: story.off });
  for (const command of story.commands) await player.play(command);
  await finale(player, story.restarts);
  return world;
}

/** Tells one story without a death, then with one before and after each of its changes on disk. Returns how often it was told. */
export async function tellAll(seed: number, violations: string[], most: number): Promise<{ readonly runs: number; readonly posts: number }> {
  const story = storyOf(seed);
  const whole = await tell(story, null);
  const tales = [whole];
  for (let operation = 1; operation <= whole.watch.operations && tales.length < most; operation += 1) {
    for (const when of ['before', 'after'] as const) tales.push(await tell(story, { operation, when }));
  }
  tales.forEach(({ violations: found }, index) => violations.push(...found.map((what) => `story ${seed}, ${story.rotation}, tale ${index}: ${what}`)));
  return { runs: tales.length, posts: tales.reduce((sum, { posts }) => sum + posts, 0) };
}

/** Simulated crashes before and after every storage operation, and while requests are open, of stories thrown by dice. */
export async function crashSchedules(runs: number, seed: number): Promise<Outcome> {
  const violations: string[] = [];
  let [told, posts, stories] = [0, 0, 0];
  while (told < runs) {
    const counted = await tellAll(seed + stories, violations, runs);
    stories += 1;
    told += counted.runs;
    posts += counted.posts;
  }
  return { name: 'Simulated crash at every storage operation', runs: told, unit: `schedules of ${stories} stories`, seed, violations, notes: [`${posts.toLocaleString('en')} requests`] };
}
