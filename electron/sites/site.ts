import type { ConsentView } from '../contract/consent.ts';
import type { CheckOnPaper } from '../contract/papers.ts';
import type { SiteForm, SiteView } from '../contract/views.ts';
import type { VisitChange, VisitFacts } from '../contract/visit-facts.ts';
import type { Result } from '../contract/result.ts';

/** A customer's installation. Times in milliseconds since 1970-01-01 UTC. */
export interface Site extends SiteForm, VisitFacts {
  readonly id: string;
  readonly createdAt: number;
}

/** One line of a site's history. */
export interface HistoryEntry {
  readonly at: number;
  readonly event: SiteView['history'][number]['event'];
  /** The person who did it; left out or '' where the program did it by itself, or nobody gave a name. */
  readonly who?: string;
}

/** The customer's answer on the card, as it is kept. */
export interface Consent extends Omit<ConsentView, 'homes'> {
  readonly agreed: boolean;
}

/** Where sites live. Changes are on disk, synced, when a method returns success; else L-62. */
export interface SiteStore {
  create(form: SiteForm, at: number): Result<Site>;
  update(siteId: string, form: SiteForm): Result<Site>;
  /** Changes those facts that are named; L-81 for an unknown site. */
  note(siteId: string, facts: VisitChange): Result<Site>;
  find(siteId: string): Site | null;
  /** Sites whose name, address or customer holds `query` (any case), sorted by name. */
  list(query: string, offset: number, limit: number): { readonly sites: readonly Site[]; readonly total: number };
  addHistory(siteId: string, entry: HistoryEntry): Result<null>;
  /** Newest first, at most 50. */
  history(siteId: string): readonly HistoryEntry[];
  recordConsent(siteId: string, consent: Consent): Result<null>;
  /** Notes with the newest yes which homes the link saw. */
  noteHomes(siteId: string, homes: NonNullable<ConsentView['homes']>): Result<null>;
  /** The newest yes; null when there is none. */
  consent(siteId: string): ConsentView | null;
  /** What papers say of the visit: the checklist in its order, and how many photos there are. */
  onPaper(siteId: string): { readonly checklist: readonly CheckOnPaper[]; readonly photos: number };
  /** Removes the site and everything that belongs to it, photos and daily copies included; L-81 for an unknown site. A link is to be ended before. */
  erase(siteId: string): Result<null>;
}
