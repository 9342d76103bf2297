import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { siteViewSchema, type SiteForm } from '../../contract/views.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { VisitChange, VisitFacts } from '../../contract/visit-facts.ts';
import type { HistoryEntry, Site, SiteStore } from '../../sites/site.ts';
import { consent, noteHomes, recordConsent } from './consent-rows.ts';
import { eraseSite, type ErasePlaces } from './erase.ts';
import { checksOf, photosOf } from './paper-rows.ts';
import { createDayList } from './day-list.ts';
import { fold } from './fold.ts';
import { writeHistory } from './history-rows.ts';
import { allOpen, createSiteList } from './site-list.ts';
import type { Readability } from './site-list-order.ts';
import { columnsOf, insertSite, siteFromRow, siteRow } from './site-rows.ts';
import { rowOf, rowsOf, transaction, whole } from './sqlite.ts';

const NO_SITE = failure({ code: 'L-81', field: 'siteId' });
const HISTORY_LIMIT = 50;

const countRow = z.object({ total: whole });
const knownEvent = siteViewSchema.shape.history.element.shape.event;
const historyRow = z.object({ at: whole, event: knownEvent, who: z.string() });

/** Which column holds which fact. */
const FACTS: Readonly<Record<keyof VisitFacts, string>> = {
  visit: 'visit', contractEndsOn: 'contract_ends_on', notes: 'notes', handedOverAt: 'handed_over_at', endedAt: 'ended_at', guestRemovedAt: 'guest_removed_at',
};
const factNames = Object.keys(FACTS) as readonly (keyof VisitFacts)[];

function find(db: DatabaseSync, siteId: string): Site | null {
  const row = rowOf(db, siteRow, 'SELECT * FROM site WHERE id = ?', siteId);
  return row && siteFromRow(row);
}

/** Writes a whole site as it was elsewhere, with its own id; inside a transaction. */
export function insertWholeSite(db: DatabaseSync, site: Site): void {
  db.prepare('INSERT INTO site (id, created_at, name, address, customer_name, customer_language, folded_name, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(site.id, site.createdAt, ...columnsOf(site));
  for (const name of factNames) db.prepare(`UPDATE site SET ${FACTS[name]} = ? WHERE id = ?`).run(site[name], site.id);
}

function create(db: DatabaseSync, form: SiteForm, at: number): Result<Site> {
  return transaction(db, () => {
    const site = find(db, insertSite(db, form, at));
    return site ? success(site) : NO_SITE;
  });
}

function update(db: DatabaseSync, siteId: string, form: SiteForm): Result<Site> {
  return transaction(db, () => {
    db.prepare('UPDATE site SET name = ?, address = ?, customer_name = ?, customer_language = ?, folded_name = ?, folded = ? WHERE id = ?')
      .run(...columnsOf(form), siteId);
    const site = find(db, siteId);
    return site ? success(site) : NO_SITE;
  });
}

function note(db: DatabaseSync, siteId: string, facts: VisitChange): Result<Site> {
  return transaction(db, () => {
    for (const name of factNames) {
      const value = facts[name];
      if (value !== undefined) db.prepare(`UPDATE site SET ${FACTS[name]} = ? WHERE id = ?`).run(value, siteId);
    }
    const site = find(db, siteId);
    return site ? success(site) : NO_SITE;
  });
}

function list(db: DatabaseSync, query: string, offset: number, limit: number): ReturnType<SiteStore['list']> {
  const pattern = `%${fold(query.trim()).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const where = String.raw`WHERE folded LIKE ? ESCAPE '\'`;
  const total = rowOf(db, countRow, `SELECT count(*) AS total FROM site ${where}`, pattern)?.total ?? 0;
  const rows = rowsOf(db, siteRow, `SELECT * FROM site ${where} ORDER BY folded_name, id LIMIT ? OFFSET ?`, pattern, limit, offset);
  return { sites: rows.map(siteFromRow), total };
}

function addToSite(db: DatabaseSync, siteId: string, add: () => void): Result<null> {
  return transaction(db, () => {
    if (!find(db, siteId)) return NO_SITE;
    add();
    return success(null);
  });
}

function history(db: DatabaseSync, siteId: string): readonly HistoryEntry[] {
  // A moment this program does not know is left out.
  return rowsOf(db, historyRow, 'SELECT at, event, who FROM history WHERE site_id = ? ORDER BY at DESC, id DESC LIMIT ?', siteId, HISTORY_LIMIT);
}

/** A database alone: no copies, no photos. */
const NO_PLACES: ErasePlaces = { snapshots: '', photos: '' };

/** The site book in the database. See SiteStore for what each method promises; an unknown site gives L-81. `readability`: whose links do not open. */
export function createSiteStore(db: DatabaseSync, readability: Readability = allOpen, places: ErasePlaces = NO_PLACES): SiteStore {
  return {
    ...createSiteList(db, readability),
    ...createDayList(db),
    create: (form, at) => create(db, form, at),
    update: (siteId, form) => update(db, siteId, form),
    note: (siteId, facts) => note(db, siteId, facts),
    find: (siteId) => find(db, siteId),
    list: (query, offset, limit) => list(db, query, offset, limit),
    addHistory: (siteId, entry) => addToSite(db, siteId, () => writeHistory(db, siteId, entry)),
    history: (siteId) => history(db, siteId),
    recordConsent: (siteId, given) => addToSite(db, siteId, () => recordConsent(db, siteId, given)),
    noteHomes: (siteId, homes) => addToSite(db, siteId, () => noteHomes(db, siteId, homes)),
    consent: (siteId) => consent(db, siteId),
    onPaper: (siteId) => ({ checklist: checksOf(db, siteId), photos: photosOf(db, siteId) }),
    erase: (siteId) => eraseSite(db, places, siteId),
  };
}
