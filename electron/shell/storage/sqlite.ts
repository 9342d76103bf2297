import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Problem } from '../../contract/problems.ts';
import { failure, type Result } from '../../contract/result.ts';

/** Result codes of SQLite (sqlite.org/rescode.html): what a full, read-only, missing or busy disk gives. */
const CANNOT_SAVE: ReadonlySet<number> = new Set([
  3, // SQLITE_PERM
  5, // SQLITE_BUSY
  6, // SQLITE_LOCKED
  8, // SQLITE_READONLY
  10, // SQLITE_IOERR
  13, // SQLITE_FULL
  14, // SQLITE_CANTOPEN
  15, // SQLITE_PROTOCOL
  22, // SQLITE_NOLFS
]);
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number().int() });

/** SQLite's primary result code of a thrown error; null when it is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  const parsed = sqliteError.safeParse(error);
  // The upper bits only refine the reason.
  return parsed.success ? parsed.data.errcode & 0xff : null;
}

/** The problem a thrown SQLite error stands for: L-62 (cannot save), L-63 (damaged), null for anything that is a fault of the program. */
export function sqliteProblem(error: unknown): Problem | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  if (CANNOT_SAVE.has(code)) return { code: 'L-62' };
  return DAMAGED.has(code) ? { code: 'L-63', reason: 'database' } : null;
}

function rollBack(db: DatabaseSync): void {
  // SQLite ends the transaction by itself after some failures.
  if (db.isTransaction) db.exec('ROLLBACK');
}

/**
 * Runs `action` between BEGIN IMMEDIATE and COMMIT. It is on disk, synced, when this returns success; any failure, of the
 * action or of SQLite (L-62, L-63), leaves everything as it was. A fault of the program is thrown on after the rollback.
 */
export function transaction<Value>(db: DatabaseSync, action: () => Result<Value>): Result<Value> {
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = action();
    if (result.ok) db.exec('COMMIT');
    else rollBack(db);
    return result;
  } catch (error) {
    rollBack(db);
    const problem = sqliteProblem(error);
    if (problem) return failure(problem);
    throw error;
  }
}
