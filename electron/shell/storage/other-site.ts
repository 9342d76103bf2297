import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { LinkStore } from '../../links/link.ts';
import { rowOf } from './sqlite.ts';

/** A site other than the one asked about, and what it shares with it. */
export type OtherSite = ReturnType<LinkStore['findOtherSite']>;

const nameRow = z.object({ name: z.string() });
const OTHER = 'SELECT site.name AS name FROM link JOIN site ON site.id = link.site_id WHERE link.site_id <> ? AND';
const NEWEST = 'ORDER BY link.linked_at DESC LIMIT 1';

/** Another site linked to one of these homes; null when there is none. */
export function otherSiteWithHome(db: DatabaseSync, siteId: string, homeIds: readonly string[]): OtherSite {
  const sql = `${OTHER} link.id IN (SELECT link_id FROM home WHERE id IN (SELECT value FROM json_each(?))) ${NEWEST}`;
  const row = rowOf(db, nameRow, sql, siteId, JSON.stringify(homeIds));
  return row && { siteName: row.name, what: 'home' };
}

/** Another site linked to the account of this fingerprint; null when there is none. */
export function otherSiteWithAccount(db: DatabaseSync, siteId: string, fingerprint: string): OtherSite {
  const row = rowOf(db, nameRow, `${OTHER} link.account_fingerprint = ? ${NEWEST}`, siteId, fingerprint);
  return row && { siteName: row.name, what: 'account' };
}
