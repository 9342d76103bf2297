import type { ProblemCode } from '../../electron/contract/problems.ts';

const MINUTE = 60_000;
/** After how much time it is looked again, counted from the problem, in milliseconds (problems.md, L-07 and L-09). */
const LOOKS = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE] as const;

/** Whether the program looks by itself if `code` is over. */
export function looksByItself(code: ProblemCode): boolean {
  return code === 'L-07' || code === 'L-09';
}

/** The next look after `now` at a problem that happened at `at`; null when there is none any more. All in milliseconds since 1970-01-01 UTC. */
export function nextLook(at: number, now: number): number | null {
  const after = LOOKS.find((pause) => at + pause > now);
  return after === undefined ? null : at + after;
}
