import type { Problem } from '../contract/problems.ts';
import { failure, type Result } from '../contract/result.ts';
import { unlessUnreadable } from './bad-disk.ts';
import type { Completion, Link } from './link.ts';
import { standingOf } from './standing.ts';
import type { Surroundings } from './surroundings.ts';

/** How often the disk is offered again what it refused, in milliseconds: until then this process holds the only copy. */
const OFFER_AGAIN = 10_000;

/** A token that was received. `generation`: the one it replaces. `problem`: why its answer was no full success. */
export type ReceivedToken = Completion & { readonly generation: number; readonly problem: Problem | null };

/** What safekeeping needs. */
export interface SafekeepingPorts extends Pick<Surroundings, 'clock' | 'links' | 'noted' | 'changed'> {
  /** A renewal of this link is under way and will note by itself how it ends. */
  isUnderWay(linkId: string): boolean;
}

/**
 * Puts on disk what must not be lost: tokens that were received, and the doubt about a token whose answer was not. What the disk refuses
 * is kept in memory and offered again every ten seconds.
 */
export class Safekeeping {
  readonly #ports: SafekeepingPorts;
  readonly #tokens = new Map<string, ReceivedToken>();
  readonly #doubts = new Set<string>();
  #isOver = false;
  #cancel: () => void = () => undefined;

  constructor(ports: SafekeepingPorts) {
    this.#ports = ports;
  }

  /** The token of a link that was received and is not on disk. */
  unsaved(linkId: string): ReceivedToken | undefined {
    return this.#tokens.get(linkId);
  }

  /** Saves what was received; only then may anyone use it. Fails with the store's problem, or with that of the answer though all is saved. */
  save(linkId: string, received: ReceivedToken): Result<Link> {
    this.#tokens.set(linkId, received);
    const { tokens, standing, at } = received;
    const saved = this.#ports.links.completeRenewal(linkId, received.generation, { tokens, standing, at });
    if (!saved.ok) return this.#keep(linkId, received, saved.problem);
    this.#tokens.delete(linkId);
    this.#ports.noted(saved.value.siteId, 'renewed');
    this.#ports.changed();
    return received.problem ? failure(received.problem) : saved;
  }

  /** An attempt row is left, so nobody knows what became of the token: the link is uncertain and asked now. */
  doubt(linkId: string): void {
    const { links, clock } = this.#ports;
    const link = links.find(linkId);
    const standing = link && standingOf(link);
    this.#doubts.delete(linkId);
    if (!standing || standing.condition === 'relinkRequired') return;
    const noted = links.setStanding(linkId, { ...standing, condition: 'uncertain', problem: { code: 'L-43' }, nextAt: clock.now() });
    if (!noted.ok) this.doubtSoon(linkId);
  }

  /** The disk refused to note how a presentation ended: it is noted as a doubt once the disk takes it. */
  doubtSoon(linkId: string): void {
    this.#doubts.add(linkId);
    this.#offerAgain();
  }

  /** Offers the tokens to the disk that refused them; false: this process still holds the only copy of one. */
  saveNow(): boolean {
    this.#saveAll();
    return this.#tokens.size === 0;
  }

  /** The last chance for what the disk refused: with this process the only copy of the newest token ends. Nothing is written afterwards. */
  end(): void {
    this.#saveAll();
    this.#isOver = true;
    this.#cancel();
  }

  #keep(linkId: string, received: ReceivedToken, problem: Problem): Result<Link> {
    const { links } = this.#ports;
    // Before anything is read: a disk that refuses may not be readable either.
    this.#offerAgain();
    const gone = !links.find(linkId);
    // Another generation is on disk already (L-68): ours cannot take its place, so it is kept aside, sealed.
    const kept = problem.code === 'L-68' && links.keepUnusableAnswer(linkId, received.tokens.refreshToken).ok;
    if (gone || kept) this.#tokens.delete(linkId);
    return failure(problem);
  }

  #offerAgain(): void {
    this.#cancel();
    if (!this.#isOver) this.#cancel = this.#ports.clock.after(OFFER_AGAIN, () => this.#offer());
  }

  #offer(): void {
    this.#saveAll();
    // A doubt that is refused once more is put back while we walk.
    const doubts = Array.from(this.#doubts);
    for (const linkId of doubts) unlessUnreadable(() => this.#doubtUnlessResolved(linkId), undefined);
    if (this.#tokens.size + this.#doubts.size > 0) this.#offerAgain();
  }

  #saveAll(): void {
    for (const [linkId, received] of this.#tokens) unlessUnreadable(() => void this.save(linkId, received), undefined);
  }

  #doubtUnlessResolved(linkId: string): void {
    if (this.#ports.isUnderWay(linkId)) return;
    if (this.#ports.links.pendingRenewal(linkId)) this.doubt(linkId);
    else this.#doubts.delete(linkId);
  }
}
