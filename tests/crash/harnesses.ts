import { decade, decadeInBackground } from './decade.ts';
import { aloneDrill, revokedDrill, secretDrill } from './drill.ts';
import { realKills } from './kill/run.ts';
import { twoProcesses } from './kill/storm.ts';
import { killsInSyncs } from './kill/syncs.ts';
import { modelHistories } from './model.ts';
import type { Outcome } from './report.ts';
import { crashSchedules } from './schedules.ts';

/** One harness: how it is run with a size and a seed. */
export type Harness = (runs: number, seed: number) => Promise<readonly Outcome[]>;

const yearsFor = (links: number): number => (links >= 10_000 ? 10 : 2);

/** Every harness by the name it is called with on the command line. */
export const harnesses: Readonly<Record<string, Harness>> = {
  kill: async (runs, seed) => [await realKills(runs, seed)],
  syncs: async (runs, seed) => [await killsInSyncs(runs, seed)],
  storm: async (runs, seed) => [await twoProcesses(runs, seed)],
  schedules: async (runs, seed) => [await crashSchedules(runs, seed)],
  model: async (runs, seed) => [await modelHistories(runs, seed)],
  // With few links the years can be fewer too.
  decade: async (runs, seed) => [await decade(runs, seed, yearsFor(runs))],
  background: async (runs, seed) => [await decadeInBackground(runs, seed, yearsFor(runs))],
  drill: async (runs, seed) => [
    await secretDrill(runs, 'plain invalid_grant', seed), await secretDrill(runs, 'AADB2C90085', seed), await secretDrill(runs, 'invalid_client', seed),
    await aloneDrill(runs / 10, seed), await revokedDrill(runs / 10, seed),
  ],
};
