import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../oauth/ports.ts';
import type { FileWork } from './file-work.ts';
import { discard, syncFolder } from './files.ts';
import { emptyLog, sqliteCode } from './sqlite.ts';
import type { Space } from './space.ts';
import { utcDay } from './utc-day.ts';

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

/** The snapshots in `folder`, newest first; none when there is no such folder. */
export function listSnapshots(folder: string): readonly Snapshot[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).flatMap((name) => {
    const groups = NAME.exec(name)?.groups;
    return groups ? [{ file: join(folder, name), number: Number(groups['number']), at: Number(groups['at']) }] : [];
  });
  return found.toSorted((one, other) => other.number - one.number);
}

/** An empty book must not push out the copies of a full one. */
function holdsAnything(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM site UNION ALL SELECT 1 FROM profile LIMIT 1').get() !== undefined;
}

function bytesOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA page_count').get()?.['page_count']) * Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
}

/** What a snapshot is made with: `file` is the database, `folder` that of the snapshots. */
export interface SnapshotParts {
  readonly db: DatabaseSync;
  readonly file: string;
  readonly folder: string;
  readonly clock: Clock;
  readonly space: Pick<Space, 'hasRoomFor'>;
  readonly work: Pick<FileWork, 'copy'>;
  /** Counts what was taken out of the database and of every snapshot for good. */
  readonly removals: () => number;
}

export type SnapshotMade = 'made' | 'notDue' | 'noRoom' | 'overtaken' | 'failed';

/** Whether one is due, and whether there is room for it. */
function isDue({ db, folder, clock, space }: SnapshotParts): 'due' | 'notDue' | 'noRoom' {
  const today = utcDay(clock.now());
  if (!holdsAnything(db) || listSnapshots(folder).some(({ at }) => utcDay(at) === today)) return 'notDue';
  return space.hasRoomFor(bytesOf(db)) ? 'due' : 'noRoom';
}

/** While it is written, others may read and write the database. What is removed meanwhile may be in the copy: then there is none. */
async function write({ db, file, folder, clock, work, removals }: SnapshotParts): Promise<'made' | 'overtaken'> {
  const now = clock.now();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, UNFINISHED);
  rmSync(unfinished, { force: true });
  const before = removals();
  await work.copy(file, unfinished);
  if (removals() !== before) {
    discard(unfinished);
    // The reader kept the log from being emptied when something was removed.
    emptyLog(db);
    return 'overtaken';
  }
  const number = (listSnapshots(folder)[0]?.number ?? 0) + 1;
  renameSync(unfinished, join(folder, `liaison-${String(number).padStart(6, '0')}-${now}.db`));
  syncFolder(folder);
  return 'made';
}

/**
 * Copies the database unless one of the copies kept is of today, and keeps the newest three. Nothing is done when the disk has
 * little room or the book is empty; `failed` and `overtaken` leave the former copies as they are.
 */
export async function snapshotIfDue(parts: SnapshotParts): Promise<SnapshotMade> {
  try {
    const due = isDue(parts);
    const made = due === 'due' ? await write(parts) : due;
    if (made === 'made') for (const { file } of listSnapshots(parts.folder).slice(KEPT)) discard(file);
    return made;
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
