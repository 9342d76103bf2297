import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Clock } from '../../oauth/ports.ts';
import { isWhole } from './file-work.ts';
import { setFileAside } from './files.ts';
import { logWasCut } from './log-check.ts';
import { migrate, migrations, versionOf, type Migration } from './migrations.ts';
import { restoreSnapshot, type OpenSound } from './restore.ts';
import { listSnapshots, type Snapshot } from './snapshots.ts';
import { sqliteCode, sqliteProblem } from './sqlite.ts';

/** Where an unreadable database went, and when (milliseconds since 1970-01-01 UTC). */
export interface SetAside {
  readonly file: string;
  readonly at: number;
}

/**
 * A database ready for use. `setAside` is set when the former one was unreadable. `restored`: the copy that took its place, or the
 * place of one that vanished. In either case `notices` holds L-63.
 */
export interface OpenedDatabase {
  readonly db: DatabaseSync;
  readonly setAside: SetAside | null;
  readonly restored: Snapshot | null;
  readonly notices: readonly Problem[];
}

type Attempt = { readonly kind: 'open'; readonly db: DatabaseSync } | { readonly kind: 'damaged' } | { readonly kind: 'problem'; readonly problem: Problem };
type Examination = { readonly kind: 'sound' } | Exclude<Attempt, { kind: 'open' }>;

/** spec "Storage": WAL with FULL loses no acknowledged write; secure_delete leaves no old record in free pages. */
const SETTINGS = `
PRAGMA synchronous = FULL;
PRAGMA fullfsync = 1;
PRAGMA checkpoint_fullfsync = 1;
PRAGMA secure_delete = ON;
PRAGMA trusted_schema = OFF;
PRAGMA foreign_keys = ON;
`;
const WAIT_MILLISECONDS = 2000;
const COMPANIONS = ['', '-wal', '-shm'] as const;

function whatIsThere(file: string): 'nothing' | 'database' | 'remains' {
  if (existsSync(file) && statSync(file).size > 0) return 'database';
  // SQLite would delete a log that has no database; it may hold links, so it is set aside (R7).
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0 ? 'remains' : 'nothing';
}

function schemaOf(db: DatabaseSync): string {
  return JSON.stringify(db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, name").all());
}

function expectedSchema(steps: readonly Migration[]): string {
  const fresh = new DatabaseSync(':memory:');
  try {
    for (const step of steps) step(fresh);
    return schemaOf(fresh);
  } finally {
    fresh.close();
  }
}

/** What is examined: `isKnownSound` says that the whole file was looked through already. */
interface Looks {
  readonly steps: readonly Migration[];
  readonly isKnownSound: boolean;
}

function judge(db: DatabaseSync, { steps, isKnownSound }: Looks): Examination {
  const version = versionOf(db);
  if (version > steps.length) return { kind: 'problem', problem: { code: 'L-66', reason: 'database' } };
  if (version < 0 || !(isKnownSound || isWhole(db))) return { kind: 'damaged' };
  return schemaOf(db) === expectedSchema(steps.slice(0, version)) ? { kind: 'sound' } : { kind: 'damaged' };
}

function fromError(error: unknown): Exclude<Attempt, { kind: 'open' }> {
  if (sqliteCode(error) === null) throw error;
  const problem = sqliteProblem(error);
  return problem?.code === 'L-62' ? { kind: 'problem', problem } : { kind: 'damaged' };
}

/** Looks at the file read-only, so that a damaged or newer one keeps every byte. */
function examine(file: string, looks: Looks): Examination {
  const there = whatIsThere(file);
  if (there !== 'database') return { kind: there === 'nothing' ? 'sound' : 'damaged' };
  if (logWasCut(`${file}-wal`)) return { kind: 'damaged' };
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { readOnly: true, timeout: WAIT_MILLISECONDS });
    return judge(db, looks);
  } catch (error) {
    return fromError(error);
  } finally {
    db?.close();
  }
}

function setUp(db: DatabaseSync, steps: readonly Migration[]): Result<null> {
  db.exec(SETTINGS);
  if (db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'] !== 'wal') return failure({ code: 'L-62', reason: 'noWriteAheadLog' });
  // A file that may not be written opens without complaint; only a write lock shows it.
  db.exec('BEGIN IMMEDIATE; ROLLBACK');
  return migrate(db, steps);
}

function attempt(file: string, steps: readonly Migration[], isKnownSound = false): Attempt {
  const examined = examine(file, { steps, isKnownSound });
  if (examined.kind !== 'sound') return examined;
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { timeout: WAIT_MILLISECONDS });
    const ready = setUp(db, steps);
    if (ready.ok) return { kind: 'open', db };
    db.close();
    return { kind: 'problem', problem: ready.problem };
  } catch (error) {
    db?.close();
    if (sqliteCode(error) === null) throw error;
    // The file was sound a moment ago: it stays where it is, whatever else went wrong.
    return { kind: 'problem', problem: sqliteProblem(error) ?? { code: 'L-63', reason: 'migration' } };
  }
}

/** What a database is opened with besides its file. */
export interface OpenOptions {
  readonly steps?: readonly Migration[];
  /** The folder of the snapshots; null: there are none. */
  readonly snapshots?: string | null;
  /** SQLite's full examination was made and found nothing: it is not made again. */
  readonly isKnownSound?: boolean;
}

function openSound(steps: readonly Migration[]): OpenSound {
  return (file) => {
    const opened = attempt(file, steps);
    return opened.kind === 'open' ? opened.db : null;
  };
}

/** Puts a copy or a new database where `file` was. The notice tells when the copy was made. */
function replace(file: string, setAside: SetAside | null, at: number, steps: readonly Migration[], snapshots: string | null): Result<OpenedDatabase> {
  const restored = snapshots === null ? null : restoreSnapshot(snapshots, file, at, openSound(steps));
  const second = attempt(file, steps);
  if (second.kind !== 'open') return failure(second.kind === 'problem' ? second.problem : { code: 'L-62' });
  const notice: Problem = restored ? { code: 'L-63', reason: 'snapshot', at: restored.at } : { code: 'L-63', reason: 'database' };
  return success({ db: second.db, setAside, restored, notices: [notice] });
}

/**
 * Opens the database, creating or migrating it. An unreadable one is moved aside with a time stamp (R7, L-63); the newest sound
 * snapshot takes its place, every link in it uncertain, or a new database when there is none. One that vanished is replaced by
 * a snapshot in the same way. Fails with L-66 when a newer program wrote it (file untouched) and with L-62 when it cannot be written.
 */
export function openDatabase(file: string, clock: Clock, { steps = migrations, snapshots = null, isKnownSound = false }: OpenOptions = {}): Result<OpenedDatabase> {
  const at = clock.now();
  if (snapshots !== null && whatIsThere(file) === 'nothing' && listSnapshots(snapshots).length > 0) return replace(file, null, at, steps, snapshots);
  const first = attempt(file, steps, isKnownSound);
  if (first.kind === 'open') return success({ db: first.db, setAside: null, restored: null, notices: [] });
  if (first.kind === 'problem') return failure(first.problem);
  const moved = setFileAside(file, at, COMPANIONS);
  return moved.ok ? replace(file, { file: moved.value, at }, at, steps, snapshots) : moved;
}

/** Closes; what is in the log goes into the file. Safe to call when the disk is gone. */
export function closeDatabase(db: DatabaseSync): void {
  if (db.isOpen) db.close();
}
