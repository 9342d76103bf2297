import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { failure, success, type Result } from '../../contract/result.ts';
import { discard, syncFolder, writeDurably } from './files.ts';

const FOLDER = 'photos';
/** Where files go whose photos the book does not know: it may have lost them (R7). */
const ASIDE = 'aside';
/** What the end of a name says: the photo is just being added, or just being deleted. */
const ADDING = '.adding';
const DELETING = '.deleting';
const NAME = /^(?<id>[\da-f-]{36})\.jpg(?<rest>|\.adding|\.adding\.new|\.deleting)$/u;

/**
 * The files of the photos in the data folder of a mode. Nothing here knows the database. While a photo is added or deleted its file has a
 * name that says so, so that a crash in between leaves no doubt: the book decides, at the next start, what becomes of it.
 */
export interface PhotoFiles {
  has(id: string): boolean;
  /** Null when there is no such file, or it cannot be read. */
  read(id: string): Uint8Array<ArrayBuffer> | null;
  /** Writes a whole file, synced, for a photo that the book does not know yet; L-62, and then nothing is left of it. */
  write(id: string, bytes: Uint8Array): Result<null>;
  /** The book knows the photo now. */
  settle(id: string): void;
  /** The book did not take the photo. */
  discard(id: string): void;
  /** The photo is about to be deleted from the book; L-62 when the system does not let go of the file. */
  withdraw(id: string): Result<null>;
  /** The book did not delete it: the file is as before. */
  restore(id: string): void;
  /** The book has deleted it. */
  drop(id: string): void;
  /** Ends what a crash interrupted, puts aside what the book does not know, and takes back from there what it knows again. */
  tidy(isKnown: (id: string) => boolean): void;
}

/** A rename, synced; false when there is nothing to rename or the system refuses. */
function moved(from: string, to: string, folder: string): boolean {
  try {
    if (!existsSync(from)) return false;
    renameSync(from, to);
    syncFolder(folder);
    return true;
  } catch {
    return false;
  }
}

function makeFolder(folder: string): Result<null> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return success(null);
  } catch {
    return failure({ code: 'L-62' });
  }
}

function readWhole(files: readonly string[]): Uint8Array<ArrayBuffer> | null {
  try {
    const file = files.find((each) => existsSync(each));
    return file === undefined ? null : new Uint8Array(readFileSync(file));
  } catch {
    return null;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // There is none yet, or it cannot be listed now; nothing depends on it.
    return [];
  }
}

/** What becomes of one file at the start. */
function tidyOne(folder: string, name: string, isKnown: (id: string) => boolean): void {
  const { id, rest } = NAME.exec(name)?.groups ?? {};
  if (id === undefined) return;
  const file = join(folder, name);
  const known = isKnown(id);
  if (rest === '') {
    if (!known && makeFolder(join(folder, ASIDE)).ok) moved(file, join(folder, ASIDE, name), folder);
  } else if (known && rest !== `${ADDING}.new`) moved(file, join(folder, `${id}.jpg`), folder);
  else discard(file);
}

function tidy(folder: string, isKnown: (id: string) => boolean): void {
  for (const name of namesIn(folder)) tidyOne(folder, name, isKnown);
  for (const name of namesIn(join(folder, ASIDE))) {
    const id = NAME.exec(name)?.groups?.['id'];
    if (id !== undefined && isKnown(id) && !existsSync(join(folder, name))) moved(join(folder, ASIDE, name), join(folder, name), folder);
  }
}

/** The photos under `dataFolder`, which is that of one mode. */
export function createPhotoFiles(dataFolder: string): PhotoFiles {
  const folder = join(dataFolder, FOLDER);
  const fileOf = (id: string, rest = ''): string => join(folder, `${id}.jpg${rest}`);
  // A rename that the system refused once the book knew the photo does not hide its picture.
  const places = (id: string): readonly string[] => [fileOf(id), fileOf(id, ADDING)];
  return {
    has: (id) => places(id).some((file) => existsSync(file)),
    read: (id) => readWhole(places(id)),
    write: (id, bytes) => {
      const made = makeFolder(folder);
      return made.ok ? writeDurably(fileOf(id, ADDING), bytes) : made;
    },
    settle: (id) => void moved(fileOf(id, ADDING), fileOf(id), folder),
    discard: (id) => discard(fileOf(id, ADDING)),
    withdraw: (id) => {
      const file = places(id).find((each) => existsSync(each));
      return file === undefined || moved(file, fileOf(id, DELETING), folder) ? success(null) : failure({ code: 'L-62' });
    },
    restore: (id) => void moved(fileOf(id, DELETING), fileOf(id), folder),
    drop: (id) => discard(fileOf(id, DELETING)),
    tidy: (isKnown) => tidy(folder, isKnown),
  };
}
