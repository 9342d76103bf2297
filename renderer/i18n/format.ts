const DAY = 86_400_000;

/**
 * Where each language's dates and numbers come from: the country most of its readers work in. English writes them the European way, because
 * that is where the program is used.
 */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', it: 'it-IT', de: 'de-DE', es: 'es-ES', nl: 'nl-NL' };
/** The language tag with the country whose dates and numbers are used. */
export const regional = (language: string): string => REGIONS[language] ?? language;

/** Keeps a formatter for each language: making one takes as long as drawing the row it is for. None of dates: it would keep the time zone it was made in. */
function kept<Format>(make: (tag: string) => Format): (language: string) => Format {
  const made = new Map<string, Format>();
  return (language) => {
    const format = made.get(language) ?? make(regional(language));
    made.set(language, format);
    return format;
  };
}

const relative = kept((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
const whole = kept((tag) => new Intl.NumberFormat(tag));

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `at` seen from `now`, both in milliseconds since 1970-01-01 UTC, for example "2 days ago". */
export function relativeTime(at: number, now: number, language: string): string {
  const format = relative(language);
  const difference = at - now;
  const unit = UNITS.find(([, length]) => Math.abs(difference) >= length);
  return unit ? format.format(Math.trunc(difference / unit[1]), unit[0]) : format.format(0, 'second');
}

/** A day, for example "2 Sept 2026"; `at` in milliseconds since 1970-01-01 UTC. */
export function shortDate(at: number, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** A day and a time; `at` in milliseconds since 1970-01-01 UTC. */
export function dateTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A time of day; `at` in milliseconds since 1970-01-01 UTC. */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { timeStyle: 'short' }).format(at);
}

/** A length of time in milliseconds, for example "1 min 12 sec". */
export function duration(milliseconds: number, language: string): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const unit = (value: number, name: string): string => new Intl.NumberFormat(regional(language), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const parts = seconds < 60 ? [unit(seconds, 'second')] : [unit(Math.floor(seconds / 60), 'minute'), unit(seconds % 60, 'second')];
  return new Intl.ListFormat(regional(language), { style: 'narrow', type: 'unit' }).format(parts);
}

/** A whole number, for example "10,000". */
export function wholeNumber(number: number, language: string): string {
  return whole(language).format(number);
}

/** Names in a list, for example "Salon, Entrée". */
export function nameList(names: readonly string[], language: string): string {
  return new Intl.ListFormat(regional(language), { style: 'short', type: 'unit' }).format(names);
}

/** Whole days from `now` to `at` (both milliseconds since 1970-01-01 UTC), never below 0; a begun day counts. */
export function daysUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / DAY));
}

/** Whole days that passed from `at` to `now`, never below 0. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY));
}
