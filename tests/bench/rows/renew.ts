import { cpSync } from 'node:fs';
import path from 'node:path';
import { LEAST_SPACING, MOST_AT_ONCE } from '../../../electron/links/policy.ts';
import { figure, goal, stableGoal } from '../figures.ts';
import { WORK, worth } from '../reference.ts';
import type { Effort, Row, RowResult } from '../result.ts';
import { slope } from '../statistics.ts';
import { SEED, storeFolder } from '../stores.ts';
import type { Round } from '../workers/renew-links.ts';
import { runWorker } from '../workers/work.ts';

const DUE = 1000;

/** A fresh book for every run: a round changes it. */
function round(kept: string, folder: string, number: number, window: boolean): Round {
  const place = path.join(folder, `renew-${number}`);
  cpSync(kept, place, { recursive: true });
  return runWorker('renew-links', place, ...(window ? ['window'] : [])) as Round;
}

async function measure({ starts }: Effort, folder: string): Promise<RowResult> {
  const kept = await storeFolder(path.join(folder, 'renew'), { sites: DUE, seed: SEED, now: Date.now(), linked: 1, due: true });
  const times = Math.max(2, Math.round(starts / 4));
  const alone = Array.from({ length: times }, (_, number) => round(kept, folder, number, false));
  const watched = Array.from({ length: times }, (_, number) => round(kept, folder, times + number, true));
  const rate = worth();
  const all = [...alone, ...watched];
  // Kilobytes per link renewed, from the second tenth on: the first fills caches.
  const at = Array.from({ length: 10 }, (_, index) => ((index + 1) * DUE) / 10);
  const growth = alone.map(({ heap }) => slope(at, heap.slice(1).map((megabytes) => megabytes * 1024)));
  return {
    row: 'renew', title: `Renew ${DUE} due links`, notes: ['The real planner, desk and store over a server that answers after 80 to 2,500 ms of simulated time. Processor time of the whole process, writes included.', WORK],
    figures: [
      figure('processor time per link without a window', 'ms', alone.map(({ processor }) => processor)), figure('processor time per link with the list open', 'ms', watched.map(({ processor }) => processor)),
      figure('lists asked for, per link renewed with the list open', '×', watched.map(({ asked }) => asked)),
      figure('all of them at the polite rate, simulated time', 'ms', all.map(({ minutes }) => minutes * 60_000)),
      figure('JavaScript memory after all of them', 'MB', alone.map(({ heap }) => heap.at(-1) ?? 0)), figure('memory of the process after all of them', 'MB', alone.map(({ resident }) => resident.at(-1) ?? 0)),
    ],
    goals: [
      goal('renew.alone', 2, figure('work per link without a window', 'ms', alone.map(({ processor }) => processor * rate))),
      goal('renew.watched', 2, figure('work per link with the list open, asked again at every hint that reaches it', 'ms', watched.map(({ processor }) => processor * rate))),
      stableGoal('renew.atOnce', MOST_AT_ONCE, figure('requests on their way at the same time', 'at once', [Math.max(...all.map(({ atOnce }) => atOnce))])),
      stableGoal('renew.perSecond', 1000 / LEAST_SPACING, figure('requests begun within any second', 'per second', [Math.max(...all.map(({ perSecond }) => perSecond))])),
      goal('renew.memory', 1, figure('memory kept per renewed link', 'KB per step', growth)),
    ],
  };
}

/** Renewing a thousand links that are due. */
export const renew: Row = { name: 'renew', title: 'Renew 1,000 due links', isStable: false, measure };
