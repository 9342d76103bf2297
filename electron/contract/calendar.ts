/** Days of the calendar as `YYYY-MM-DD`, in the laptop's own time zone: a visit is on a day as the people on site count it. */

/** Days before its end from which on a contract is spoken of. */
export const CONTRACT_REMINDER_DAYS = 60;

/** Years after the end of a contract when a person may be asked whether to erase the customer's file; 0: never. */
export const ERASE_ASK_YEARS = [0, 1, 3, 5, 10] as const;

const two = (number: number): string => String(number).padStart(2, '0');

/** The day at the instant `at` (milliseconds since 1970-01-01 UTC), where this laptop is. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Midnight UTC of a day, for counting days without the hours that summer time takes. */
const startInUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day `days` after `day`. */
export function daysAfter(day: string, days: number): string {
  return new Date(startInUtc(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days from one day to the other; below 0 when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startInUtc(to) - startInUtc(from)) / 86_400_000);
}

/** The first instant after the day that `at` lies in, where this laptop is; both in milliseconds since 1970-01-01 UTC. */
export function endOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

/** Whether `year-month-day` is a day that exists. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `YYYY-MM-DD` of a day that exists; null for one that does not. */
export function writtenDay(year: number, month: number, day: number): string | null {
  return isDay(year, month, day) ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` : null;
}

/** `HH:MM`; null for a time of day that does not exist. */
export function writtenTime(hours: number, minutes: number): string | null {
  return hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 ? `${two(hours)}:${two(minutes)}` : null;
}

/** When a file that ended at `endedAt` is to be looked at again: the same day `years` later, at its beginning; a 29 February may become 1 March. Milliseconds since 1970-01-01 UTC. */
export function yearsAfter(endedAt: number, years: number): number {
  const date = new Date(endedAt);
  return new Date(date.getFullYear() + years, date.getMonth(), date.getDate()).getTime();
}
