import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { syncFile, syncFolder } from './storage/files.ts';

/** A stream of one buffer that is made when it is read. */
export function readOnce(read: () => Buffer): NodeJS.ReadableStream {
  return Readable.from((function* give() {
    yield read();
  })());
}

/**
 * Writes a container whole or not at all, synced; an older file is replaced only by a whole one. `fill` puts everything in; its value is the answer. Rejects with
 * the system's error.
 */
export async function writeZip<Value>(file: string, fill: (zip: ZipFile) => Value): Promise<Value> {
  const fresh = `${file}.new`;
  const zip = new ZipFile();
  try {
    const value = fill(zip);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(fresh, { mode: 0o600 }));
    syncFile(fresh);
    await rename(fresh, file);
    syncFolder(path.dirname(file));
    return value;
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
