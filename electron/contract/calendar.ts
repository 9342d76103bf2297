const DAY = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** Days before its end from which on a contract is spoken of. */
export const CONTRACT_REMINDER_DAYS = 60;

/** The day of the calendar at `at` (milliseconds since 1970-01-01 UTC) where this laptop is, as `YYYY-MM-DD`. */
export function calendarDay(at: number): string {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whole days from one day of the calendar to another (both `YYYY-MM-DD`), below 0 when `to` comes first. Summer time plays no part in it. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
