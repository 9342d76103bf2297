import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** More than 200 lines of the longest kind. */
const TAIL_BYTES = 128 * 1024;

function tailOf(file: string): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const start = Math.max(0, size - TAIL_BYTES);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    const read = readSync(handle, bytes, 0, bytes.length, start);
    const text = bytes.subarray(0, read).toString('utf8');
    // The first line of a part is seldom whole.
    return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } catch {
    return '';
  } finally {
    closeSync(handle);
  }
}

/** The end of the log `file` (`<name>.log`), with what the file before it (`<name>.old.log`) ended with. '' when neither can be read. */
export function logTail(file: string): string {
  return `${tailOf(file.replace(/\.log$/u, '.old.log'))}\n${tailOf(file)}`;
}
