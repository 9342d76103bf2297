import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { e2eTotals, sum, unitTotals } from '../../../build/scripts/results.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'liaison-results-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const unit = (numPassedTests: number, numFailedTests: number, success: boolean): string => report({ numPassedTests, numFailedTests, success });
const e2e = (expected: number, unexpected: number, flaky: number, errors: readonly unknown[] = []): string => report({ stats: { expected, unexpected, flaky, skipped: 0 }, errors });

describe('the totals of a test run', () => {
  it('are those of the reports', () => {
    expect(unitTotals(unit(5, 0, true), 0)).toEqual({ passed: 5, failed: 0 });
    expect(unitTotals(unit(5, 2, false), 1)).toEqual({ passed: 5, failed: 2 });
    expect(e2eTotals(e2e(7, 0, 0), 0)).toEqual({ passed: 7, failed: 0 });
  });

  it('count a flaky test as failed', () => {
    expect(e2eTotals(e2e(7, 1, 2), 1)).toEqual({ passed: 7, failed: 3 });
  });

  it('count a failure when no test failed but the run did', () => {
    expect(unitTotals(unit(5, 0, false), 0)).toEqual({ passed: 5, failed: 1 });
    expect(unitTotals(unit(5, 0, true), 1)).toEqual({ passed: 5, failed: 1 });
    expect(e2eTotals(e2e(7, 0, 0), 1)).toEqual({ passed: 7, failed: 1 });
    expect(e2eTotals(e2e(7, 0, 0, [{}]), 0)).toEqual({ passed: 7, failed: 1 });
  });

  it('count a failure when nothing ran, and when there is no report or a broken one', () => {
    expect(unitTotals(unit(0, 0, true), 0)).toEqual({ passed: 0, failed: 1 });
    expect(e2eTotals(e2e(0, 0, 0), 0)).toEqual({ passed: 0, failed: 1 });
    expect(unitTotals(report('{"num'), 0)).toEqual({ passed: 0, failed: 1 });
    expect(e2eTotals(path.join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('add up', () => {
    expect(sum([{ passed: 1, failed: 2 }, { passed: 10, failed: 20 }])).toEqual({ passed: 11, failed: 22 });
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
  });
});
