import type { HistoryEntry } from '../../sites/site.ts';
import type { Preparer } from './sqlite.ts';

/** Adds a moment to the history of a site that exists. Call it inside a transaction. */
export function writeHistory(db: Preparer, siteId: string, { at, event, who }: HistoryEntry): void {
  db.prepare('INSERT INTO history (site_id, at, event, who) VALUES (?, ?, ?, ?)').run(siteId, at, event, who ?? '');
}
