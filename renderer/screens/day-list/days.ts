import { dayOf, writtenDay, writtenTime } from '../../../electron/contract/calendar.ts';

/** When a visit is, as the site book writes it, '' for none; or what of it cannot be read. */
export type ReadVisit = { readonly visit: string } | { readonly wrong: 'day' | 'time' };

interface DayAndRest {
  readonly day: string;
  readonly rest: string;
}

/** Year first or day first; never month first, because no European list is written so. */
const FORMS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/u, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/u, [1, 2, 3]],
  [/^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})(?!\d)(.*)$/u, [3, 2, 1]],
];

/** Two digits mean this century. */
const wholeYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

function readDay(text: string): DayAndRest | null {
  for (const [form, [year, month, day]] of FORMS) {
    const parts = form.exec(text);
    const written = parts && writtenDay(wholeYear(parts[year] ?? ''), Number(parts[month]), Number(parts[day]));
    if (parts) return written === null ? null : { day: written, rest: parts[4] ?? '' };
  }
  return null;
}

/** `14:30`, `14.30`, `14h30`, `14 h`, `9:00 Uhr`, `2:30 pm`, `0830`, with seconds or without; null for anything else. Of a span the beginning. */
export function readTime(text: string): string | null {
  const [begin = ''] = text.toLowerCase().split(/\s*[-–—]\s*| (?:bis|to|à|tot|alle) /u);
  const parts = /^(\d{1,2})(?:(?: ?[:.h] ?| uhr )(\d{2}))?(?::\d{2}(?:\.\d+)?)? ?(am|pm|a\.m\.|p\.m\.|uhr|uur|u|h)?\.?$/u.exec(begin) ?? /^(\d{2})(\d{2})$/u.exec(begin);
  if (!parts) return null;
  const [, hours = '', minutes = '0', half = ''] = parts;
  const isHalf = /^[ap]/u.test(half);
  if (isHalf && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const whole = isHalf ? (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0) : Number(hours);
  return writtenTime(whole, Number(minutes));
}

/** An instant with its zone becomes the time on this laptop. */
function readInstant(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : localVisit(new Date(at));
}

/** A moment as the site book writes it, in the laptop's time zone. */
export function localVisit(date: Date): string {
  return `${dayOf(date.getTime())}T${writtenTime(date.getHours(), date.getMinutes()) ?? '00:00'}`;
}

/** The day in `date`, which may bring its time along, and the time in `time`. Both empty: no visit. */
export function readVisit(date: string, time: string): ReadVisit {
  if (date === '') return { visit: '' };
  const instant = readInstant(date);
  if (instant) return { visit: instant };
  // A weekday before the day says nothing more.
  const found = readDay(date.replace(/^\p{L}{2,12}\.?,? (?=\d)/u, ''));
  if (!found) return { wrong: 'day' };
  const hour = time === '' ? found.rest.replace(/^(?:T|,|\s)+/u, '').trim() : time;
  if (hour === '') return { visit: found.day };
  const written = readTime(hour);
  return written === null ? { wrong: 'time' } : { visit: `${found.day}T${written}` };
}
