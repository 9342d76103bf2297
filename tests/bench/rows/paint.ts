import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { figure, goal, ratio } from '../figures.ts';
import { readPage, type Beginning } from '../in-page.ts';
import { buildPeers } from '../peers/pages.ts';
import type { Effort, Row, RowResult } from '../result.ts';
import { SEED } from '../stores.ts';
import { interleaved, series } from '../timing.ts';
import { programFolder, show, type Shown, type What } from '../windows.ts';

/** Until a page has done what it does once it is shown (other screens are fetched): else that would be in the figure of whoever comes next. Milliseconds. */
const REST = 1500;

async function showing({ window }: Shown): Promise<Beginning> {
  const found = await window.waitForFunction(readPage, undefined, { timeout: 120_000, polling: 20 });
  const page = await found.jsonValue();
  if (!page) throw new Error('The page said nothing.');
  return page;
}

type Named = ReadonlyMap<string, What>;

/** Fresh starts in turns: the first showing of each program. */
async function starts(rounds: number, whats: Named): Promise<ReadonlyMap<string, readonly Beginning[]>> {
  const found = new Map([...whats.keys()].map((name): [string, Beginning[]] => [name, []]));
  const contestants = [...whats].map(([name, what]) => ({
    name,
    measure: async () => {
      const shown = await show(what);
      found.get(name)?.push(await showing(shown));
      await shown.close();
      return 0;
    },
  }));
  await interleaved(rounds, contestants);
  return found;
}

/** Loads the pages of programs that run at the same time again and again, in turns. */
async function reloads(rounds: number, whats: Named): Promise<ReadonlyMap<string, readonly Beginning[]>> {
  const running = await Promise.all([...whats].map(async ([name, what]): Promise<[string, Shown]> => [name, await show(what)]));
  const found = new Map(running.map(([name]): [string, Beginning[]] => [name, []]));
  for (const [, shown] of running) await showing(shown);
  const contestants = running.map(([name, shown]) => ({
    name,
    measure: async () => {
      await shown.window.bringToFront();
      await shown.window.reload();
      found.get(name)?.push(await showing(shown));
      await setTimeout(REST);
      return 0;
    },
  }));
  await interleaved(rounds, contestants);
  await Promise.all(running.map(async ([, shown]) => shown.close()));
  return found;
}

async function measure({ rounds, starts: startRounds, sizes }: Effort, folder: string): Promise<RowResult> {
  const pages = await buildPeers(path.join(folder, 'pages'));
  const books = sizes.filter((size) => size <= 10_000);
  const whats = new Map<string, What>([['empty page', { pages: pages.empty, data: path.join(folder, 'empty') }], ['minimal React page', { pages: pages.react, data: path.join(folder, 'react') }]]);
  for (const size of books) whats.set(`${size} sites`, { data: await programFolder(path.join(folder, `paint-${size}`), { sites: size, seed: SEED, now: Date.now() }) });
  const again = await reloads(Math.max(5, Math.round(rounds / 4)), whats);
  const first = await starts(startRounds, whats);
  const of = (among: typeof again, name: string, take: keyof Beginning): readonly number[] => {
    const values = (among.get(name) ?? []).map((one) => one[take]);
    return series(new Map([[name, values]]), name);
  };
  const most = `${books.at(-1) ?? 0} sites`;
  const both = (among: typeof again, when: string) => [...whats.keys()].flatMap((name) => [figure(`first paint of any kind, ${name}, ${when}`, 'ms', of(among, name, 'anything')), figure(`first contentful paint, ${name}, ${when}`, 'ms', of(among, name, 'firstPaint')), figure(`first useful content, ${name}, ${when}`, 'ms', of(among, name, 'useful')), figure(`the same can be pressed, ${name}, ${when}`, 'ms', of(among, name, 'usable'))]);
  return {
    row: 'paint', title: 'First paint and first useful content', figures: [...both(again, 'loaded again'), ...both(first, 'after a start')],
    notes: ['Milliseconds since the navigation began. Useful is the first row of the list, painted; for a peer its one line. It can be pressed once the program of the window has drawn it. Nothing is kept between two loads (no-store), so scripts are compiled anew each time.'],
    goals: [
      goal('paint.ratio', 1.5, ratio(`first contentful paint with ${most} against an empty page`, of(again, most, 'firstPaint'), of(again, 'empty page', 'firstPaint'))),
      goal('useful.ratio', 1.3, ratio(`first useful content with ${most} against a minimal React page`, of(again, most, 'useful'), of(again, 'minimal React page', 'useful'))),
      goal('useful.start', 1.3, ratio(`first useful content after a start, against the same`, of(first, most, 'useful'), of(first, 'minimal React page', 'useful'))),
    ],
  };
}

/** What is painted first, and when the list is there. */
export const paint: Row = { name: 'paint', title: 'First paint and first useful content', isStable: false, measure };
