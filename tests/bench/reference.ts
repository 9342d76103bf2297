import { execFileSync } from 'node:child_process';
import { median } from './statistics.ts';

/**
 * Milliseconds of processor time that starting Node with nothing to do takes on the machine the goals were written for. Goals in milliseconds
 * of work are measured as a multiple of what it takes in the same run, so that a slow or busy machine does not decide.
 */
export const NODE_START = 40;

/** Milliseconds of processor time of one `node -e 0`. */
export function nodeStart(): number {
  return Number(execFileSync(process.execPath, ['-e', 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)'], { encoding: 'utf8' }));
}

/** What a millisecond of work here is worth: 1 on the machine the goals were written for, less on a slower or busier one. */
export function worth(starts: readonly number[] = Array.from({ length: 9 }, nodeStart)): number {
  return NODE_START / median(starts);
}

/** How goals in milliseconds of work are counted. */
export const WORK = `Work is processor time, counted in milliseconds of a machine on which node -e 0 takes ${NODE_START} ms of it, measured in the same run: wall-clock time on a busy machine says how busy it is.`;
