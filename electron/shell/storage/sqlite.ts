import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
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

/** A whole number as `rowsOf` reads it. One that no healthy program writes (damage) counts as 0 instead of hiding its row. */
export const whole = z.bigint().transform((number) => (number >= 0n && number <= Number.MAX_SAFE_INTEGER ? Number(number) : 0));

/** What prepares statements: a database, or `keepStatements` of one. */
export type Preparer = Pick<DatabaseSync, 'prepare'>;

/**
 * Prepares each statement of `db` once and keeps it for as long as the database is open: with the triggers of the list, a statement costs
 * more to prepare than to run. None is let go, so this is for texts that do not change, one after the other.
 */
export function keepStatements(db: DatabaseSync): Preparer {
  const kept = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = kept.get(sql) ?? db.prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
  return { prepare };
}

/**
 * The rows of a query, each parsed by itself: one that makes no sense is left out and does not make the others unreadable.
 * Whole numbers come as bigint (see `whole`), because reading one beyond JavaScript's range would throw.
 */
export function rowsOf<Row>(db: Preparer, schema: z.ZodType<Row>, sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
  const statement = db.prepare(sql);
  statement.setReadBigInts(true);
  return statement.all(...values).flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The first row of a query; null when there is none, or none that makes sense. */
export function rowOf<Row>(db: Preparer, schema: z.ZodType<Row>, sql: string, ...values: readonly SQLInputValue[]): Row | null {
  return rowsOf(db, schema, sql, ...values)[0] ?? null;
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

/**
 * Moves the write-ahead log into the database and empties it, so that no old version of a row stays in it. What was committed is
 * safe either way: when the disk refuses, the log is emptied the next time or at closing.
 */
export function emptyLog(db: DatabaseSync): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!sqliteProblem(error)) throw error;
  }
}
