import type { ConsentView } from '../contract/consent.ts';
import type { SiteView } from '../contract/views.ts';
import type { Link } from '../links/link.ts';
import { linkView } from '../links/link-view.ts';
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
