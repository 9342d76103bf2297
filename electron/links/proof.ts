import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { Home, HomesOutcome } from '../homes/home.ts';
import { readHomes } from '../homes/read-homes.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Link } from './link.ts';
import type { Renewals } from './renewal.ts';
import { standingOf } from './standing.ts';
import type { Surroundings } from './surroundings.ts';

/** What proving a link needs: the surroundings and the renewals. */
export interface ProofPorts extends Surroundings {
  readonly renewals: Pick<Renewals, 'freshAccessToken' | 'renew'>;
}

/** Proves links by reading their homes. */
export interface Proofs {
  /**
   * Reads the homes of the site's link and stores what was seen. A home that was proven before and is missing now shows
   * as L-47 in the link, which is a success of reading. Fails with L-81 (no link), L-46 (refused although renewed), L-67
   * (no profile), or the problem of the renewal or of the read; a failed read is kept as the link's problem.
   */
  checkNow(siteId: string): Promise<Result<Link>>;
}

class ProofDesk implements Proofs {
  readonly #ports: ProofPorts;

  constructor(ports: ProofPorts) {
    this.#ports = ports;
  }

  async checkNow(siteId: string): Promise<Result<Link>> {
    const link = this.#ports.links.findBySite(siteId);
    if (!link) return failure({ code: 'L-81', field: 'siteId' });
    if (!standingOf(link)) return failure(link.problem ?? { code: 'L-63' });
    const profile = this.#ports.profile();
    if (!profile) return failure({ code: 'L-67' });
    const read = await this.#readTwiceAtMost(link.id, profile);
    const checked = read.ok ? this.#judge(link.id, read.value) : read;
    this.#ports.changed();
    return checked;
  }

  /** A refused access token may simply be too old: renew once, read once more (spec 2.5). */
  async #readTwiceAtMost(linkId: string, profile: CompanyProfile): Promise<Result<HomesOutcome>> {
    const first = await this.#read(linkId, profile);
    if (!first.ok || first.value.kind !== 'unauthorized') return first;
    const renewed = await this.#ports.renewals.renew(linkId);
    return renewed.ok ? this.#read(linkId, profile) : renewed;
  }

  async #read(linkId: string, profile: CompanyProfile): Promise<Result<HomesOutcome>> {
    const token = await this.#ports.renewals.freshAccessToken(linkId);
    return token.ok ? success(await readHomes(this.#ports.http, profile, token.value)) : token;
  }

  #judge(linkId: string, outcome: HomesOutcome): Result<Link> {
    switch (outcome.kind) {
      case 'homes':
        return this.#keep(linkId, outcome.homes);
      case 'noKey':
        // Nothing was read, so nothing is proven anew: the older proof keeps its age (R3).
        return this.#linkNow(linkId);
      case 'unauthorized':
        return this.#remember(linkId, { ...outcome.problem, code: 'L-46' });
      case 'problem':
        return this.#remember(linkId, outcome.problem);
    }
  }

  #keep(linkId: string, seen: readonly Home[]): Result<Link> {
    const { links, clock } = this.#ports;
    const before = links.find(linkId);
    if (!before) return failure({ code: 'L-81', field: 'linkId' });
    const homes = withMissing(before.proof?.homes ?? [], seen);
    const saved = links.saveProof(linkId, { at: clock.now(), homes });
    if (!saved.ok) return saved;
    this.#note(before, problemOf(seen, homes));
    if (homes.length === seen.length) this.#ports.history(before.siteId, 'proven');
    return this.#linkNow(linkId);
  }

  #remember(linkId: string, problem: Problem): Result<Link> {
    const link = this.#ports.links.find(linkId);
    if (link) this.#note(link, problem);
    return failure(problem);
  }

  /** Reading homes says nothing about the refresh token: doubts about that keep their own problem. */
  #note(link: Link, problem: Problem | null): void {
    const standing = standingOf(link);
    if (standing?.condition === 'active') this.#ports.links.setStanding(link.id, { ...standing, problem });
  }

  #linkNow(linkId: string): Result<Link> {
    const link = this.#ports.links.find(linkId);
    return link ? success(link) : failure({ code: 'L-81', field: 'linkId' });
  }
}

/** A home that was proven before stays in the list, marked L-47, so that a second check still tells that it is gone. */
function withMissing(before: readonly Home[], seen: readonly Home[]): readonly Home[] {
  const present = new Set(seen.map((home) => home.id));
  const missing = before.filter((home) => !present.has(home.id));
  return [...seen, ...missing.map(({ id, name }): Home => ({ id, name, devices: null, problem: { code: 'L-47' } }))];
}

function problemOf(seen: readonly Home[], kept: readonly Home[]): Problem | null {
  if (kept.length > seen.length) return { code: 'L-47' };
  return seen.length === 0 ? { code: 'L-26' } : null;
}

/** Proofs over their ports. */
export function createProofs(ports: ProofPorts): Proofs {
  return new ProofDesk(ports);
}
