import { failure, type Result } from '../contract/result.ts';
import type { Problem } from '../contract/problems.ts';
import type { Surroundings } from '../links/surroundings.ts';
import { unlink } from '../links/unlink.ts';
import type { Site, SiteStore } from '../sites/site.ts';

/** What the end of a contract works on. */
export interface ContractParts {
  readonly sites: SiteStore;
  /** Null while links can only be looked at; `problem` says why (L-60 …). */
  readonly links: Pick<Surroundings, 'links' | 'clock' | 'history' | 'changed'> | null;
  readonly problem: Problem | null;
  /** Whether the site has a link, whatever can be done with it. */
  readonly isLinked: boolean;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** The name of the person, for the history; '' when nobody gave one. */
  readonly who: string;
}

/** Ends the link of the site, where there is one. L-60 … L-62 when that cannot be done: then nothing else may be said to have ended. */
export function endLinkFirst({ links, problem, isLinked }: ContractParts, siteId: string): Result<null> {
  if (!isLinked) return { ok: true, value: null };
  return links ? unlink(links, siteId) : failure(problem ?? { code: 'L-60' });
}

/** The contract is over: the link first, durably, then the note of it. Interrupted between the two it can be asked for again. */
export function endContract(parts: ContractParts, siteId: string): Result<Site> {
  const ended = endLinkFirst(parts, siteId);
  if (!ended.ok) return ended;
  const noted = parts.sites.note(siteId, { endedAt: parts.now });
  if (!noted.ok) return noted;
  const told = parts.sites.addHistory(siteId, { at: parts.now, event: 'contractEnded', who: parts.who });
  return told.ok ? noted : told;
}

/** The contract runs again: whoever is linked anew gets papers anew, and may be a guest anew. */
export function reopenContract({ sites, now, who }: Pick<ContractParts, 'sites' | 'now' | 'who'>, siteId: string): Result<Site> {
  const noted = sites.note(siteId, { endedAt: null, guestRemovedAt: null, handedOverAt: null });
  if (!noted.ok) return noted;
  const told = sites.addHistory(siteId, { at: now, event: 'contractReopened', who });
  return told.ok ? noted : told;
}

/** The customer has the papers, or has not after all. Only the first is told in the history. */
export function noteHandover({ sites, now, who }: Pick<ContractParts, 'sites' | 'now' | 'who'>, siteId: string, done: boolean): Result<Site> {
  const noted = sites.note(siteId, { handedOverAt: done ? now : null });
  if (!noted.ok || !done) return noted;
  const told = sites.addHistory(siteId, { at: now, event: 'handedOver', who });
  return told.ok ? noted : told;
}
