import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '../../contract/problems.ts';
import type { Result } from '../../contract/result.ts';
import { discard } from './files.ts';

/** Below this many free bytes nothing is begun, unless the ballast is in place. */
export const LOW_SPACE_BYTES = 20 * 1024 * 1024;
/** Enough for a token answer (64 KB at most) and the pages it touches, several times over. */
export const BALLAST_BYTES = 1024 * 1024;
/** Left to the database when the ballast is made on a disk that is nearly full. */
const MARGIN_BYTES = 512 * 1024;

/**
 * Looks after the room on the disk. The ballast is a file that is given up when a token that was received cannot be saved
 * otherwise: the one moment in which "disk full" would cost a link.
 */
export interface Space {
  /** Null when what is received could be saved; else L-62 with reason `lowSpace`. Makes the ballast when it is missing and there is room. */
  problem(): Problem | null;
  /** Runs `save`; when it fails with L-62 and there is a ballast, gives that up and runs it once more. */
  saving<Value>(save: () => Result<Value>): Result<Value>;
  /** Whether `bytes` can be written without coming near the end of the disk. */
  hasRoomFor(bytes: number): boolean;
}

/** Free bytes for this person where `folder` lies; infinite when the system does not say, because then nothing is known to be wrong. */
function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Random, so that no file system can store it in less than its size. */
function writeBallast(file: string): boolean {
  try {
    const handle = openSync(file, 'w', 0o600);
    try {
      for (let written = 0; written < BALLAST_BYTES;) written += writeSync(handle, randomBytes(BALLAST_BYTES - written));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return true;
  } catch {
    discard(file);
    return false;
  }
}

function release(file: string): boolean {
  if (sizeOf(file) === 0) return false;
  try {
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Looks after the room in `folder`, with the ballast in the file `ballast` there. */
export function createSpace(folder: string): Space {
  const file = join(folder, 'ballast');
  const hasBallast = (free: number): boolean => sizeOf(file) === BALLAST_BYTES || (free >= BALLAST_BYTES + MARGIN_BYTES && writeBallast(file));
  return {
    problem: () => {
      const free = freeBytes(folder);
      return hasBallast(free) || free >= LOW_SPACE_BYTES ? null : { code: 'L-62', reason: 'lowSpace' };
    },
    saving: (save) => {
      const first = save();
      if (first.ok || first.problem.code !== 'L-62' || !release(file)) return first;
      return save();
    },
    hasRoomFor: (bytes) => freeBytes(folder) >= bytes + LOW_SPACE_BYTES,
  };
}

/** For a store whose room nobody looks after, as in a test: every save is tried once. */
export const unlimitedSpace: Space = { problem: () => null, saving: (save) => save(), hasRoomFor: () => true };
