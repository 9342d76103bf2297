import { regional } from './format.ts';

/** A day written out, for example "24 November 2026"; `at` in milliseconds since 1970-01-01 UTC. */
export function longDate(at: number, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { dateStyle: 'long' }).format(at);
}

/** A day written out with the time; `at` in milliseconds since 1970-01-01 UTC. */
export function longDateTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** A day of the calendar (`YYYY-MM-DD`) written out. It is that day in every time zone. */
export function calendarDate(day: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** The name of a language in another one, for example "French". */
export function languageName(named: string, language: string): string {
  return new Intl.DisplayNames(regional(language), { type: 'language' }).of(named) ?? named;
}
