import type { ReadinessView, ReadyLine } from '../contract/readiness.ts';

/** One finished check. `at` in milliseconds since 1970-01-01 UTC. */
export interface Stamp {
  readonly at: number;
  readonly network: string | null;
  readonly fingerprint: string;
  readonly lines: readonly ReadyLine[];
}

/** A stamp older than this says so, in milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

/** Why a stamp counts less now: its age (or a clock that was set back), or another network. */
export function staleness(stamp: Stamp, now: number, fingerprint: string): ReadinessView['stale'] {
  if (now - stamp.at >= A_DAY || now < stamp.at) return 'day';
  return stamp.fingerprint === fingerprint ? null : 'network';
}

/** All lines in one word; the worst counts. */
export function overallOf(lines: readonly ReadyLine[]): ReadinessView['overall'] {
  const verdicts = lines.map(({ verdict }) => verdict);
  if (verdicts.length === 0) return 'never';
  if (verdicts.includes('problem')) return 'notReady';
  if (verdicts.includes('notTested')) return 'almost';
  return verdicts.includes('cannotCheck') ? 'unsure' : 'ready';
}
