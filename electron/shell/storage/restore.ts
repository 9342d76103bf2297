import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { success } from '../../contract/result.ts';
import { discard, syncFile, syncFolder } from './files.ts';
import { listSnapshots, type Snapshot } from './snapshots.ts';
import { sqliteCode, transaction } from './sqlite.ts';

/** Opens a database file after a full examination and brings it to today's version; null when it is not sound. */
export type OpenSound = (file: string) => DatabaseSync | null;

/**
 * A link of a copy may have been renewed since: its token is presented once more, and the answer says which it was. Attempt rows
 * stay, they say the same.
 */
function doubtEveryLink(db: DatabaseSync, at: number): boolean {
  return transaction(db, () => {
    db.prepare(`UPDATE link SET condition = 'uncertain', problem = '{"code":"L-43"}', tries = 0, refusals = 0, refused_since = NULL, next_at = ?`).run(at);
    return success(null);
  }).ok;
}

/** A copy that was being changed when the power went finishes or takes back that change when it is opened for writing. */
function settleJournal(file: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
  } finally {
    db.close();
  }
}

function prepare(snapshot: string, fresh: string, at: number, open: OpenSound): boolean {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(fresh + ending, { force: true });
  settleJournal(snapshot);
  copyFileSync(snapshot, fresh);
  const db = open(fresh);
  if (!db) return false;
  const doubted = doubtEveryLink(db, at);
  db.close();
  return doubted;
}

function putInPlace(snapshot: string, file: string, at: number, open: OpenSound): boolean {
  const fresh = `${file}.restored`;
  try {
    if (!prepare(snapshot, fresh, at, open)) return false;
    syncFile(fresh);
    renameSync(fresh, file);
    syncFolder(dirname(file));
    return true;
  } catch (error) {
    // A copy that cannot be used, or no room for it: the next one may be smaller, and the original stays where it is.
    if (sqliteCode(error) === null && !(error instanceof Error && 'syscall' in error)) throw error;
    return false;
  } finally {
    discard(fresh);
  }
}

/**
 * Puts the newest sound snapshot in the place of `file`, which must not exist, with every link uncertain (L-43) and due at `at`
 * (milliseconds since 1970-01-01 UTC). It appears whole or not at all. Null when there is none.
 */
export function restoreSnapshot(folder: string, file: string, at: number, open: OpenSound): Snapshot | null {
  return listSnapshots(folder).find((snapshot) => putInPlace(snapshot.file, file, at, open)) ?? null;
}
