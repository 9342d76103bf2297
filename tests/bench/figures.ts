import type { Figure, Goal, Unit } from './result.ts';
import { compared, estimate } from './statistics.ts';

/** A quantity without a goal. */
export const figure = (name: string, unit: Unit, values: readonly number[]): Figure => ({ name, unit, estimate: estimate(values) });

/** A quantity with a goal. */
export const goal = (id: string, limit: number, measured: Figure): Goal => ({ ...measured, id, limit, isStable: false });

/** A size or a count with a goal. */
export const stableGoal = (id: string, limit: number, measured: Figure): Goal => ({ ...measured, id, limit, isStable: true });

/** How many times theirs ours is, round by round. */
export const ratio = (name: string, ours: readonly number[], theirs: readonly number[]): Figure => ({ name, unit: '×', estimate: compared(ours, theirs, (our, their) => our / their) });

/** By how much ours is more, round by round. */
export const above = (name: string, unit: Unit, ours: readonly number[], theirs: readonly number[]): Figure => ({ name, unit, estimate: compared(ours, theirs, (our, their) => our - their) });
