import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests passed and failed; `failed` also counts what could not be read or ran nothing. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

const unitSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const e2eSchema = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }), errors: z.array(z.unknown()) });

/** A run that failed without a failing test (a file that does not load, an empty run) counts as one failure. */
const honest = (passed: number, failed: number, green: boolean): Totals => ({ passed, failed: failed === 0 && (!green || passed === 0) ? 1 : failed });

function read<Shape extends z.ZodType>(file: string, schema: Shape): z.infer<Shape> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Totals of vitest's JSON report, with the exit code of the run. */
export function unitTotals(file: string, exitCode: number): Totals {
  const report = read(file, unitSchema);
  return report === undefined ? honest(0, 0, false) : honest(report.numPassedTests, report.numFailedTests, report.success && exitCode === 0);
}

/** Totals of Playwright's JSON report, with the exit code of the run. A flaky test counts as failed. */
export function e2eTotals(file: string, exitCode: number): Totals {
  const report = read(file, e2eSchema);
  if (report === undefined) return honest(0, 0, false);
  const { expected, unexpected, flaky } = report.stats;
  return honest(expected, unexpected + flaky, exitCode === 0 && report.errors.length === 0);
}

/** Sum of several totals. */
export const sum = (totals: readonly Totals[]): Totals => ({
  passed: totals.reduce((total, each) => total + each.passed, 0),
  failed: totals.reduce((total, each) => total + each.failed, 0),
});
