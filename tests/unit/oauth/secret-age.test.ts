import { describe, expect, it } from 'vitest';
import { secretEndsAt, secretReminder } from '../../../electron/oauth/secret-age.ts';

const day = (text: string): number => Date.parse(`${text}T10:00:00Z`);

describe('the reminder of the company secret', () => {
  it.each([
    ['2027-03-30', null], ['2027-03-31', 'tenMonths'], ['2027-04-29', 'tenMonths'], ['2027-04-30', 'elevenMonths'],
    ['2027-05-16', 'elevenMonths'], ['2027-05-17', 'twoWeeks'], ['2027-05-30', 'twoWeeks'], ['2027-05-31', 'over'], ['2029-01-01', 'over'],
  ])('for one of 31 May 2026 is on %s: %s', (on, level) => {
    expect(secretReminder(day('2026-05-31'), day(on))).toEqual(level === null ? null : { level, endsAt: day('2027-05-31') });
  });

  it('ends on the last day of a shorter month', () => {
    expect(secretEndsAt(day('2028-02-29'))).toBe(day('2029-02-28'));
  });

  it('is none when the clock was set back before the secret was stored', () => {
    expect(secretReminder(day('2026-05-31'), day('2020-01-01'))).toBeNull();
  });
});
