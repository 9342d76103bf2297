import { describe, expect, test } from 'vitest';
import { compared, estimate, median, quantile, slope } from '../../bench/statistics.ts';
import { interleaved, series } from '../../bench/timing.ts';

describe('what is said of a series', () => {
  test('the median does not care how far off the outliers are', () => {
    expect(median([3, 1, 1000, 2, 4])).toBe(3);
    expect(median([1, 2])).toBe(1.5);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
  });

  test('the interval holds the median, is narrow for a quiet series and wide for a noisy one, and is the same again', () => {
    const quiet = estimate(Array.from({ length: 50 }, (_, index) => 10 + (index % 3) / 100));
    const noisy = estimate(Array.from({ length: 50 }, (_, index) => 10 + (index % 7)));
    expect(quiet.low <= quiet.median && quiet.median <= quiet.high).toBe(true);
    expect(noisy.high - noisy.low).toBeGreaterThan(10 * (quiet.high - quiet.low));
    expect(estimate([1, 5, 9])).toEqual(estimate([1, 5, 9]));
  });

  test('a round in which the machine was slow for both leaves the ratio as it is', () => {
    expect(compared([2, 20, 2, 200], [1, 10, 1, 100], (our, their) => our / their)).toMatchObject({ median: 2, low: 2, high: 2 });
  });

  test('the slope is that of most points, whatever a few of them say', () => {
    expect(slope([0, 1, 2, 3, 4], [5, 7, 9, 11, 500])).toBe(2);
    expect(slope([0, 10, 20], [3, 3, 3])).toBe(0);
  });
});

describe('measuring in turns', () => {
  test('everybody has a value in every round, and nobody always follows the same one', async () => {
    const order: string[] = [];
    const found = await interleaved(4, ['a', 'b'].map((name) => ({ name, measure: () => order.push(name) })));
    expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b', 'b', 'a']);
    expect(series(found, 'a')).toHaveLength(4);
    expect(() => series(found, 'c')).toThrow('c');
  });
});
