import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { consentSchema, type ConsentView } from '../../contract/consent.ts';
import type { Consent } from '../../sites/site.ts';
import { readJson } from './json.ts';
import { rowOf, whole } from './sqlite.ts';

const { shape } = consentSchema;
const homesColumn = z.string().nullable().catch(null).transform((text) => readJson(shape.homes, text));

// A damaged word must not hide the consent.
const consentRow = z.object({
  at: whole,
  text_version: shape.textVersion,
  language: shape.language.catch('en'),
  clock: shape.clock.catch('unconfirmed'),
  customer_name: shape.customerName.catch(''),
  company_name: shape.companyName.catch(''),
  homes: homesColumn,
});

const NEWEST = 'SELECT id FROM consent WHERE site_id = ? AND agreed = 1 ORDER BY at DESC, id DESC LIMIT 1';

/** Writes the customer's answer; inside a transaction. */
export function recordConsent(db: DatabaseSync, siteId: string, { at, agreed, textVersion, language, clock, customerName, companyName }: Consent): void {
  db.prepare('INSERT INTO consent (site_id, at, agreed, text_version, language, clock, customer_name, company_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(siteId, at, agreed ? 1 : 0, textVersion, language, clock, customerName, companyName);
}

/** Writes which homes the link saw to the newest yes; inside a transaction. */
export function noteHomes(db: DatabaseSync, siteId: string, homes: NonNullable<ConsentView['homes']>): void {
  db.prepare(`UPDATE consent SET homes = ? WHERE id = (${NEWEST})`).run(JSON.stringify(homes), siteId);
}

/** The newest yes of a site; null when there is none. */
export function consent(db: DatabaseSync, siteId: string): ConsentView | null {
  const row = rowOf(db, consentRow, `SELECT * FROM consent WHERE id = (${NEWEST})`, siteId);
  if (!row) return null;
  const { at, text_version: textVersion, language, clock, customer_name: customerName, company_name: companyName, homes } = row;
  return { at, textVersion, language, clock, customerName, companyName, homes };
}
