import type { ConsentView } from '../contract/consent.ts';
import type { SiteRow, SiteView } from '../contract/views.ts';
import type { Link } from '../links/link.ts';
import { linkState, linkView } from '../links/link-view.ts';
import { linkEndsAt } from '../links/standing.ts';
import type { HistoryEntry, Site } from './site.ts';

/** A site with its link, history (newest first) and consent as the window may know it. */
export function siteView(site: Site, link: Link | null, history: readonly HistoryEntry[], consent: ConsentView | null): SiteView {
  const { id, createdAt, name, address, customerName, customerLanguage } = site;
  const { visit, contractEndsOn, notes, handedOverAt, endedAt, guestRemovedAt } = site;
  return {
    id, createdAt, name, address, customerName, customerLanguage,
    visit, contractEndsOn, notes, handedOverAt, endedAt, guestRemovedAt,
    link: link && linkView(link),
    history: history.map(({ at, event, who = '' }) => ({ at, event, ...(who !== '' && { who }) })),
    consent,
  };
}

/** One line of the site list. `provenAt` and `endsAt` in milliseconds since 1970-01-01 UTC; null without a link. */
export function siteRow(site: Site, link: Link | null): SiteRow {
  return {
    id: site.id,
    name: site.name,
    address: site.address,
    state: linkState(link),
    provenAt: link?.proof?.homes ? link.proof.at : null,
    endsAt: link && linkEndsAt(link),
  };
}
