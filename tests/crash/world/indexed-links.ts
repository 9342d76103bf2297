import type { Completion, Link, NewLink, Standing } from '../../../electron/links/link.ts';
import { FARTHEST_PLAN } from '../../../electron/links/policy.ts';
import { MemoryLinks } from '../../unit/links/fakes.ts';
import { Heap } from './heap.ts';

interface Plan {
  readonly linkId: string;
  readonly nextAt: number;
  readonly renewedAt: number;
}

/** Links in memory that answer the planner's questions for ten thousand links in microseconds. Entries that are out of date are dropped when met. */
export class IndexedLinks extends MemoryLinks {
  readonly #bySite = new Map<string, string>();
  /** Not due yet, by time; and due, those that end soonest first. */
  readonly #waiting = new Heap<Plan>((one, other) => one.nextAt < other.nextAt);
  readonly #due = new Heap<Plan>((one, other) => one.renewedAt < other.renewedAt);
  #lookedAt = Number.NEGATIVE_INFINITY;

  override findBySite(siteId: string): Link | null {
    const linkId = this.#bySite.get(siteId);
    return linkId === undefined ? null : this.find(linkId);
  }

  override create(link: NewLink): ReturnType<MemoryLinks['create']> {
    const created = super.create(link);
    if (!created.ok) return created;
    this.#bySite.set(link.siteId, created.value.id);
    this.#plan(created.value.id);
    return created;
  }

  override completeRenewal(linkId: string, generation: number, completion: Completion): ReturnType<MemoryLinks['completeRenewal']> {
    const completed = super.completeRenewal(linkId, generation, completion);
    this.#plan(linkId);
    return completed;
  }

  override settleRenewal(linkId: string, generation: number, standing: Standing, keepAttempt: boolean): ReturnType<MemoryLinks['settleRenewal']> {
    const settled = super.settleRenewal(linkId, generation, standing, keepAttempt);
    this.#plan(linkId);
    return settled;
  }

  override setStanding(linkId: string, standing: Standing): ReturnType<MemoryLinks['setStanding']> {
    const set = super.setStanding(linkId, standing);
    this.#plan(linkId);
    return set;
  }

  override due(at: number, limit: number): readonly string[] {
    if (at < this.#lookedAt) return super.due(at, limit);
    this.#lookedAt = at;
    for (let next = this.#waiting.peek(); next && next.nextAt <= at; next = this.#waiting.peek()) {
      this.#waiting.pop();
      if (this.#isCurrent(next)) this.#due.push(next);
    }
    return this.#first(limit);
  }

  override nextDueAt(after: number): number | null {
    for (let next = this.#waiting.peek(); next; next = this.#waiting.peek()) {
      if (this.#isCurrent(next) && next.nextAt > after) return next.nextAt;
      if (this.#isCurrent(next)) return super.nextDueAt(after);
      this.#waiting.pop();
    }
    return null;
  }

  #plan(linkId: string): void {
    const link = this.rows.get(linkId)?.link;
    if (!link || link.nextAt === null) return;
    const plan: Plan = { linkId, nextAt: link.nextAt, renewedAt: link.renewedAt };
    // A plan that no clock made right counts as due.
    if (link.nextAt > this.#lookedAt + 2 * FARTHEST_PLAN && this.#lookedAt > 0) this.#due.push(plan);
    else this.#waiting.push(plan);
  }

  #isCurrent({ linkId, nextAt, renewedAt }: Plan): boolean {
    const link = this.rows.get(linkId)?.link;
    return link?.nextAt === nextAt && link.renewedAt === renewedAt;
  }

  #first(limit: number): readonly string[] {
    const found: Plan[] = [];
    while (found.length < limit) {
      const next = this.#due.pop();
      if (!next) break;
      if (this.#isCurrent(next) && !found.some(({ linkId }) => linkId === next.linkId)) found.push(next);
    }
    for (const plan of found) this.#due.push(plan);
    return found.map(({ linkId }) => linkId);
  }
}
