import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { DayImport, DayLine, DayTaken, Similar } from '../../contract/day-list.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import { bareWords, type DayListTaker, type NameAndAddress } from '../../sites/day-list.ts';
import { fold } from './fold.ts';
import { insertSite } from './site-rows.ts';
import { rowsOf, transaction } from './sqlite.ts';

type Known = NonNullable<Similar['site']>;
interface Keys {
  readonly name: string;
  readonly address: string;
}

const bookRow = z.object({ id: z.string(), name: z.string(), address: z.string() });
const NO_SITE = failure({ code: 'L-81', field: 'siteId' });

function keysOf({ name, address }: NameAndAddress): Keys {
  return { name: bareWords(fold(name)), address: bareWords(fold(address)) };
}

/** The first that had this name or address; the name says more. An empty one is like nothing. */
function firstWith<Found>(names: ReadonlyMap<string, Found>, addresses: ReadonlyMap<string, Found>, { name, address }: Keys): { readonly found: Found; readonly by: Known['by'] } | null {
  const byName = name === '' ? undefined : names.get(name);
  if (byName !== undefined) return { found: byName, by: 'name' };
  const byAddress = address === '' ? undefined : addresses.get(address);
  return byAddress === undefined ? null : { found: byAddress, by: 'address' };
}

function remember<Found>(names: Map<string, Found>, addresses: Map<string, Found>, { name, address }: Keys, found: Found): void {
  if (!names.has(name)) names.set(name, found);
  if (!addresses.has(address)) addresses.set(address, found);
}

function similar(db: DatabaseSync, lines: readonly NameAndAddress[]): readonly Similar[] {
  const book = { names: new Map<string, z.infer<typeof bookRow>>(), addresses: new Map<string, z.infer<typeof bookRow>>() };
  for (const row of rowsOf(db, bookRow, 'SELECT id, name, address FROM site ORDER BY created_at, id')) remember(book.names, book.addresses, keysOf(row), row);
  const list = { names: new Map<string, number>(), addresses: new Map<string, number>() };
  return lines.map((line, index) => {
    const keys = keysOf(line);
    const inBook = firstWith(book.names, book.addresses, keys);
    const inList = firstWith(list.names, list.addresses, keys);
    remember(list.names, list.addresses, keys, index);
    return { site: inBook && { ...inBook.found, by: inBook.by }, twin: inList?.found ?? null };
  });
}

function take(db: DatabaseSync, line: DayLine, customerLanguage: DayImport['customerLanguage'], at: number, who: string): boolean {
  if (line.kind === 'visit') return db.prepare('UPDATE site SET visit = ? WHERE id = ?').run(line.visit, line.siteId).changes === 1;
  const { name, address, customerName, visit } = line;
  const id = insertSite(db, { name, address, customerName, customerLanguage }, at);
  db.prepare('UPDATE site SET visit = ? WHERE id = ?').run(visit, id);
  db.prepare('INSERT INTO history (site_id, at, event, who) VALUES (?, ?, ?, ?)').run(id, at, 'created', who);
  return true;
}

function importDay(db: DatabaseSync, { customerLanguage, lines }: DayImport, at: number, who: string): Result<DayTaken> {
  return transaction(db, () => {
    if (!lines.every((line) => take(db, line, customerLanguage, at, who))) return NO_SITE;
    const added = lines.filter(({ kind }) => kind === 'new').length;
    return success({ added, visits: lines.length - added });
  });
}

/** Takes day lists into the site book in `db`. See DayListTaker for what each method promises. */
export function createDayList(db: DatabaseSync): DayListTaker {
  return { similar: (lines) => similar(db, lines), importDay: (day, at, who) => importDay(db, day, at, who) };
}
