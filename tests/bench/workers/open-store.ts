// Opens one data folder and lists the links, as the first thing a process does. Arguments: the folder.
import { monitorEventLoopDelay } from 'node:perf_hooks';
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
  /** What follows once the window has its list: until it was done, its processor time, and the longest time nothing else had its turn. */
  readonly tended: number;
  readonly tendedProcessor: number;
  readonly tendedHeldUp: number;
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
sites.page({ query: '', filter: 'all', offset: 0, limit: 50, about: null, now: Date.now() });
const firstPage = performance.now() - asked;
const tending = performance.now();
const tendingCpu = process.cpuUsage();
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
await workspace.tend();
delays.disable();
const tendedCpu = process.cpuUsage(tendingCpu);
const opening: Opening = {
  opened: opened - started, listed: listed - opened, links: ids.length, firstPage,
  processor: (used.user + used.system) / 1000, resident: after.resident - before.resident, heap: after.heap - before.heap,
  tended: performance.now() - tending, tendedProcessor: (tendedCpu.user + tendedCpu.system) / 1000, tendedHeldUp: delays.max / 1e6,
};
workspace.close();
console.log(JSON.stringify(opening));
