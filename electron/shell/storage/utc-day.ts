/** Letters of a day in ISO 8601. */
const DAY_LETTERS = 10;

/** The day of the calendar in UTC, as `2026-11-30`; `at` in milliseconds since 1970-01-01 UTC. What happens once a day is counted by it, wherever the laptop travels. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, DAY_LETTERS);
}
