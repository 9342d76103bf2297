import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { failure, success, type Result } from '../../contract/result.ts';
import { discard, syncFolder } from './files.ts';
import { listSnapshots } from './snapshots.ts';
import { emptyLog, rowsOf, sqliteCode, transaction } from './sqlite.ts';

/** The folders of the copies and the photos of a data folder; '' where there are none. */
export interface ErasePlaces {
  readonly snapshots: string;
  readonly photos: string;
  /** Told before something is taken out of the copies: one that is being written is of no use then. */
  readonly removing?: () => void;
}

const ASIDE = 'aside';
const LINKS = 'SELECT id FROM link WHERE site_id = ?1';
/** What belongs to a site, in the order in which the rules of the tables let it go. */
const ROWS = [
  ...['renewal', 'home'].map((table) => ({ table, where: `link_id IN (${LINKS})` })),
  { table: 'set_aside', where: `owner IN (${LINKS})` },
  ...['link', 'history', 'consent', 'check_item', 'photo'].map((table) => ({ table, where: 'site_id = ?1' })),
  { table: 'site', where: 'id = ?1' },
] as const;

const nameRow = z.object({ name: z.string() });
const idRow = z.object({ id: z.string().min(1) });

/** A copy of an older version lacks tables of the newer ones. */
function tablesOf(db: DatabaseSync): ReadonlySet<string> {
  return new Set(rowsOf(db, nameRow, "SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => name));
}

function deleteRows(db: DatabaseSync, siteId: string): void {
  const tables = tablesOf(db);
  for (const { table, where } of ROWS) if (tables.has(table)) db.prepare(`DELETE FROM ${table} WHERE ${where}`).run(siteId);
}

/** The files of a photo are named after its id, whatever follows that, and may have been put aside in a folder of that one. */
function removePhotos(photos: string, ids: readonly string[]): Result<null> {
  try {
    for (const folder of [photos, join(photos, ASIDE)].filter((each) => ids.length > 0 && existsSync(each))) {
      const names = readdirSync(folder).filter((name) => ids.some((id) => name.startsWith(id)));
      for (const name of names) rmSync(join(folder, name));
      syncFolder(folder);
    }
    return success(null);
  } catch {
    return failure({ code: 'L-62' });
  }
}

function eraseInCopy(file: string, siteId: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
    deleteRows(db, siteId);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}

/** Takes a site out of every copy. One that cannot be changed goes as a whole: it would bring the customer back. */
function eraseInCopies(folder: string, siteId: string): void {
  for (const { file } of listSnapshots(folder)) {
    try {
      eraseInCopy(file, siteId);
    } catch (error) {
      if (sqliteCode(error) === null) throw error;
      discard(file);
    }
  }
}

/**
 * Removes a site with everything that belongs to it: rows, photos, and both in every copy; no old version stays in the log. The photos go
 * between the deletion and its commit: where the disk refuses one, the site is still there and can be erased again. Fails with L-62
 * (cannot save) or L-81 (no such site). A database that was set aside as damaged stays as it is.
 */
export function eraseSite(db: DatabaseSync, { snapshots, photos, removing }: ErasePlaces, siteId: string): Result<null> {
  const erased = transaction(db, () => {
    if (!db.prepare('SELECT 1 FROM site WHERE id = ?').get(siteId)) return failure({ code: 'L-81', field: 'siteId' });
    const ids = rowsOf(db, idRow, 'SELECT id FROM photo WHERE site_id = ?', siteId).map(({ id }) => id);
    deleteRows(db, siteId);
    return removePhotos(photos, ids);
  });
  if (!erased.ok) return erased;
  removing?.();
  // Frames of the log still hold the rows; the database's own pages are overwritten by secure_delete.
  emptyLog(db);
  eraseInCopies(snapshots, siteId);
  return success(null);
}
