// Renews every due link of one data folder in simulated time: the real planner, desk and store, a server that answers at once. Arguments: the
// folder, and "window" when an open window asks for its list and its numbers at every hint that reaches it.
import { FIRST_PAGE } from '../../../electron/contract/first-questions.ts';
import type { ChangedTopic } from '../../../electron/contract/bridge.ts';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import { createKeepAlive } from '../../../electron/links/keep-alive.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { calmHints } from '../../../electron/shell/hints.ts';
import { Dice } from '../../crash/dice.ts';
import { Time } from '../../crash/world/time.ts';
import { profile, renewalSurroundings, tokenAnswer } from '../../unit/links/fakes.ts';
import { openStore, SEED, stores } from '../stores.ts';
import { heldMegabytes } from './work.ts';

/** What a round came to. Processor time in milliseconds per link; memory in megabytes after each tenth. */
export interface Round {
  readonly renewed: number;
  readonly processor: number;
  readonly perSecond: number;
  readonly atOnce: number;
  readonly minutes: number;
  /** How often the window asked for its list, per link. */
  readonly asked: number;
  readonly heap: readonly number[];
  readonly resident: readonly number[];
}

const [folder = '', window] = process.argv.slice(2);
const workspace = await openStore(folder);
const { links, sites } = stores(workspace);
const time = new Time(Date.now());
const clock = time.fork((action) => action());
const dice = new Dice(SEED);
const due = links.due(time.now, 1_000_000).length;
let [underWay, atOnce, perSecond, renewed, asked] = [0, 0, 0, 0, 0];
let begun: readonly number[] = [];

async function answer(): Promise<HttpOutcome> {
  begun = [...begun.filter((at) => at > time.now - 1000), time.now];
  perSecond = Math.max(perSecond, begun.length);
  underWay += 1;
  atOnce = Math.max(atOnce, underWay);
  await new Promise<void>((resolve) => {
    time.after(dice.whole(80, 2500), resolve);
  });
  underWay -= 1;
  renewed += 1;
  return tokenAnswer({ refresh_token: `${'r'.repeat(900)}${renewed}`, access_token: `${'a'.repeat(1100)}${renewed}` });
}

/** What a window on the list asks at a hint: the rows at the first, the numbers of the way to Renewals at both. */
function look(topic: ChangedTopic): void {
  if (window !== 'window') return;
  if (topic === 'sites') {
    asked += 1;
    sites.page({ ...FIRST_PAGE, about: null, now: time.now });
  }
  links.counts(time.now);
  links.nextDueAt(time.now);
}

// As the program sends them: what comes in crowds is calmed, on the clock of the renewals.
const hint = calmHints(look, clock);
const changed = (): void => {
  hint('sites');
  hint('renewals');
};

const breaker = new Breaker();
const calm = createCalm(clock);
const history = (siteId: string): void => void sites.addHistory(siteId, { at: time.now, event: 'renewed', who: '' });
const ports = { ...renewalSurroundings(clock), clock, calm, breaker, links, random: dice, profile: () => profile, http: { send: answer }, changed, history };
const renewals = createRenewals(ports);
const keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm, obstacle: () => null });
look('sites');
const [heap, resident]: [number[], number[]] = [[], []];
const note = (): void => {
  const held = heldMegabytes();
  heap.push(held.heap);
  resident.push(held.resident);
};
note();
const started = time.now;
let processor = 0;
renewals.recover();
keepAlive.start();
for (let tenth = 1; tenth <= 10; tenth += 1) {
  const used = process.cpuUsage();
  await time.run(24 * 60 * 60 * 1000, () => renewed >= (due * tenth) / 10);
  const { user, system } = process.cpuUsage(used);
  processor += (user + system) / 1000;
  note();
}
await time.run(60_000);
const left = links.due(time.now, 10).length;
if (left > 0 || renewed !== due) throw new Error(`${renewed} of ${due} links were renewed, ${left} are due.`);
const round: Round = { renewed, processor: processor / renewed, asked: asked / renewed, perSecond, atOnce, minutes: (time.now - started) / 60_000, heap, resident };
console.log(JSON.stringify(round));
keepAlive.stop();
await renewals.stop();
workspace.close();
process.exit(0);
