import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { RenewalOutcome } from '../contract/views.ts';
import type { Clock } from '../oauth/ports.ts';
import { unlessUnreadable } from './bad-disk.ts';
import type { Calm } from './calm.ts';
import type { Link, LinkStore } from './link.ts';
import { countRenewedUntil } from './oldest-first.ts';
import { MOST_AT_ONCE } from './policy.ts';
import type { Renewals } from './renewal.ts';

/** Links that were not renewed for this long are part of a round for what is due, in milliseconds. */
const LONG_AGO = 25 * 24 * 60 * 60 * 1000;
/** How often a waiting round looks whether it can go on. */
const LOOK_AGAIN = 5000;
const MOST_RESULTS = 200;

/** What became of one link. `at` in milliseconds since 1970-01-01 UTC. */
export interface RoundResult {
  readonly siteId: string;
  readonly outcome: RenewalOutcome;
  readonly problem: Problem | null;
  readonly at: number;
}

/** A round as it stands. `reason`: why it waits. `results`: newest first. */
export interface RoundView {
  readonly round: 'idle' | 'running' | 'paused' | 'waiting' | 'done';
  readonly reason: Problem | null;
  readonly total: number;
  readonly done: number;
  readonly results: readonly RoundResult[];
}

/** What a round needs. `obstacle` as for the keep-alive, the company's credentials included. */
export interface RoundPorts {
  readonly clock: Clock;
  readonly links: Pick<LinkStore, 'due' | 'renewable' | 'find'>;
  readonly renewals: Pick<Renewals, 'renew'>;
  readonly calm: Pick<Calm, 'remaining'>;
  obstacle(): Problem | null;
  changed(): void;
}

/** The round of renewals that a person asked for: n of m, can be paused, waits for the network by itself. */
export interface Rounds {
  view(): RoundView;
  /** `due`: links that want attention or were not renewed for 25 days; `all`: every link that can be renewed. A round that is not over stays as it is. */
  start(scope: 'due' | 'all'): void;
  pause(): void;
  resume(): void;
  /** Something may have changed: a waiting round looks whether it can go on. */
  poke(): void;
  stop(): void;
}

class RoundDesk implements Rounds {
  readonly #ports: RoundPorts;
  #queue: readonly string[] = [];
  #total = 0;
  #results: readonly RoundResult[] = [];
  #finished = 0;
  readonly #underWay = new Set<string>();
  #isPaused = false;
  #isStopped = false;
  #cancel: () => void = () => undefined;

  constructor(ports: RoundPorts) {
    this.#ports = ports;
  }

  view(): RoundView {
    const reason = this.#reason();
    return { round: this.#state(reason), reason, total: this.#total, done: this.#finished, results: this.#results };
  }

  start(scope: 'due' | 'all'): void {
    if (this.#isOpen()) return;
    this.#queue = scope === 'all' ? this.#ports.links.renewable() : this.#due();
    this.#total = this.#queue.length;
    this.#results = [];
    this.#finished = 0;
    this.#isPaused = false;
    this.#go();
  }

  pause(): void {
    this.#isPaused = this.#isOpen();
    this.#ports.changed();
  }

  resume(): void {
    this.#isPaused = false;
    this.#go();
  }

  poke(): void {
    if (this.#isOpen()) this.#go();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  #isOpen(): boolean {
    return this.#queue.length + this.#underWay.size > 0;
  }

  #reason(): Problem | null {
    return this.#queue.length > 0 && !this.#isPaused ? this.#ports.obstacle() : null;
  }

  /** Nothing may be begun now. A laptop that goes to sleep is no reason to tell: nobody looks. */
  #isHeld(): boolean {
    return this.#ports.calm.remaining() === null || this.#ports.obstacle() !== null;
  }

  #state(reason: Problem | null): RoundView['round'] {
    if (!this.#isOpen()) return this.#total > 0 ? 'done' : 'idle';
    if (this.#isPaused) return 'paused';
    return reason && this.#underWay.size === 0 ? 'waiting' : 'running';
  }

  #due(): readonly string[] {
    const { clock, links } = this.#ports;
    const now = clock.now();
    const due = new Set(links.due(now, Number.MAX_SAFE_INTEGER));
    const renewable = links.renewable();
    const longAgo = countRenewedUntil(links, renewable, now - LONG_AGO);
    return renewable.filter((linkId, index) => index < longAgo || due.has(linkId));
  }

  #go(): void {
    this.#cancel();
    if (this.#isStopped) return;
    while (this.#queue.length > 0 && this.#underWay.size < MOST_AT_ONCE && !this.#isPaused && !this.#isHeld()) {
      const [next = '', ...rest] = this.#queue;
      this.#queue = rest;
      this.#begin(next);
    }
    if (this.#queue.length > 0 && !this.#isPaused && this.#isHeld()) this.#cancel = this.#ports.clock.after(LOOK_AGAIN, () => this.poke());
    this.#ports.changed();
  }

  #begin(linkId: string): void {
    this.#underWay.add(linkId);
    void this.#ports.renewals.renew(linkId).then((result) => {
      this.#underWay.delete(linkId);
      this.#keep(linkId, result);
      this.#go();
    });
  }

  #keep(linkId: string, result: Result<Link>): void {
    const { clock, links } = this.#ports;
    const link = unlessUnreadable(() => links.find(linkId), null);
    // Nothing left the laptop because it goes to sleep (L-15), or something stands in the way of all: the link waits for its turn with the others.
    if (!result.ok && link && (result.problem.code === 'L-15' || this.#ports.obstacle())) {
      this.#queue = [...this.#queue, linkId];
      return;
    }
    this.#finished += 1;
    // Of a link that was ended meanwhile, or cannot be read, there is no site to tell.
    if (!link) return;
    const entry: RoundResult = { siteId: link.siteId, outcome: outcomeOf(result, link), problem: result.ok ? null : result.problem, at: clock.now() };
    this.#results = [entry, ...this.#results].slice(0, MOST_RESULTS);
  }
}

/** Problems that say, of a link whose standing is unchanged, that nothing left this laptop. */
const NOTHING_SENT: ReadonlySet<Problem['code']> = new Set(['L-10', 'L-15', 'L-50', 'L-51', 'L-52', 'L-53', 'L-54', 'L-60', 'L-62', 'L-67']);

/** The one word for what became of a link. */
function outcomeOf(result: Result<Link>, link: Link): RenewalOutcome {
  if (result.ok) return 'renewed';
  switch (link.condition) {
    case 'uncertain':
      return 'uncertain';
    case 'suspect':
      return 'refused';
    case 'relinkRequired':
      return 'ended';
    default:
      return NOTHING_SENT.has(result.problem.code) ? 'notSent' : 'failed';
  }
}

/** The desk for rounds over its ports. */
export function createRounds(ports: RoundPorts): Rounds {
  return new RoundDesk(ports);
}
