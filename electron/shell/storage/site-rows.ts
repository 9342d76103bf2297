import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { customerLanguages, type SiteForm } from '../../contract/views.ts';
import { appointmentSchema, calendarDaySchema } from '../../contract/visit-facts.ts';
import type { Site } from '../../sites/site.ts';
import { fold } from './fold.ts';
import { whole } from './sqlite.ts';

/** One row of the table `site`. */
export const siteRow = z.object({
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

/** The site of a row. */
export function siteFromRow(row: z.infer<typeof siteRow>): Site {
  const { id, name, address, customer_name: customerName, customer_language: customerLanguage, created_at: createdAt } = row;
  const { visit, contract_ends_on: contractEndsOn, notes, handed_over_at: handedOverAt, ended_at: endedAt, guest_removed_at: guestRemovedAt } = row;
  return { id, name, address, customerName, customerLanguage, createdAt, visit, contractEndsOn, notes, handedOverAt, endedAt, guestRemovedAt };
}

/** What a form is in columns: name, address, customer_name, customer_language, folded_name, folded. */
export function columnsOf({ name, address, customerName, customerLanguage }: SiteForm): readonly string[] {
  // Line feeds keep a search from matching over the end of one column into the next.
  return [name, address, customerName, customerLanguage, fold(name), [name, address, customerName].map(fold).join('\n')];
}

/** Writes a new site; the value is its id. Call it inside a transaction. */
export function insertSite(db: DatabaseSync, form: SiteForm, at: number): string {
  const id = randomUUID();
  db.prepare(
    `INSERT INTO site (id, created_at, name, address, customer_name, customer_language, folded_name, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, at, ...columnsOf(form));
  return id;
}
