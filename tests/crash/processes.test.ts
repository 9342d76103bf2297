import { describe, expect, it } from 'vitest';
import { realKills } from './kill/run.ts';
import { twoProcesses } from './kill/storm.ts';
import { seedOrUsual, tell } from './report.ts';

/** Slices of what `npm run test:crash` and `npm run test:long` run at full size. */
describe('real processes', () => {
  it('lose nothing that could be saved when they are killed anywhere', { timeout: 300_000 }, async () => {
    const outcome = await realKills(42, seedOrUsual());
    tell(outcome);
    expect(outcome.violations).toEqual([]);
    expect(outcome.runs).toBeGreaterThanOrEqual(42);
  });

  it('never share a data folder', { timeout: 180_000 }, async () => {
    const outcome = await twoProcesses(8, seedOrUsual());
    tell(outcome);
    expect(outcome.violations).toEqual([]);
  });
});
