import path from 'node:path';
import { above, figure, goal } from '../figures.ts';
import { WORK, worth } from '../reference.ts';
import type { Effort, Figure, Row, RowResult } from '../result.ts';
import { forgetToday, SEED, storeFolder } from '../stores.ts';
import type { Opening } from '../workers/open-store.ts';
import { runWorker } from '../workers/work.ts';

/** Values by the number of links. */
type Openings = ReadonlyMap<number, readonly Opening[]>;

async function openings(counts: readonly number[], roundsOf: (count: number) => number, folders: ReadonlyMap<number, string>, prepare: (folder: string) => void = () => undefined): Promise<Openings> {
  const found = new Map(counts.map((count): [number, Opening[]] => [count, []]));
  for (let round = 0; counts.some((count) => round < roundsOf(count)); round += 1) {
    for (const count of counts.filter((one) => round < roundsOf(one))) {
      const folder = folders.get(count) ?? '';
      prepare(folder);
      found.get(count)?.push(runWorker('open-store', folder) as Opening);
    }
  }
  return found;
}

async function measure({ starts, sizes }: Effort, folder: string): Promise<RowResult> {
  const counts = [0, ...sizes];
  // Openings of a huge book take seconds: few are enough to see them.
  const roundsOf = (count: number): number => (count > 10_000 ? 2 : starts);
  const folders = new Map<number, string>();
  for (const count of counts) folders.set(count, await storeFolder(path.join(folder, `open-${count}`), { sites: count, seed: SEED, now: Date.now(), linked: 1 }));
  const rate = worth();
  const usual = await openings(counts, roundsOf, folders);
  const first = await openings(counts, () => 2, folders, forgetToday);
  const of = (count: number, take: (opening: Opening) => number, among = usual): readonly number[] => (among.get(count) ?? []).map(take);
  const whole = ({ opened, listed }: Opening): number => opened + listed;
  const figures: readonly Figure[] = counts.flatMap((count) => [
    figure(`open with ${count} links and list ids`, 'ms', of(count, whole)), figure(`ids of ${count} links alone`, 'ms', of(count, ({ listed }) => listed)),
    figure(`processor time of opening ${count} links`, 'ms', of(count, ({ processor }) => processor)),
    figure(`first page of the list of ${count} sites`, 'ms', of(count, ({ firstPage }) => firstPage)),
    figure(`first opening of a day with ${count} links, file examined`, 'ms', of(count, whole, first)),
    figure(`afterwards, ${count} links: all records looked through`, 'ms', of(count, ({ tended }) => tended)), figure(`its processor time, ${count} links`, 'ms', of(count, ({ tendedProcessor }) => tendedProcessor)),
    figure(`longest time main is held up by it, ${count} links`, 'ms', of(count, ({ tendedHeldUp }) => tendedHeldUp)), figure(`the same with the daily copy, ${count} links`, 'ms', of(count, ({ tended }) => tended, first)),
    figure(`memory of ${count} open links`, 'MB', of(count, ({ resident }) => resident)), figure(`of it JavaScript, ${count} links`, 'MB', of(count, ({ heap }) => heap)),
  ]);
  const many = sizes.includes(10_000) ? 10_000 : (sizes.at(-1) ?? 0);
  return {
    row: 'open', title: 'Open the vault and list ids', figures,
    notes: ['Each opening in a process of its own, the files in the system’s cache. Memory after a collection, against the same process before opening.', WORK],
    goals: [
      goal('open.time', 15, above(`work of opening ${many} links above an empty book`, 'ms', of(many, ({ processor }) => processor * rate), of(0, ({ processor }) => processor * rate))),
      goal('open.memory', 15, above(`memory with ${many} links above an empty book`, 'MB', of(many, ({ resident }) => resident), of(0, ({ resident }) => resident))),
    ],
  };
}

/** Opening a book and listing its links. */
export const open: Row = { name: 'open', title: 'Open the vault and list ids', isStable: false, measure };
