/** What a harness found. `runs` counts what `unit` names; `violations` are the broken promises, the first few in words. */
export interface Outcome {
  readonly name: string;
  readonly runs: number;
  readonly unit: string;
  readonly seed: number;
  readonly violations: readonly string[];
  /** Further figures, in words. */
  readonly notes: readonly string[];
}

/** The upper bound of a rate of which 0 cases were seen in `runs`, with 95 % confidence: the rule of three. */
export function upperBound(runs: number): string {
  return `below ${(3 / runs).toPrecision(2)}`;
}

/** One line: what was tried how often, what broke, and how rare a break can be said to be. */
export function lineOf({ name, runs, unit, seed, violations, notes }: Outcome): string {
  const bound = violations.length === 0 && runs > 0 ? ` (${upperBound(runs)})` : '';
  const more = notes.length === 0 ? '' : `; ${notes.join('; ')}`;
  return `${name}: ${runs.toLocaleString('en')} ${unit}, seed ${seed}, ${violations.length} violations${bound}${more}`;
}

/** Prints the line, and the first violations in words. True when there are none. */
export function tell(outcome: Outcome): boolean {
  console.log(lineOf(outcome));
  for (const violation of outcome.violations.slice(0, 10)) console.log(`  VIOLATION ${violation}`);
  return outcome.violations.length === 0;
}

/** A size from the environment (`LIAISON_RUNS`), else `usual`. */
export function runsOr(usual: number): number {
  return Number(process.env['LIAISON_RUNS'] ?? usual);
}

/** The seed from the environment (`LIAISON_SEED`), else a fixed one, so that a run can be repeated. */
export function seedOrUsual(): number {
  return Number(process.env['LIAISON_SEED'] ?? 20_260_115);
}
