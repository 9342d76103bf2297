import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Clock } from '../../oauth/ports.ts';
import { setFileAside, syncFolder, writeDurably } from './files.ts';

/** The folder of real work in whatever place it lies. */
export const REAL = 'real';
const POINTER = 'data-place.json';
const FIRST_BYTES_MOST = 8192;

const pointerSchema = z.object({ folder: z.string().min(1).max(2000) });

/**
 * Where real work is kept. The place is told by a file of its own, because preferences may be lost and then an empty book would open
 * as if nothing had ever been linked. `home` is the recommended place.
 */
export interface DataPlace {
  readonly folder: string;
  readonly isHome: boolean;
  /** L-62 with reason `folderMissing` when the place that was chosen is not there, L-63 with `dataPlace` when nobody can tell which it is. */
  readonly problem: Problem | null;
}

/** The place that was noted; null: none was; undefined: the note makes no sense. */
function readPointer(file: string): string | null | undefined {
  if (!existsSync(file)) return null;
  try {
    const text = readFileSync(file, 'utf8').slice(0, FIRST_BYTES_MOST);
    return pointerSchema.parse(JSON.parse(text)).folder;
  } catch {
    return undefined;
  }
}

/** The place of the data whose recommended place is below `home`. Nothing is changed. */
export function dataPlace(home: string): DataPlace {
  const pointed = readPointer(join(home, POINTER));
  if (pointed === null) return { folder: join(home, REAL), isHome: true, problem: null };
  if (pointed === undefined) return { folder: join(home, REAL), isHome: true, problem: { code: 'L-63', reason: 'dataPlace' } };
  const folder = join(pointed, REAL);
  return { folder, isHome: false, problem: existsSync(folder) ? null : { code: 'L-62', reason: 'folderMissing' } };
}

/** Says durably that the data lie below `place` (`home`: in the recommended place). Fails with L-62. */
export function pointTo(home: string, place: string): Result<null> {
  const file = join(home, POINTER);
  if (place !== home) return writeDurably(file, JSON.stringify({ folder: place }));
  try {
    rmSync(file, { force: true });
    syncFolder(home);
    return success(null);
  } catch {
    return failure({ code: 'L-62' });
  }
}

/**
 * What a move left behind when the program was ended in the middle of it: a second folder of data in the recommended place. It is put
 * aside and never opened, for its tokens are older than those in use.
 */
export function putLeftoversAside(home: string, clock: Clock): void {
  const left = join(home, REAL);
  const { isHome, problem } = dataPlace(home);
  if (isHome || problem || !existsSync(left)) return;
  setFileAside(left, clock.now(), [''], 'left');
}
