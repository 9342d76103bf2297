import { DatabaseSync } from 'node:sqlite';
import { syncFile } from './files.ts';

/** Work on a whole database file. It takes as long as the file is large, and may be done beside the main thread. */
export interface FileWork {
  /** Whether SQLite's full examination finds nothing wrong. Rejects when that cannot be told. */
  isSound(file: string): Promise<boolean>;
  /** Writes what is committed into `to`, packed and synced; `to` must not exist. Rejects when a page is damaged or the disk refuses. */
  copy(file: string, to: string): Promise<void>;
}

/** Milliseconds to wait for somebody who is writing. */
const WAIT = 2000;

function reading<Value>(file: string, action: (db: DatabaseSync) => Value): Value {
  const db = new DatabaseSync(file, { readOnly: true, timeout: WAIT });
  try {
    return action(db);
  } finally {
    db.close();
  }
}

/** The full check of an open database: an index that misses a link would let it idle to death. */
export function isWhole(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'] === 'ok';
}

/** Does it on the thread that asks. */
export const workHere: FileWork = {
  isSound: async (file) => reading(file, isWhole),
  copy: async (file, to) => {
    reading(file, (db) => db.prepare('VACUUM INTO ?').run(to));
    // SQLite does not sync what it vacuums into.
    syncFile(to);
  },
};
