import { describe, expect, it } from 'vitest';
import { calendarDay, daysBetween } from '../../../electron/contract/calendar.ts';
import { calendarDaySchema } from '../../../electron/contract/visit-facts.ts';

describe('days of the calendar', () => {
  it('are those of this laptop, written as the contract wants them', () => {
    const at = new Date(2026, 2, 5, 23, 59).getTime();
    expect(calendarDay(at)).toBe('2026-03-05');
    expect(calendarDaySchema.safeParse(calendarDay(at)).success).toBe(true);
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
});
