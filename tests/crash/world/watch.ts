import type { Link, LinkStore } from '../../../electron/links/link.ts';
import { MINUTE } from '../../unit/links/fakes.ts';
import type { Disk } from './disk.ts';

/** Thrown at the moment a simulated process dies. Whatever still runs in that process meets it at its next step. */
export class Crash extends Error {}

/** One JSON `invalid_grant` that wholly reached the program: true time, what the laptop's clock showed. */
export interface Refusal {
  readonly at: number;
  readonly shown: number;
}

/** What the watch must know of the world around the store. */
export interface Watched {
  readonly disk: Disk;
  isAlive(): boolean;
  kill(): void;
  violate(what: string): void;
  /** The refusals of a link since it last received a token. */
  refusalsOf(linkId: string): readonly Refusal[];
  /** Whether a refusal now could be the company's fault, so that no link may end by it. */
  mustSpare(linkId: string): boolean;
  isBreakerClosed(): boolean;
  /** True time of the last moment at which the laptop's clock was set. */
  clockSetAt(): number;
  /** A token is on disk. */
  saved(linkId: string, token: string): void;
  /** Links whose token the server has used up without our holding the new one; their attempt row must say so. */
  unresolved(): readonly string[];
}

const CHANGES: ReadonlySet<string> = new Set(['create', 'beginRenewal', 'completeRenewal', 'settleRenewal', 'keepUnusableAnswer', 'setStanding', 'saveProof', 'remove']);
/** The only changes that may put another refresh token in the place of one. */
const MAY_REPLACE: ReadonlySet<string> = new Set(['create', 'completeRenewal', 'remove']);

/** Where a process shall die: before or after the effect of its n-th change from now on. */
export interface CrashPlan {
  readonly operation: number;
  readonly when: 'before' | 'after';
}

/** Counts the changes of a store, lets the process die at one of them, and looks at the invariants of every change. */
export class Watch {
  operations = 0;
  #plan: CrashPlan | null = null;
  readonly #world: Watched;

  constructor(world: Watched) {
    this.#world = world;
  }

  planCrash(plan: CrashPlan | null): void {
    this.#plan = plan && { ...plan, operation: this.operations + plan.operation };
  }

  /** The store as one process sees it; `isAlive` tells of that process. */
  storeFor(isAlive: () => boolean): LinkStore {
    return new Proxy(this.#world.disk, {
      get: (disk, name: string) => {
        const member: unknown = Reflect.get(disk, name);
        if (typeof member !== 'function') return member;
        return (...arguments_: readonly unknown[]): unknown => {
          const call = (): unknown => Reflect.apply(member, disk, arguments_);
          // What a dead process still reads does no harm.
          if (!CHANGES.has(name)) return call();
          if (!isAlive()) throw new Crash();
          return this.#change(name, call);
        };
      },
    });
  }

  #change(name: string, call: () => unknown): unknown {
    this.operations += 1;
    this.#dieIf('before');
    const before = this.#look();
    const result = call();
    this.#judge(name, before);
    this.#dieIf('after');
    return result;
  }

  #dieIf(when: CrashPlan['when']): void {
    if (this.#plan?.operation !== this.operations || this.#plan.when !== when) return;
    this.#plan = null;
    this.#world.kill();
    throw new Crash();
  }

  #look(): readonly { readonly link: Link; readonly token: string }[] {
    return [...this.#world.disk.rows.values()].map(({ link, tokens }) => ({ link, token: tokens.refreshToken.reveal() }));
  }

  #judge(name: string, before: readonly { readonly link: Link; readonly token: string }[]): void {
    const { disk, violate } = this.#world;
    for (const { link, token } of before) {
      const after = disk.rows.get(link.id);
      if (!after && name !== 'remove' && name !== 'create') violate(`${name} deleted the row of ${link.id}`);
      if (!after) continue;
      if (after.link.generation < link.generation) violate(`${name} lowered the generation of ${link.id}`);
      if (after.link.condition === 'relinkRequired' && link.condition !== 'relinkRequired') this.#judgeEnd(after.link);
      const isOther = after.tokens.refreshToken.reveal() !== token;
      if (isOther && !MAY_REPLACE.has(name)) violate(`${name} replaced the refresh token of ${link.id}`);
      if (isOther) this.#world.saved(link.id, after.tokens.refreshToken.reveal());
    }
    for (const linkId of this.#world.unresolved()) if (!disk.pending.has(linkId)) violate(`${name} forgot that the answer for ${linkId} was lost`);
  }

  /** RELINK REQUIRED only after three JSON refusals over fifteen minutes, with the breaker closed. */
  #judgeEnd(link: Link): void {
    const { violate } = this.#world;
    const refusals = this.#world.refusalsOf(link.id);
    const shown = refusals.map((refusal) => refusal.shown);
    const first = refusals[0]?.at ?? 0;
    const span = (refusals.at(-1)?.at ?? 0) - first;
    if (refusals.length < 3) violate(`${link.id} ended after ${refusals.length} refusals`);
    if (Math.max(...shown) - Math.min(...shown) < 15 * MINUTE) violate(`${link.id} ended though its clock showed less than 15 minutes`);
    if (span < 15 * MINUTE && this.#world.clockSetAt() < first) violate(`${link.id} ended after ${span} ms`);
    if (!this.#world.isBreakerClosed()) violate(`${link.id} ended with an open breaker`);
    if (this.#world.mustSpare(link.id)) violate(`${link.id} ended while the company was refused`);
    if (link.problem?.code !== 'L-41' && link.problem?.code !== 'L-42') violate(`${link.id} ended and says ${link.problem?.code}`);
  }
}
