import { setTimeout } from 'node:timers/promises';
import { DAY, MINUTE } from '../../unit/links/fakes.ts';
import { Dice } from '../dice.ts';
import type { Ending, Lane } from './lane.ts';
import type { LinkReport } from './messages.ts';
import { LINK_POINTS, REFRESH_POINTS, SAVED_POINTS, START_POINTS, type KillPlan } from './points.ts';

const GRACE = 10 * MINUTE;
/** In milliseconds. */
const ON_ITS_WAY = 25;

/** Whether the server would take the token with this hash now. */
function accepts({ server, rotation, time }: Lane, hash: string | null): boolean {
  const token = server.memory.state()?.families.flatMap((family) => family.tokens).find((remembered) => remembered.hash === hash);
  if (!token || time.now() - token.issuedAt >= 90 * DAY) return false;
  if (token.replacedAt === null || rotation === 'neverRevokes') return true;
  return rotation === 'grace' && time.now() - token.replacedAt <= GRACE;
}

/** What the last death left, as far as the parent can know. */
interface Death {
  readonly what: 'refresh' | 'link' | 'start';
  readonly plan: KillPlan;
  readonly before: LinkReport | null;
  /** The server would still take the token that was on disk before. */
  readonly couldPresent: boolean;
}

/** Kills one process after the other on one folder and judges what each leaves. */
export class Killer {
  readonly lane: Lane;
  readonly dice: Dice;
  readonly violations: string[] = [];
  readonly ends = new Map<string, number>();
  kills = 0;
  #turn = 0;
  #startPlan: KillPlan | null = null;
  #last: LinkReport | null = null;
  #doing: Death['what'] = 'start';

  constructor(lane: Lane, seed: number) {
    this.lane = lane;
    this.dice = new Dice(seed);
  }

  /** How the links were found after the deaths. */
  summary(): string {
    return `${this.lane.rotation}: ${[...this.ends].map(([condition, count]) => `${count} ${condition}`).join(', ')}`;
  }

  async run(kills: number): Promise<void> {
    const deaths: Death[] = [];
    while (this.kills < kills && this.violations.length < 20) {
      const ending = await this.#start(deaths);
      if (ending.kind === 'killed') deaths.push(await this.#death('start', this.#startPlan ?? { afterMilliseconds: 0 }));
      else deaths.splice(0, deaths.length, ...(await this.#live(ending, deaths)));
      this.#away();
    }
  }

  async #start(deaths: readonly Death[]): Promise<Ending> {
    // Now and then the start after a death is itself cut short.
    const again = deaths.length === 1 && this.dice.happens(0.2);
    this.#startPlan = again ? { point: this.dice.pick(START_POINTS as readonly [string, ...string[]]), nth: this.dice.whole(1, 2) } : null;
    return this.lane.start(this.#startPlan);
  }

  /** Judges what was recovered, and goes on until the next death. */
  async #live(ending: Ending, deaths: readonly Death[]): Promise<readonly Death[]> {
    let now = ending;
    for (let survived = 0; now.kind === 'settled'; survived += 1) {
      this.#judge(now.link, survived === 0 ? deaths : []);
      this.#last = now.link;
      if (survived > 3) this.violations.push('a child outlived every plan');
      const what = now.link?.condition === 'active' && this.dice.happens(0.7) ? 'refresh' : 'link';
      // Without a link that works there is little to lose: mostly a sign-in goes through first.
      const plan = now.link?.condition === 'active' || this.dice.happens(0.3) ? this.#next(what) : null;
      now = await this.lane.do(what, plan);
      if (now.kind === 'killed') return [await this.#death(what, plan ?? { afterMilliseconds: 0 })];
    }
    if (now.kind === 'broken') this.violations.push(now.why);
    return [];
  }

  /** Kills inside the calls that sync a file, one after the other from the start of the program on. */
  async runSyncs(kills: number): Promise<void> {
    let sync = 1;
    let deaths: readonly Death[] = [];
    await this.lane.start(null);
    await this.lane.do('link', null);
    await this.lane.kill();
    while (this.kills < kills && this.violations.length < 20) {
      const plan: KillPlan = { sync };
      const ending = await this.#renewUntilDeath(await this.lane.start(plan), deaths);
      if (ending.kind === 'broken') this.violations.push(ending.why);
      deaths = ending.kind === 'killed' ? [await this.#death(this.#doing, plan)] : [];
      if (ending.kind === 'settled') await this.lane.kill();
      // Past the syncs of a few renewals it begins anew.
      sync = ending.kind === 'settled' || sync >= 24 ? 1 : sync + 1;
      this.#away();
    }
  }

  async #renewUntilDeath(ending: Ending, deaths: readonly Death[]): Promise<Ending> {
    let now = ending;
    this.#doing = 'start';
    for (let done = 0; now.kind === 'settled' && done < 8; done += 1) {
      this.#judge(now.link, done === 0 ? deaths : []);
      this.#last = now.link;
      this.#doing = now.link?.condition === 'active' && done % 3 < 2 ? 'refresh' : 'link';
      now = await this.lane.do(this.#doing, null);
    }
    return now;
  }

  #next(what: 'refresh' | 'link'): KillPlan {
    const points = what === 'refresh' ? REFRESH_POINTS : LINK_POINTS;
    this.#turn += 1;
    if (this.dice.happens(0.2)) return { afterMilliseconds: this.dice.next() * (what === 'refresh' ? 12 : 60) };
    return { point: points[this.#turn % points.length] ?? 'token:before', nth: 1 };
  }

  async #death(what: Death['what'], plan: KillPlan): Promise<Death> {
    this.kills += 1;
    // What the dead process had sent may still be on its way to the server.
    await setTimeout(ON_ITS_WAY);
    return { what, plan, before: this.#last, couldPresent: accepts(this.lane, this.#last?.tokenHash ?? null) };
  }

  /** The laptop stays off for a while: no time, a minute, or longer than a server's grace. */
  #away(): void {
    this.lane.time.moveTo(this.lane.time.now() + this.dice.pick([0, MINUTE, 3 * MINUTE, 20 * MINUTE]));
  }

  #judge(link: LinkReport | null, deaths: readonly Death[]): void {
    const [death] = deaths;
    const at = `${this.lane.rotation}, ${deaths.map(({ what, plan }) => `${what} ${JSON.stringify(plan)}`).join(' then ')}`;
    const violate = (what: string): void => void this.violations.push(`${at}: ${what} ${JSON.stringify(link)}`);
    if (death) this.ends.set(link?.condition ?? 'not linked', (this.ends.get(link?.condition ?? 'not linked') ?? 0) + 1);
    if (!link) return death?.before ? violate('the link is gone') : undefined;
    if (link.tokenHash === null) violate('the token cannot be read');
    if (death?.before && death.what !== 'link' && link.generation < death.before.generation) violate('the generation fell');
    if (link.condition === 'active') return accepts(this.lane, link.tokenHash) && !link.hasAttempt ? undefined : violate('active without a token that works');
    if (link.condition !== 'relinkRequired') return violate('neither active nor told');
    if (link.problem !== 'L-42' && link.problem !== 'L-41') violate('over without saying so');
    return this.#judgeLoss(deaths, violate);
  }

  /** The end of a link is right only if no client could have saved it. */
  #judgeLoss(deaths: readonly Death[], violate: (what: string) => void): void {
    // The last death decides: what the one before had left was still there when the start that died of it began.
    const death = deaths.at(-1);
    if (!death || death.before?.condition === 'relinkRequired') return;
    const isSaved = deaths.some(({ plan }) => 'point' in plan && SAVED_POINTS.has(plan.point));
    // The time the laptop was off has passed by now; the server's view at the death and at the start both count.
    if (isSaved) violate('lost though its new token was on disk');
    if (this.lane.rotation === 'neverRevokes') violate('lost though the server revokes nothing');
    if (death.couldPresent && this.lane.rotation === 'strict') violate('lost though its token had not been used');
    if (death.couldPresent && accepts(this.lane, death.before?.tokenHash ?? null)) violate('lost though the server still takes its token');
  }
}
