import type { SecretReminder } from '../contract/secret-reminder.ts';

/** When a secret that was set at `setAt` has lived its year (spec 2.3): the same day a year later. Milliseconds since 1970-01-01 UTC. */
export function secretEndsAt(setAt: number): number {
  return monthsAfter(setAt, 12);
}

/** The reminder that is due for a secret set at `setAt`: 10, 11 and 11.5 months after, and when the year is over; null before. */
export function secretReminder(setAt: number, now: number): SecretReminder | null {
  const endsAt = secretEndsAt(setAt);
  const level = levels(setAt, endsAt).findLast(([, from]) => now >= from)?.[0];
  return level ? { level, endsAt } : null;
}

const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;

function levels(setAt: number, endsAt: number): readonly (readonly [SecretReminder['level'], number])[] {
  return [['tenMonths', monthsAfter(setAt, 10)], ['elevenMonths', monthsAfter(setAt, 11)], ['twoWeeks', endsAt - FORTNIGHT], ['over', endsAt]];
}

/** The same day of the month `months` later, or that month's last day where it is shorter. */
function monthsAfter(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
