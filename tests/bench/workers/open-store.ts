// Opens one data folder and lists the links, as the first thing a process does. Arguments: the folder.
import { openStore, stores } from '../stores.ts';
import { heldMegabytes } from './work.ts';

/** What one opening came to, in milliseconds and megabytes. */
export interface Opening {
  readonly opened: number;
  readonly listed: number;
  readonly links: number;
  readonly firstPage: number;
  /** Milliseconds of processor time of opening and listing: what another program does meanwhile is not in it. */
  readonly processor: number;
  readonly resident: number;
  readonly heap: number;
}

const before = heldMegabytes();
const cpu = process.cpuUsage();
const started = performance.now();
const workspace = await openStore(process.argv[2] ?? '');
const opened = performance.now();
const { links, sites } = stores(workspace);
const ids = links.renewable();
const listed = performance.now();
const used = process.cpuUsage(cpu);
const after = heldMegabytes();
const asked = performance.now();
sites.page({ query: '', filter: 'all', offset: 0, limit: 100, about: null, now: Date.now() });
const opening: Opening = {
  opened: opened - started, listed: listed - opened, links: ids.length, firstPage: performance.now() - asked,
  processor: (used.user + used.system) / 1000, resident: after.resident - before.resident, heap: after.heap - before.heap,
};
workspace.close();
console.log(JSON.stringify(opening));
