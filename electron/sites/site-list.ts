import type { SiteFilter, SiteGroup } from '../contract/site-groups.ts';
import type { ListedSite, SiteList } from '../contract/site-list.ts';
import type { Link } from '../links/link.ts';
import { linkState } from '../links/link-view.ts';
import { linkEndsAt } from '../links/standing.ts';
import type { Site } from './site.ts';

/** Days since the renewal from which a link is due soon, and from which it needs a person: the marks on the clock of a link. */
export const DUE_SOON_DAYS = 60;
export const URGENT_DAYS = 80;
/** A contract that ends within this many days is told. */
export const CONTRACT_NOTICE_DAYS = 60;

/** What is asked of the list. `now` in milliseconds since 1970-01-01 UTC; `about`: a site whose place is wanted. */
export interface SiteQuestion {
  readonly query: string;
  readonly filter: SiteFilter;
  readonly offset: number;
  readonly limit: number;
  readonly about: string | null;
  readonly now: number;
}

/** What a row tells of a link; it is never used for more than that. */
export type LinkInRow = Pick<Link, 'condition' | 'proof' | 'renewedAt'>;

/** A site in its place. */
export interface PlacedSite {
  readonly site: Pick<Site, 'id' | 'name' | 'address' | 'visit' | 'contractEndsOn'>;
  readonly link: LinkInRow | null;
  readonly group: SiteGroup;
  readonly handOverOpen: boolean;
  readonly contractEnding: boolean;
}

/** One page of the list; see SiteList for its numbers. */
export interface SitePage extends Omit<SiteList, 'rows'> {
  readonly sites: readonly PlacedSite[];
}

/** The list in its order: trouble first, stale last. */
export interface SiteListReader {
  /** Puts the sites in order for the instant `now` (milliseconds since 1970-01-01 UTC) in small pieces, so that nobody waits meanwhile. False: the book was closed before it was done. */
  prepare(now: number): Promise<boolean>;
  /** Puts in order at once what is not yet; to be asked after `prepare`. */
  page(question: SiteQuestion): SitePage;
}

/** A row as the window may know it. `provenAt` and `endsAt` in milliseconds since 1970-01-01 UTC; null without a link. */
export function listedSite({ site, link, group, handOverOpen, contractEnding }: PlacedSite): ListedSite {
  return {
    id: site.id, name: site.name, address: site.address, visit: site.visit, group, handOverOpen,
    state: linkState(link),
    provenAt: link?.proof?.homes ? link.proof.at : null,
    endsAt: link && linkEndsAt(link),
    contractEndsOn: contractEnding ? site.contractEndsOn : '',
  };
}
