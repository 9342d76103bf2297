import { describe, expect, it } from 'vitest';
import { harnesses } from './harnesses.ts';
import { seedOrUsual, tell } from './report.ts';

/** Slices of what `npm run test:long` runs at full size. */
describe('simulated laptops', () => {
  it.each([
    ['schedules', 3000], ['model', 400], ['decade', 300], ['background', 300], ['drill', 300],
  ] as const)('%s: no promise is broken', { timeout: 240_000 }, async (name, runs) => {
    const outcomes = await harnesses[name]?.(runs, seedOrUsual());
    for (const outcome of outcomes ?? []) {
      tell(outcome);
      expect(outcome.violations).toEqual([]);
      expect(outcome.runs).toBeGreaterThanOrEqual(30);
    }
    expect(outcomes?.length).toBeGreaterThan(0);
  });
});
