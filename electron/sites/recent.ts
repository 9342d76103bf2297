import { MOST_RECENT, type RecentSite } from '../contract/recent.ts';
import type { SiteStore } from './site.ts';

/** The ids with `siteId` in front, each once, at most eight. */
export function withOpened(ids: readonly string[], siteId: string): readonly string[] {
  return [siteId, ...ids.filter((id) => id !== siteId)].slice(0, MOST_RECENT);
}

/** The sites behind the ids as the book knows them now; what it does not know any more is left out. */
export function recentFrom(ids: readonly string[], sites: Pick<SiteStore, 'find'> | null): readonly RecentSite[] {
  return ids.flatMap((id) => {
    const site = sites?.find(id);
    return site ? [{ id, name: site.name, address: site.address }] : [];
  });
}

/** Longest name in a menu, in characters. */
const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

/** One line for each site, in their order; where two have the same name, their addresses tell them apart. */
export function recentLines(sites: readonly RecentSite[]): readonly string[] {
  return sites.map(({ name, address }) => {
    const isAlone = sites.filter((other) => other.name === name).length === 1;
    return isAlone || address === '' ? short(name) : `${short(name)}, ${short(address)}`;
  });
}
