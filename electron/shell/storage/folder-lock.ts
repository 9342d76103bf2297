import { DatabaseSync } from 'node:sqlite';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Clock } from '../../oauth/ports.ts';
import { setFileAside } from './files.ts';
import { sqliteCode, sqliteProblem } from './sqlite.ts';

/** Held for the life of the process; the system lets go of it when the process ends, however it ends. */
export interface FolderLock {
  release(): void;
}

const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;
/** A program that is just closing gets this long. */
const WAIT_MILLISECONDS = 500;

/** A handle that nobody remembers is closed by the garbage collector, and the lock would silently be gone. */
const held = new Set<DatabaseSync>();

function hold(file: string): FolderLock {
  const db = new DatabaseSync(file, { timeout: WAIT_MILLISECONDS });
  try {
    db.exec('BEGIN EXCLUSIVE');
    held.add(db);
    return {
      release: () => {
        held.delete(db);
        db.close();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Makes this process the only one on a data folder. L-35: another one holds it. L-62: the folder cannot be written.
 * Nothing may open `file` in another way: on POSIX systems closing any handle on it would drop the lock.
 */
export function lockFolder(file: string, clock: Clock): Result<FolderLock> {
  try {
    return success(hold(file));
  } catch (error) {
    const code = sqliteCode(error);
    if (code === SQLITE_BUSY) return failure({ code: 'L-35' });
    // A damaged lock file cannot be locked by anybody, so a new one may take its place.
    if (code === SQLITE_NOTADB && setFileAside(file, clock.now()).ok) return lockFolder(file, clock);
    const problem = sqliteProblem(error);
    if (problem) return failure(problem);
    throw error;
  }
}
