import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { TokenOutcome } from '../oauth/token-types.ts';
import type { Breaker } from './breaker.ts';
import type { Link, Standing } from './link.ts';
import { linkEndsAt, standingOf } from './standing.ts';
import type { Surroundings } from './surroundings.ts';

/** Requests end within 30 s (ports.ts): a success that came later than this after a refusal was asked for after it. In milliseconds. */
const LONGEST_REQUEST = 30_000;

/** What telling the company's trouble from a link's needs. */
export interface CompanyWatchPorts extends Pick<Surroundings, 'clock' | 'links' | 'profile' | 'secretEndsAt'> {
  readonly breaker: Breaker;
}

/** What an answer says of the company and so of the link. */
export interface Hearing {
  /** It was given to credentials that were replaced meanwhile, and says nothing of the new ones, nor of the link. */
  readonly isOutdated: boolean;
  /** The company is the suspect: a refusal says nothing of the link. */
  readonly companySuspect: boolean;
  /** The refusal is the link's own. */
  readonly refusalIsOwn: boolean;
}

/**
 * Tells whose trouble a refusal is. An expired company secret looks like a link that ended, and the server need not say which: so other
 * links are the witnesses (ARCHITECTURE.md, "Whose refusal is it?").
 */
export class CompanyWatch {
  readonly #ports: CompanyWatchPorts;

  constructor(ports: CompanyWatchPorts) {
    this.#ports = ports;
  }

  /** Hears the answer to a presentation of `link` with the credentials `used`; may open the breaker, or call a witness. */
  hear(link: Link, used: CompanyProfile, answer: TokenOutcome): Hearing {
    const isRefusal = answer.kind === 'companyRefused' || answer.kind === 'invalidGrant';
    const isOutdated = isRefusal && !isSameCompany(used, this.#ports.profile());
    const companySuspect = isOutdated || this.#listen(link, answer);
    const refusalIsOwn = answer.kind === 'invalidGrant' && !companySuspect && this.#isOwn(link, this.#ports.clock.now());
    return { isOutdated, companySuspect, refusalIsOwn };
  }

  #standing(linkId: string): Standing | null {
    const link = this.#ports.links.find(linkId);
    return link && standingOf(link);
  }

  /** What the answer says of the company. True: a refusal now says nothing about the link. */
  #listen(link: Link, answer: TokenOutcome): boolean {
    const { breaker, clock, secretEndsAt } = this.#ports;
    const now = clock.now();
    if (answer.kind !== 'companyRefused' && answer.kind !== 'invalidGrant') return false;
    if (answer.kind === 'companyRefused') breaker.companyRefused(answer.problem, now);
    if (breaker.problem()) return true;
    const endsAt = secretEndsAt();
    if (endsAt !== null && now >= endsAt && !breaker.isTrusted(now)) breaker.companyRefused({ code: 'L-16', reason: 'old' }, now);
    // A link that was idle for 90 days is expected to be refused: that is no sign against the company.
    else if (now <= linkEndsAt(link)) breaker.linkRefused(link.id, now);
    return breaker.problem() !== null;
  }

  /**
   * Whether the refusal is the link's own: another link succeeded after the first refusal, or there is nobody else to ask. Else the one
   * that was renewed longest ago is asked soon, so that an expired company secret never ends a link just because it was due alone.
   */
  #isOwn(link: Link, now: number): boolean {
    const { links, breaker } = this.#ports;
    // What was presented before the refusal, or bears a date to come (written by a clock that was wrong), proves nothing.
    const proofSince = (link.refusedSince ?? now) + LONGEST_REQUEST;
    if (breaker.isTrusted(now) || links.otherRenewedAfter(link.id, proofSince, now)) return true;
    const control = links.control(link.id) ?? this.#inDoubt(link.id);
    const standing = control === null ? null : this.#standing(control);
    if (control !== null && standing) {
      if (link.refusals > 0) links.setStanding(control, { ...standing, nextAt: Math.min(standing.nextAt ?? now, now) });
      return false;
    }
    // A record that does not open can be asked nothing.
    if (links.suspects().every((id) => id === link.id || !this.#standing(id))) return true;
    if (link.refusals > 0) breaker.allRefused(now);
    return breaker.problem() === null;
  }

  /** Where no link is active, one whose answer was lost can still tell whether the company's credentials are good. */
  #inDoubt(linkId: string): string | null {
    return this.#ports.links.renewable().find((id) => id !== linkId && this.#standing(id)?.condition === 'uncertain') ?? null;
  }
}

function isSameCompany(one: CompanyProfile, other: CompanyProfile | null): boolean {
  return one.clientId === other?.clientId && one.clientSecret.reveal() === other.clientSecret.reveal() && one.authorizationServer === other.authorizationServer;
}
