import type { Result } from '../contract/result.ts';
import type { Problem } from '../contract/problems.ts';
import type { Clock } from '../oauth/ports.ts';
import { unlessUnreadable } from './bad-disk.ts';
import type { Breaker } from './breaker.ts';
import type { Calm } from './calm.ts';
import type { Link, LinkStore } from './link.ts';
import { MOST_AT_ONCE } from './policy.ts';
import type { Renewals } from './renewal.ts';

const MINUTE = 60_000;
/**
 * The longest the keep-alive sleeps: a timer knows nothing of a laptop that slept, of a clock that was set, or of a link that a person
 * presented without an answer. To look costs one question to an index.
 */
const LONGEST_SLEEP = MINUTE;
/** A timer this much off its time means that the laptop slept or that its clock was set. */
const JUMP = 30_000;
/** Links that cannot even be begun (record does not open, no profile) are looked at again after this. */
const SET_BY = 60 * MINUTE;

/** What the keep-alive needs. */
export interface KeepAlivePorts {
  readonly clock: Clock;
  readonly links: Pick<LinkStore, 'due' | 'nextDueAt' | 'renewable' | 'find'>;
  readonly renewals: Pick<Renewals, 'renew' | 'recover'>;
  readonly breaker: Breaker;
  readonly calm: Calm;
  /** What concerns every link: no network (L-50), nothing can be stored (L-60 …), no profile (L-67); null: none. */
  obstacle(): Problem | null;
}

/** Presents links when they are due, politely, and sleeps in between. */
export interface KeepAlive {
  /** Looks what is due, now and whenever it is time. */
  start(): void;
  /** Something may have changed: network, company, a new link, a laptop that woke. Looks again. */
  poke(): void;
  /** Nothing new starts. */
  stop(): void;
}

class Keeper implements KeepAlive {
  readonly #ports: KeepAlivePorts;
  readonly #underWay = new Set<string>();
  readonly #setBy = new Map<string, number>();
  /** Links that were asked since the breaker opened. */
  readonly #probed = new Set<string>();
  #lookedAt = 0;
  #cancel: () => void = () => undefined;
  #stopped = false;

  constructor(ports: KeepAlivePorts) {
    this.#ports = ports;
  }

  start(): void {
    this.poke();
  }

  poke(): void {
    this.#setBy.clear();
    this.#look();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  #look(): void {
    if (this.#stopped) return;
    const before = this.#lookedAt;
    this.#lookedAt = this.#ports.clock.now();
    // Whatever the disk says today, there is a next look.
    unlessUnreadable(() => {
      // What a clock that was ahead has planned would be far away now: links in doubt are asked anew, as at a start.
      if (this.#lookedAt < before - JUMP) this.#ports.renewals.recover();
      this.#present();
    }, undefined);
    this.#arm();
  }

  /** Begins what is due, a few at a time; each end begins the next. */
  #present(): void {
    const now = this.#ports.clock.now();
    if (this.#isHeld(now)) return;
    const room = this.#room();
    if (room <= 0) return;
    const taken = new Set([...this.#underWay, ...this.#setByNow(now)]);
    const chosen = this.#ports.breaker.problem() ? this.#probe(now, taken) : this.#due(now, taken, room);
    for (const linkId of chosen) this.#begin(linkId);
  }

  #due(now: number, taken: ReadonlySet<string>, room: number): readonly string[] {
    this.#probed.clear();
    return this.#ports.links.due(now, room + taken.size).filter((linkId) => !taken.has(linkId)).slice(0, room);
  }

  /**
   * One link to ask whether the company's credentials are good: one that is due, else any; the one renewed last, for it lives most
   * probably; and another one each time, so that links that are over do not speak for all others.
   */
  #probe(now: number, taken: ReadonlySet<string>): readonly string[] {
    const { links } = this.#ports;
    const candidates = [...links.renewable(), ...links.due(now, Number.MAX_SAFE_INTEGER)].filter((linkId) => !taken.has(linkId));
    const fresh = candidates.findLast((linkId) => !this.#probed.has(linkId));
    if (fresh === undefined) this.#probed.clear();
    const chosen = fresh ?? candidates.at(-1);
    if (chosen === undefined) return [];
    this.#probed.add(chosen);
    return [chosen];
  }

  /** With an open breaker one link at a time is the probe. */
  #room(): number {
    return (this.#ports.breaker.problem() ? 1 : MOST_AT_ONCE) - this.#underWay.size;
  }

  #isHeld(now: number): boolean {
    const { breaker, calm } = this.#ports;
    return calm.remaining() !== 0 || this.#ports.obstacle() !== null || now < (breaker.probeAt(now) ?? now);
  }

  #setByNow(now: number): readonly string[] {
    for (const [linkId, until] of this.#setBy) if (until <= now || until > now + SET_BY) this.#setBy.delete(linkId);
    return [...this.#setBy.keys()];
  }

  #begin(linkId: string): void {
    const before = this.#ports.links.find(linkId)?.nextAt ?? null;
    this.#underWay.add(linkId);
    void this.#ports.renewals.renew(linkId).then((result) => this.#end(linkId, before, result));
  }

  /**
   * A link that is as due as before was not presented at all: it is set by, so that it does not stand before the others for ever.
   * Only where it waits for the next probe with all others, or for the end of the laptop's sleep (L-15), it is not to blame.
   */
  #end(linkId: string, before: number | null, result: Result<Link>): void {
    this.#underWay.delete(linkId);
    const { links, breaker, clock } = this.#ports;
    const after = unlessUnreadable(() => links.find(linkId)?.nextAt ?? null, before);
    const isToBlame = !result.ok && result.problem !== breaker.problem() && result.problem.code !== 'L-15';
    if (isToBlame && after === before) this.#setBy.set(linkId, clock.now() + SET_BY);
    this.#look();
  }

  #arm(): void {
    this.#cancel();
    const { clock, calm } = this.#ports;
    const armedAt = clock.now();
    const sleep = unlessUnreadable(() => this.#sleep(armedAt), LONGEST_SLEEP);
    this.#cancel = clock.after(sleep, () => {
      const hasJumped = calm.remaining() !== null && Math.abs(clock.now() - armedAt - sleep) > JUMP;
      if (hasJumped || calm.isOverdue()) calm.awake();
      this.#look();
    });
  }

  /** Milliseconds until there is something to do, at least one second, so that a due link that cannot be begun costs nothing. */
  #sleep(now: number): number {
    const { breaker, calm, links } = this.#ports;
    const held = calm.remaining() ?? MINUTE;
    if (held > 0) return held;
    if (this.#ports.obstacle()) return LONGEST_SLEEP;
    const probeAt = breaker.probeAt(now) ?? now;
    // A probe that may leave and has not left has no link to ask: that is not looked for every second.
    const next = Math.min(links.nextDueAt(now) ?? Number.POSITIVE_INFINITY, probeAt > now ? probeAt : Number.POSITIVE_INFINITY);
    return Math.min(Math.max(next - now, 1000), LONGEST_SLEEP);
  }
}

/** A keep-alive over its ports; it does nothing before `start`. */
export function createKeepAlive(ports: KeepAlivePorts): KeepAlive {
  return new Keeper(ports);
}
