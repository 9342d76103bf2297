import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** SQLite works its log into the database once it has 1000 pages, and begins at its front again; a commit may go a little beyond. */
const PAGES = 1024;
const FRAME_BYTES = 24 + 4096;
/** How long the log becomes before it is written anew from the front, in bytes. */
export const LOG_BYTES = 32 + PAGES * FRAME_BYTES;

const zeros = new Uint8Array(64 * 1024);

function fill(log: string, from: number): void {
  const handle = openSync(log, 'r+');
  try {
    for (let at = from; at < LOG_BYTES;) at += writeSync(handle, zeros, 0, Math.min(zeros.length, LOG_BYTES - at), at);
  } finally {
    closeSync(handle);
  }
}

/**
 * Gives the write-ahead log of `db` its full length before it is needed: a commit that makes a file longer waits for the disk twice as long as
 * one that writes into room that is there, and finds no room when the disk is full. SQLite reads nothing behind the last frame whose
 * checksum fits, so zeros there mean nothing. Call it inside a transaction: nobody else then writes into the log. Does nothing where
 * `hasRoomFor` says no, or the disk does, or the database has no file.
 */
export function makeRoomInLog(db: DatabaseSync, hasRoomFor: (bytes: number) => boolean): void {
  const file = db.location();
  if (file === null) return;
  const log = `${file}-wal`;
  try {
    const { size } = statSync(log);
    if (size < LOG_BYTES && hasRoomFor(LOG_BYTES - size)) fill(log, size);
  } catch {
    // The log grows with what is written into it, as it would have without this.
  }
}
