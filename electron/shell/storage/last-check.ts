import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { discard } from './files.ts';
import { utcDay } from './utc-day.ts';

/** When a database was examined, and what its file looked like when it was closed after that. */
const markSchema = z.strictObject({ version: z.literal(1), day: z.string(), size: z.string(), changed: z.string() });
type Mark = z.infer<typeof markSchema>;

const NAME = 'last-check.json';

const markOf = (file: string): string => join(dirname(file), NAME);

/** The length of the file and its last change, in nanoseconds; whoever writes into it changes one of them. */
function looksOf(file: string): Pick<Mark, 'size' | 'changed'> {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return { size: String(size), changed: String(mtimeNs) };
}

/** A log beside the file: whoever had it open did not close it. */
const wasLeftOpen = (file: string): boolean => existsSync(`${file}-wal`);

/**
 * Whether `file` was examined on the day of `at`, was closed by its program after that, and has not been touched since. Then a second
 * examination on that day would find what the first one found.
 */
export function wasCheckedToday(file: string, at: number): boolean {
  try {
    const mark = markSchema.parse(JSON.parse(readFileSync(markOf(file), 'utf8')));
    const { size, changed } = looksOf(file);
    return !wasLeftOpen(file) && mark.day === utcDay(at) && mark.size === size && mark.changed === changed;
  } catch {
    // No mark, or none that can be read: the file is examined.
    return false;
  }
}

/**
 * Notes at closing that `file` was sound on `day`; null: there is a doubt, and the next opening is to examine it.
 */
export function noteCheck(file: string, day: string | null): void {
  if (day === null) return discard(markOf(file));
  if (wasLeftOpen(file)) return undefined;
  try {
    const mark: Mark = { version: 1, day, ...looksOf(file) };
    return writeFileSync(markOf(file), JSON.stringify(mark), { mode: 0o600 });
  } catch {
    // Only time is lost: the next opening examines the file.
    return undefined;
  }
}
