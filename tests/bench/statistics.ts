import { Dice } from '../crash/dice.ts';

/** A measured quantity: its median and the interval within which 95 of 100 repetitions of the whole series would put that median. */
export interface Estimate {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** A quarter of the values lies below the first, a quarter above the second. */
  readonly quartiles: readonly [number, number];
  readonly count: number;
}

const RESAMPLES = 600;

/** The value below which `share` of the values lie, between neighbours by proportion. NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of the values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** One and the same always: an estimate must not depend on when it was made. */
const SEED = 20_260_115;

function resampled(count: number, of: (indices: readonly number[]) => number): readonly [number, number] {
  const dice = new Dice(SEED);
  const medians = Array.from({ length: RESAMPLES }, () => of(Array.from({ length: count }, () => dice.whole(0, count - 1))));
  return [quantile(medians, 0.025), quantile(medians, 0.975)];
}

/** Median and spread of one series. */
export function estimate(values: readonly number[]): Estimate {
  const [low, high] = resampled(values.length, (indices) => median(indices.map((index) => values[index] ?? 0)));
  return { median: median(values), low, high, quartiles: [quantile(values, 0.25), quantile(values, 0.75)], count: values.length };
}

/**
 * The median of `combine` over rounds in which both were measured one right after the other, so that what the machine did besides in that
 * round is in both. `combine` is a ratio or a difference.
 */
export function compared(ours: readonly number[], theirs: readonly number[], combine: (our: number, their: number) => number): Estimate {
  return estimate(ours.map((our, index) => combine(our, theirs[index] ?? Number.NaN)));
}

/** How much `values` grow with `at`, per unit of `at`: the slope that Theil and Sen found, the median of all slopes between two points. */
export function slope(at: readonly number[], values: readonly number[]): number {
  const slopes = at.flatMap((x, index) => at.slice(index + 1).map((other, offset) => ((values[index + 1 + offset] ?? 0) - (values[index] ?? 0)) / (other - x)));
  return median(slopes);
}
