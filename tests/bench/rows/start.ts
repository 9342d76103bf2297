import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { electronExecutable, launchArguments, launchEnvironment } from '../../runtime/launch.ts';
import { figure, goal } from '../figures.ts';
import { nodeStart, WORK, worth } from '../reference.ts';
import type { Effort, Figure, Row, RowResult } from '../result.ts';
import { SEED } from '../stores.ts';
import { interleaved, series, timed } from '../timing.ts';
import { programFolder } from '../windows.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const mark = path.join(import.meta.dirname, '..', 'peers', 'mark.cjs');

/** Milliseconds of one start: evaluating the main module, from ready to the window, and the processor time of both. */
interface Start {
  readonly evaluate: number;
  readonly prepare: number;
  readonly processor: number;
}

/** Starts the program until it asks for its window. What the runtime itself takes in between is in no figure. */
function start(folder: string): Start {
  const output = execFileSync(electronExecutable(), [...launchArguments(), '-r', mark, '.', `--user-data-dir=${folder}`], { cwd: root, env: launchEnvironment(), encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Start;
}

const nameOf = (size: number): string => `${size} sites`;

async function measure({ starts, sizes }: Effort, folder: string): Promise<RowResult> {
  const found = new Map(sizes.map((size): [number, Start[]] => [size, []]));
  const contestants = [];
  for (const size of sizes) {
    const data = await programFolder(path.join(folder, `start-${size}`), { sites: size, seed: SEED, now: Date.now() });
    contestants.push({
      name: nameOf(size),
      measure: () => {
        const one = start(data);
        found.get(size)?.push(one);
        return one.evaluate + one.prepare;
      },
    });
  }
  const nothing = { name: 'node -e 0', measure: () => timed(() => void spawnSync(process.execPath, ['-e', '0'])) };
  const reference = { name: 'work of node -e 0', measure: nodeStart };
  const usual = await interleaved(starts, [nothing, reference, ...contestants.filter((_, index) => (sizes[index] ?? 0) <= 10_000)]);
  const huge = await interleaved(2, contestants.filter((_, index) => (sizes[index] ?? 0) > 10_000));
  const of = (size: number): readonly number[] => series(size > 10_000 ? huge : usual, nameOf(size));
  const ofNode = series(usual, reference.name);
  const work = (size: number): readonly number[] => (found.get(size) ?? []).map((one) => one.processor * worth(ofNode));
  const parts = (size: number): readonly Figure[] => {
    const all = found.get(size) ?? [];
    return [
      figure(`${size} sites: to the window, above the runtime`, 'ms', of(size)), figure(`${size} sites: of it evaluating main.cjs`, 'ms', all.map(({ evaluate }) => evaluate)),
      figure(`${size} sites: of it from ready to the window`, 'ms', all.map(({ prepare }) => prepare)), figure(`${size} sites: processor time of both`, 'ms', all.map(({ processor }) => processor)),
    ];
  };
  const [least = 0, most = 0] = [sizes[0], sizes.findLast((size) => size <= 10_000)];
  return {
    row: 'start', title: 'From nothing to the window', figures: [figure('node -e 0', 'ms', series(usual, nothing.name)), figure('processor time of node -e 0', 'ms', ofNode), ...sizes.flatMap(parts)],
    notes: ['Marks inside the started process: before main.cjs is read, when it was evaluated, when the runtime became ready, when the window was made. What lies between the second and the third is the runtime’s (here that of the tests) and is left out.', WORK],
    goals: [
      goal('start.small', 25, figure(`work from main.cjs to "window requested" with ${least} sites`, 'ms', work(least))),
      goal('start.large', 25, figure(`work from main.cjs to "window requested" with ${most} sites`, 'ms', work(most))),
    ],
  };
}

/** Starting the program until it asks for a window. */
export const startRow: Row = { name: 'start', title: 'From nothing to the window', isStable: false, measure };
