import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { success } from '../../contract/result.ts';
import { writeDurably } from './files.ts';
import { linkRowSchema, openTokens, readLinkRow, type LinkRow } from './link-rows.ts';
import { isReadableSecret } from './profile-store.ts';
import type { Vault } from './sealing.ts';
import { keepAside } from './set-aside.ts';
import { sqliteCode, transaction } from './sqlite.ts';

const SQLITE_CONSTRAINT = 19;

type Row = Readonly<Record<string, SQLInputValue>>;

/** What is copied as it stands, and which columns say whether it is there already. */
const PLAIN = [
  { table: 'site', keys: ['id'], columns: ['id', 'name', 'address', 'customer_name', 'customer_language', 'created_at', 'folded_name', 'folded', 'visit', 'contract_ends_on', 'notes', 'handed_over_at', 'ended_at', 'guest_removed_at'] },
  { table: 'history', keys: ['site_id', 'at', 'event'], columns: ['site_id', 'at', 'event', 'who'] },
  { table: 'check_item', keys: ['site_id', 'item'], columns: ['site_id', 'position', 'item', 'title', 'criterion', 'verdict', 'at', 'who', 'remark'] },
  { table: 'photo', keys: ['id'], columns: ['id', 'site_id', 'at', 'caption', 'width', 'height', 'bytes', 'sha256'] },
  { table: 'consent', keys: ['site_id', 'at'], columns: ['site_id', 'at', 'agreed', 'text_version', 'language', 'clock', 'customer_name', 'company_name', 'homes'] },
] as const;

/** Every row that can still be read: from the front up to the damage, then from the end back to it. */
function readableRows(source: DatabaseSync, table: string): readonly Row[] {
  const rows = new Map<unknown, Row>();
  for (const order of ['ASC', 'DESC']) {
    try {
      const statement = source.prepare(`SELECT rowid AS place, * FROM ${table} NOT INDEXED ORDER BY rowid ${order}`);
      statement.setReadBigInts(true);
      for (const row of statement.iterate()) {
        if (rows.has(row['place'])) break;
        rows.set(row['place'], row);
      }
    } catch (error) {
      if (sqliteCode(error) === null) throw error;
    }
  }
  return [...rows.values()];
}

/** One row that breaks a rule of the tables does not keep the others from coming back. */
function unlessRefused(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (sqliteCode(error) !== SQLITE_CONSTRAINT) throw error;
  }
}

function copyPlain(db: DatabaseSync, source: DatabaseSync): void {
  for (const { table, keys, columns } of PLAIN) {
    const there = db.prepare(`SELECT 1 FROM ${table} WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')}`);
    const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    const site = db.prepare('SELECT 1 FROM site WHERE id = ?');
    for (const row of readableRows(source, table)) {
      const value = (name: string): SQLInputValue => row[name] ?? null;
      if (there.get(...keys.map(value)) || (table !== 'site' && !site.get(value('site_id')))) continue;
      unlessRefused(() => insert.run(...columns.map(value)));
    }
  }
}

function copyProfile(db: DatabaseSync, source: DatabaseSync, vault: Vault): void {
  const [row] = readableRows(source, 'profile');
  if (!row || db.prepare('SELECT 1 FROM profile').get() || !isReadableSecret(vault, row['sealed_client_secret'])) return;
  const columns = Object.keys(row).filter((name) => name !== 'place');
  const insert = db.prepare(`INSERT INTO profile (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  unlessRefused(() => insert.run(...columns.map((name) => row[name] ?? null)));
}

/** The seal proves whose token it is and which in the row: a newer one is the better one, whatever else was damaged. */
function takeNewer(db: DatabaseSync, vault: Vault, current: LinkRow, found: LinkRow): void {
  const sound = openTokens(vault, current).ok;
  if (found.generation < current.generation || (sound && found.generation === current.generation)) return;
  if (!sound) keepAside(db, { kind: 'link', owner: current.id, generation: current.generation, at: null, sealed: current.sealed });
  db.prepare('UPDATE link SET generation = ?, sealed = ?, renewed_at = ? WHERE id = ?').run(found.generation, found.sealed, found.renewed_at, found.id);
}

/** Puts away what the copy knows of the site; false when it is newer than what was found. */
function makeRoom(db: DatabaseSync, found: LinkRow): boolean {
  const other = readLinkRow(db, 'site_id', found.site_id);
  if (!other) return true;
  if (other.linked_at >= found.linked_at) return false;
  keepAside(db, { kind: 'link', owner: other.id, generation: other.generation, at: null, sealed: other.sealed });
  for (const table of ['home', 'renewal']) db.prepare(`DELETE FROM ${table} WHERE link_id = ?`).run(other.id);
  db.prepare('DELETE FROM link WHERE id = ?').run(other.id);
  return true;
}

function addLink(db: DatabaseSync, vault: Vault, found: LinkRow, subject: string | null, at: number): void {
  if (found.site_id === '' || !makeRoom(db, found)) return;
  const label = found.account_label;
  // The page of its site may be lost: the link is shown under its account then.
  db.prepare(
    `INSERT OR IGNORE INTO site (id, name, address, customer_name, customer_language, created_at, folded_name, folded) VALUES (?, ?, '', '', 'en', ?, ?, ?)`,
  ).run(found.site_id, label, found.linked_at, label, label);
  db.prepare(
    `INSERT INTO link (id, site_id, generation, linked_at, renewed_at, account_label, account_fingerprint, condition, problem, homes_read, sealed, next_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'uncertain', '{"code":"L-43"}', 0, ?, ?)`,
  ).run(found.id, found.site_id, found.generation, found.linked_at, found.renewed_at, label, subject === null ? null : vault.fingerprint(subject), found.sealed, at);
}

function copyLinks(db: DatabaseSync, source: DatabaseSync, vault: Vault, at: number): void {
  for (const row of readableRows(source, 'link')) {
    const found = linkRowSchema.parse(row);
    const opened = openTokens(vault, found);
    if (!opened.ok) continue;
    const current = readLinkRow(db, 'id', found.id);
    unlessRefused(() => (current ? takeNewer(db, vault, current, found) : addLink(db, vault, found, opened.value.accountSubject, at)));
  }
}

function openDamaged(file: string): DatabaseSync | null {
  try {
    return new DatabaseSync(file, { readOnly: true });
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    return null;
  }
}

function salvageFrom(db: DatabaseSync, vault: Vault, file: string, at: number): void {
  const source = openDamaged(file);
  if (!source) return;
  try {
    const done = transaction(db, () => {
      if (db.prepare("SELECT 1 FROM set_aside WHERE kind = 'salvaged' AND owner = ?").get(basename(file))) return success(null);
      copyPlain(db, source);
      copyProfile(db, source, vault);
      copyLinks(db, source, vault, at);
      db.prepare("INSERT INTO set_aside (kind, owner, generation, at, sealed) VALUES ('salvaged', ?, 0, ?, zeroblob(0))").run(basename(file), at);
      return success(null);
    });
    // Both marks keep a link that is ended later from coming back: the one in the database could itself be lost.
    if (done.ok) writeDurably(`${file}.salvaged`, '');
  } finally {
    source.close();
  }
}

const DAMAGED = /\.damaged-[0-9TZ]+(?:-\d+)?$/u;

/**
 * Brings back, from every database that was set aside as damaged and not looked through yet, the rows that can still be read: sites
 * and their history, the company's credentials, and each link whose sealed record opens and is newer than the one held. The files
 * themselves stay. Needs the vault, therefore it waits for the first start with an open one.
 */
export function salvageDamaged(db: DatabaseSync, vault: Vault, file: string, at: number): void {
  const folder = dirname(file);
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.`) && DAMAGED.test(name));
  for (const name of names.toSorted()) {
    if (!existsSync(join(folder, `${name}.salvaged`))) salvageFrom(db, vault, join(folder, name), at);
  }
}
