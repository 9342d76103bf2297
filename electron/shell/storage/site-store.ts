import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { customerLanguages, siteViewSchema, type SiteForm } from '../../contract/views.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import { appointmentSchema, calendarDaySchema, type VisitChange, type VisitFacts } from '../../contract/visit-facts.ts';
import type { HistoryEntry, Site, SiteStore } from '../../sites/site.ts';
import { consent, noteHomes, recordConsent } from './consent-rows.ts';
import { eraseSite, type ErasePlaces } from './erase.ts';
import { checksOf, photosOf } from './paper-rows.ts';
import { rowOf, rowsOf, transaction, whole } from './sqlite.ts';

const NO_SITE = failure({ code: 'L-81', field: 'siteId' });
const HISTORY_LIMIT = 50;

const siteRow = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  customer_name: z.string(),
  // A damaged word must not hide the site.
  customer_language: z.enum(customerLanguages).catch('en'),
  created_at: whole,
  visit: appointmentSchema.catch(''),
  contract_ends_on: calendarDaySchema.catch(''),
  notes: z.string(),
  handed_over_at: whole.nullable(),
  ended_at: whole.nullable(),
  guest_removed_at: whole.nullable(),
});
const countRow = z.object({ total: whole });
const knownEvent = siteViewSchema.shape.history.element.shape.event;
const historyRow = z.object({ at: whole, event: knownEvent, who: z.string() });

/** `text` as it is searched and sorted: lower case, without accents. */
export function fold(text: string): string {
  // The Greek sigma has two small forms, and which one depends on what follows.
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ς', 'σ');
}

function siteFromRow(row: z.infer<typeof siteRow>): Site {
  const { id, name, address, customer_name: customerName, customer_language: customerLanguage, created_at: createdAt } = row;
  const { visit, contract_ends_on: contractEndsOn, notes, handed_over_at: handedOverAt, ended_at: endedAt, guest_removed_at: guestRemovedAt } = row;
  return { id, name, address, customerName, customerLanguage, createdAt, visit, contractEndsOn, notes, handedOverAt, endedAt, guestRemovedAt };
}

/** Which column holds which fact. */
const FACTS: Readonly<Record<keyof VisitFacts, string>> = {
  visit: 'visit', contractEndsOn: 'contract_ends_on', notes: 'notes', handedOverAt: 'handed_over_at', endedAt: 'ended_at', guestRemovedAt: 'guest_removed_at',
};
const factNames = Object.keys(FACTS) as readonly (keyof VisitFacts)[];

function columnsOf({ name, address, customerName, customerLanguage }: SiteForm): readonly string[] {
  // Line feeds keep a search from matching over the end of one column into the next.
  return [name, address, customerName, customerLanguage, fold(name), [name, address, customerName].map(fold).join('\n')];
}

function find(db: DatabaseSync, siteId: string): Site | null {
  const row = rowOf(db, siteRow, 'SELECT * FROM site WHERE id = ?', siteId);
  return row && siteFromRow(row);
}

function create(db: DatabaseSync, form: SiteForm, at: number): Result<Site> {
  return transaction(db, () => {
    const id = randomUUID();
    db.prepare(
      `INSERT INTO site (id, created_at, name, address, customer_name, customer_language, folded_name, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, at, ...columnsOf(form));
    const site = find(db, id);
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

/** The site book in the database. See SiteStore for what each method promises; an unknown site gives L-81. */
export function createSiteStore(db: DatabaseSync, places: ErasePlaces = NO_PLACES): SiteStore {
  return {
    create: (form, at) => create(db, form, at),
    update: (siteId, form) => update(db, siteId, form),
    note: (siteId, facts) => note(db, siteId, facts),
    find: (siteId) => find(db, siteId),
    list: (query, offset, limit) => list(db, query, offset, limit),
    addHistory: (siteId, { at, event, who }) =>
      addToSite(db, siteId, () => db.prepare('INSERT INTO history (site_id, at, event, who) VALUES (?, ?, ?, ?)').run(siteId, at, event, who ?? '')),
    history: (siteId) => history(db, siteId),
    recordConsent: (siteId, given) => addToSite(db, siteId, () => recordConsent(db, siteId, given)),
    noteHomes: (siteId, homes) => addToSite(db, siteId, () => noteHomes(db, siteId, homes)),
    consent: (siteId) => consent(db, siteId),
    onPaper: (siteId) => ({ checklist: checksOf(db, siteId), photos: photosOf(db, siteId) }),
    erase: (siteId) => eraseSite(db, places, siteId),
  };
}
