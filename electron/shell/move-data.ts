import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { Clock } from '../oauth/ports.ts';
import { copyFolder, filesOf } from './storage/copy-folder.ts';
import { dataPlace, pointTo, REAL } from './storage/data-place.ts';
import { checkFolder, whyUnsavable, type Surroundings } from './storage/folder-check.ts';

/** What moving the data needs. */
export interface MoveParts {
  /** The recommended place. */
  readonly home: string;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  freeBytes(folder: string): number | null;
  /** Closes what is open, runs `change`, opens again. Refused with L-83, L-62 or L-15 as changing the mode is. */
  reopen(change: () => Promise<void>): Promise<Result<null>>;
  /** Why the data that are open now cannot be used; null: they can. */
  storageProblem(): Problem | null;
}

/** Bytes that must be left over in the new place. */
const SPARE = 50_000_000;

const isInside = (inner: string, outer: string): boolean => {
  const relative = path.relative(outer, inner);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
};

/** Why `place` cannot take the data; null: it can. */
async function refusal({ home, surroundings, freeBytes }: MoveParts, place: string): Promise<Problem | null> {
  const { folder } = dataPlace(home);
  const target = path.join(place, REAL);
  if (existsSync(target)) return { code: 'L-62', reason: 'occupied' };
  if (place !== home && (isInside(place, home) || isInside(place, folder))) return { code: 'L-62', reason: 'inside' };
  const synchronised = checkFolder(place, surroundings);
  if (synchronised) return synchronised;
  const unsavable = whyUnsavable(place);
  if (unsavable) return unsavable;
  const needed = (await filesOf(folder)).reduce((sum, { bytes }) => sum + bytes, SPARE);
  return (freeBytes(place) ?? Number.POSITIVE_INFINITY) < needed ? { code: 'L-62', reason: 'full' } : null;
}

async function madeFolder(place: string): Promise<boolean> {
  try {
    await mkdir(place, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

/** Copies, compares, points to the copy and opens it; back to where it was when that does not open. The old folder goes last. */
async function carry(parts: MoveParts, from: string, place: string): Promise<Result<null>> {
  const { home } = parts;
  const former = path.dirname(from);
  const target = path.join(place, REAL);
  let moved: Result<null> = failure({ code: 'L-62', reason: 'notCopied' });
  const reopened = await parts.reopen(async () => {
    try {
      await copyFolder(from, target);
      moved = pointTo(home, place);
    } catch {
      moved = failure({ code: 'L-62', reason: 'notCopied' });
    }
  });
  if (!reopened.ok || !moved.ok) return reopened.ok ? moved : reopened;
  const problem = parts.storageProblem();
  if (problem) {
    await parts.reopen(async () => {
      if (pointTo(home, former).ok) await rm(target, { recursive: true, force: true });
    });
    return failure(problem);
  }
  // Its tokens are those of now, and from now on they grow old: nobody may ever open this copy.
  await rm(from, { recursive: true, force: true, maxRetries: 5 });
  return success(null);
}

/**
 * Moves the data of real work below `place` (an absolute folder, or `home`). L-64: a tool copies that place to other laptops. L-62:
 * `occupied` (there are data already), `inside`, `readOnly`, `full`, `notCopied`; the data are where they were then. L-83, L-15: not now.
 */
export async function moveData(parts: MoveParts, place: string): Promise<Result<null>> {
  const { folder, problem } = dataPlace(parts.home);
  if (problem) return failure(problem);
  if (path.dirname(folder) === place) return success(null);
  if (!(await madeFolder(place))) return failure({ code: 'L-62', reason: 'readOnly' });
  const refused = await refusal(parts, place);
  return refused ? failure(refused) : carry(parts, folder, place);
}
