import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../oauth/ports.ts';
import { discard, syncFile, syncFolder } from './files.ts';
import { sqliteCode } from './sqlite.ts';
import type { Space } from './space.ts';

/** A whole copy of the database as it was `at` (milliseconds since 1970-01-01 UTC, by the laptop's clock of then). */
export interface Snapshot {
  readonly file: string;
  /** Counts the snapshots of this folder: unlike the clock it never goes back. */
  readonly number: number;
  readonly at: number;
}

const KEPT = 3;
const NAME = /^liaison-(?<number>\d{6,12})-(?<at>\d{1,15})\.db$/u;
const UNFINISHED = 'unfinished.db';
const DAY_DIGITS = 10;

/** The snapshots in `folder`, newest first; none when there is no such folder. */
export function listSnapshots(folder: string): readonly Snapshot[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).flatMap((name) => {
    const groups = NAME.exec(name)?.groups;
    return groups ? [{ file: join(folder, name), number: Number(groups['number']), at: Number(groups['at']) }] : [];
  });
  return found.toSorted((one, other) => other.number - one.number);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, DAY_DIGITS);
}

/** An empty book must not push out the copies of a full one. */
function holdsAnything(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM site UNION ALL SELECT 1 FROM profile LIMIT 1').get() !== undefined;
}

function bytesOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA page_count').get()?.['page_count']) * Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
}

function write(db: DatabaseSync, folder: string, name: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, UNFINISHED);
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  // SQLite does not sync what it vacuums into.
  syncFile(unfinished);
  renameSync(unfinished, join(folder, name));
  syncFolder(folder);
}

/** What a snapshot is made with; `folder` is the folder of the snapshots. */
export interface SnapshotParts {
  readonly db: DatabaseSync;
  readonly folder: string;
  readonly clock: Clock;
  readonly space: Pick<Space, 'hasRoomFor'>;
  /** Runs before a copy is written, and only then: what can be made good shall be good in the copy. */
  readonly prepare?: () => void;
}

/**
 * Copies the database unless one of the copies kept is of today, and keeps the newest three. Nothing is done when the disk has
 * little room or the book is empty; `failed` leaves the former copies as they are. Takes about 5 ms per MB.
 */
export function snapshotIfDue({ db, folder, clock, space, prepare }: SnapshotParts): 'made' | 'notDue' | 'noRoom' | 'failed' {
  const now = clock.now();
  try {
    const before = listSnapshots(folder);
    if (!holdsAnything(db) || before.some(({ at }) => dayOf(at) === dayOf(now))) return 'notDue';
    if (!space.hasRoomFor(bytesOf(db))) return 'noRoom';
    prepare?.();
    write(db, folder, `liaison-${String((before[0]?.number ?? 0) + 1).padStart(6, '0')}-${now}.db`);
    for (const { file } of listSnapshots(folder).slice(KEPT)) discard(file);
    return 'made';
  } catch {
    return 'failed';
  }
}

const FORGET = ['renewal', 'home'].map((table) => `DELETE FROM ${table} WHERE link_id IN (SELECT id FROM link WHERE site_id = ?1)`);

function forgetIn(file: string, siteId: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
    for (const sql of FORGET) db.prepare(sql).run(siteId);
    db.prepare("DELETE FROM set_aside WHERE kind = 'answer' AND owner IN (SELECT id FROM link WHERE site_id = ?)").run(siteId);
    db.prepare('DELETE FROM link WHERE site_id = ?').run(siteId);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}

/** Takes the links of a site out of every snapshot, so that a customer who left is never brought back. A copy that cannot be changed goes as a whole. */
export function forgetInSnapshots(folder: string, siteId: string): void {
  for (const { file } of listSnapshots(folder)) {
    try {
      forgetIn(file, siteId);
    } catch (error) {
      if (sqliteCode(error) === null) throw error;
      discard(file);
    }
  }
}
