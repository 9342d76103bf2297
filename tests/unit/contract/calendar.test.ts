import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysAfter, daysBetween, endOfDay, writtenDay, writtenTime, yearsAfter } from '../../../electron/contract/calendar.ts';

const noon = (year: number, month: number, day: number): number => new Date(year, month - 1, day, 12).getTime();

describe('days of the calendar', () => {
  it('are those of the laptop’s own time zone, to the last millisecond', () => {
    const at = noon(2026, 3, 28);
    expect([dayOf(at), dayOf(endOfDay(at) - 1), dayOf(endOfDay(at))]).toEqual(['2026-03-28', '2026-03-28', '2026-03-29']);
  });

  it('come again years later, at their beginning', () => {
    expect([yearsAfter(noon(2026, 3, 28), 3), yearsAfter(noon(2028, 2, 29), 1)].map(dayOf)).toEqual(['2029-03-28', '2029-03-01']);
    expect(dayOf(yearsAfter(noon(2026, 3, 28), 1) - 1)).toBe('2027-03-27');
  });

  it('are counted without the hours that summer time takes or gives', () => {
    expect([daysAfter('2026-03-28', 1), daysAfter('2026-03-28', 2), daysAfter('2028-02-28', 1), daysAfter('2026-12-31', 60)]).toEqual(['2026-03-29', '2026-03-30', '2028-02-29', '2027-03-01']);
    expect([daysBetween('2026-03-01', '2026-04-01'), daysBetween('2026-03-02', '2026-03-01')]).toEqual([31, -1]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -9000, max: 9000 }), (start, step) => {
      const day = new Date(start * 86_400_000).toISOString().slice(0, 10);
      expect(daysBetween(day, daysAfter(day, step))).toBe(step);
    }));
  });

  it.each([
    ['2026-03-05', '2026-03-05', 0],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-05', '2026-03-04', -1],
    ['2027-02-01', '2028-02-01', 365],
    ['2028-02-01', '2029-02-01', 366],
  ])('from %s to %s it is %i, summer time or not', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('are written only when they exist', () => {
    expect([writtenDay(2026, 2, 29), writtenDay(2028, 2, 29), writtenDay(2026, 13, 1), writtenDay(2026, 4, 31), writtenDay(2026, 0, 1), writtenDay(99, 1, 1)]).toEqual([null, '2028-02-29', null, null, null, '0099-01-01']);
    expect([writtenTime(7, 5), writtenTime(24, 0), writtenTime(12, 60), writtenTime(Number.NaN, 0)]).toEqual(['07:05', null, null, null]);
  });
});
