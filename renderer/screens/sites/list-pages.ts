import { FIRST_PAGE } from '../../../electron/contract/first-questions.ts';
import type { SiteGroup } from '../../../electron/contract/site-groups.ts';
import type { ListedSite, SiteList } from '../../../electron/contract/site-list.ts';

/** Rows of one page over the contract. */
export const PAGE = FIRST_PAGE.limit;
/** How many pages are kept: enough to scroll to and fro, never the whole book. */
export const MOST_PAGES = 8;

/** Pages by their number, from 0. */
export type Pages = ReadonlyMap<number, readonly ListedSite[]>;

/** The page of a row. */
export function pageOf(index: number): number {
  return Math.floor(index / PAGE);
}

/** The row at `index`; undefined while its page is not there. */
export function rowAt(pages: Pages, index: number): ListedSite | undefined {
  return pages.get(pageOf(index))?.[index % PAGE];
}

/** Where a site is, as far as its page is there; null otherwise. */
export function indexOf(pages: Pages, siteId: string | null): number | null {
  if (siteId === null) return null;
  for (const [page, rows] of pages) {
    const place = rows.findIndex(({ id }) => id === siteId);
    if (place >= 0) return page * PAGE + place;
  }
  return null;
}

/** The old pages with the new ones; those that are farthest from the new ones go when there are too many. */
export function nearPages(old: Pages, added: Pages): Pages {
  const middle = [...added.keys()][0] ?? 0;
  const all = [...new Map([...old, ...added])];
  return new Map(all.toSorted(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, MOST_PAGES));
}

/** A group at the row it begins with. */
export interface GroupStart {
  readonly group: SiteGroup;
  readonly count: number;
}

/** The headings by the index of the row they stand above. Sites that are all well in one group need none. */
export function groupStarts(groups: SiteList['groups']): ReadonlyMap<number, GroupStart> {
  const starts = new Map<number, GroupStart>();
  if (groups.length === 1 && (groups[0]?.group === 'fine' || groups[0]?.group === 'notLinked')) return starts;
  let index = 0;
  for (const { group, count } of groups) {
    starts.set(index, { group, count });
    index += count;
  }
  return starts;
}
