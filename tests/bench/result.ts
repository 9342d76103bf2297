import type { Estimate } from './statistics.ts';

/** What a quantity is counted in. `×`: a ratio. */
export type Unit = 'ms' | 'µs' | '×' | 'KB' | 'MB' | 'rows' | '%' | 'per second' | 'at once' | 'KB per step';

/** One measured quantity. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly estimate: Estimate;
}

/** A quantity that has a goal; it must not be larger. `id` names it in the list of what is known to be open. */
export interface Goal extends Figure {
  readonly id: string;
  readonly limit: number;
  /** Sizes and counts: the same on every machine, so that they are checked with every change. */
  readonly isStable: boolean;
}

/** What one row of the table came to. */
export interface RowResult {
  readonly row: string;
  readonly title: string;
  readonly goals: readonly Goal[];
  readonly figures: readonly Figure[];
  /** What has to be known to read the figures. */
  readonly notes: readonly string[];
}

/** How much is measured. `rounds` for what takes microseconds to milliseconds, `starts` for what takes a start of the program. */
export interface Effort {
  readonly rounds: number;
  readonly starts: number;
  readonly journeys: number;
  readonly sizes: readonly number[];
  readonly seconds: number;
}

/** One row: it is given how much to measure and a folder that is emptied afterwards. */
export interface Row {
  readonly name: string;
  readonly title: string;
  /** Measured without the clock, in seconds, on every change. */
  readonly isStable: boolean;
  measure(effort: Effort, folder: string): Promise<RowResult>;
}
