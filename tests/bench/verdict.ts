import type { Goal, RowResult } from './result.ts';

/** A goal that is not met yet, and how far it is from it. The figure may only sink: a change that makes it worse fails. */
export interface KnownOpen {
  readonly id: string;
  readonly figure: number;
  /** Where the time or the bytes go. */
  readonly because: string;
}

/**
 * `met`: within the goal. `noise`: above it by less than the measured spread. `open`: above it, as is known. `worse`: known to be open, and
 * by more than the spread above what is known. `missed`: above it, and nobody knew. `better`: known to be open and met now.
 */
export type Verdict = 'met' | 'noise' | 'open' | 'worse' | 'missed' | 'better';

/** What is to be thought of one goal. */
export function verdict({ id, limit, estimate, isStable }: Goal, known: readonly KnownOpen[]): Verdict {
  const open = known.find((one) => one.id === id);
  // A size has no spread, and a whole percent of the known figure is room for what a compiler's next version does.
  const least = isStable ? estimate.median : Math.min(estimate.low, estimate.quartiles[0]);
  if (!open && estimate.median <= limit) return 'met';
  if (!open) return least <= limit ? 'noise' : 'missed';
  if (estimate.median <= limit) return 'better';
  return least <= open.figure * 1.01 ? 'open' : 'worse';
}

/** Whether a check must fail for it. */
export const fails = (found: Verdict): boolean => found === 'missed' || found === 'worse';

/** A known-open goal that no row measures has been forgotten. */
export function unmeasured(results: readonly RowResult[], known: readonly KnownOpen[]): readonly string[] {
  const measured = new Set(results.flatMap(({ goals }) => goals.map(({ id }) => id)));
  return known.map(({ id }) => id).filter((id) => !measured.has(id));
}
