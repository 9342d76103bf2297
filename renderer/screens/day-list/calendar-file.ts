import { writtenDay } from '../../../electron/contract/calendar.ts';
import { localVisit } from './days.ts';
import { clean, judged, refused, sorted, type DayListResult, type ReadLine, type WrongLine } from './read-lines.ts';

/** What is used of the calendar library; `import('ical.js')` has all of it. */
export interface CalendarLibrary {
  parse(text: string): unknown;
  readonly Component: new (jCal: never) => CalendarComponent;
}

interface CalendarComponent {
  addSubcomponent(component: CalendarComponent): unknown;
  getFirstPropertyValue(name: string): unknown;
  hasProperty(name: string): boolean;
}

interface CalendarTime {
  readonly isDate: boolean;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  toJSDate(): Date;
}

/** The lines of one part of the file, as they stand there. */
interface Block {
  readonly line: number;
  readonly height: number;
  readonly text: string;
  /** It ends where the file, or another part of its kind, begins. */
  readonly isCut: boolean;
}

/** The parts of one kind (`VEVENT`, `VTIMEZONE`), in their order. One that is not closed ends before the next. */
export function blocksOf(text: string, kind: string): readonly Block[] {
  const blocks: Block[] = [];
  let begun: { readonly line: number; readonly lines: string[] } | null = null;
  const finish = (isCut: boolean): void => {
    if (begun) blocks.push({ line: begun.line, height: begun.lines.length, text: begun.lines.join('\r\n'), isCut });
    begun = null;
  };
  for (const [index, line] of text.split('\n').entries()) {
    const said = line.trimEnd().toUpperCase();
    if (said === `BEGIN:${kind}`) {
      finish(true);
      begun = { line: index + 1, lines: [] };
    }
    (begun as { readonly lines: string[] } | null)?.lines.push(line);
    if (said === `END:${kind}`) finish(false);
  }
  finish(true);
  return blocks;
}

const isTime = (value: unknown): value is CalendarTime => typeof value === 'object' && value !== null && 'isDate' in value && 'toJSDate' in value;

/** An appointment in the time of this laptop; one of a whole day keeps its day. Null: it says no time that exists. */
function visitOf(value: unknown): string | null {
  if (!isTime(value)) return null;
  if (value.isDate) return writtenDay(value.year, value.month, value.day);
  const date = value.toJSDate();
  return Number.isNaN(date.getTime()) || date.getFullYear() > 9999 || date.getFullYear() < 1 ? null : localVisit(date);
}

function textOf(event: CalendarComponent, name: string): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? clean(value) : '';
}

/** A calendar with the file's own time zones, so that its events find them. */
function calendarWithZones(text: string, library: CalendarLibrary): CalendarComponent {
  const calendar = new library.Component(['vcalendar', [], []] as never);
  for (const block of blocksOf(text, 'VTIMEZONE').slice(0, MOST_ZONES)) {
    try {
      calendar.addSubcomponent(new library.Component(library.parse(block.text) as never));
    } catch {
      // An event of a zone that cannot be read is taken as the time it is written with.
    }
  }
  return calendar;
}

/** More time zones than any calendar of a day needs. */
const MOST_ZONES = 50;

function judgeEvent({ line, height, text, isCut }: Block, calendar: CalendarComponent, library: CalendarLibrary, allCancelled: boolean): ReadLine | WrongLine {
  const place = { line, height };
  const raw = clean(/^SUMMARY[^:\n]*:(.*)$/imu.exec(text)?.[1] ?? '');
  if (isCut) return judged(place, { reason: 'damaged', text: raw });
  try {
    const event = new library.Component(library.parse(text) as never);
    calendar.addSubcomponent(event);
    const name = textOf(event, 'summary');
    if (allCancelled || textOf(event, 'status').toUpperCase() === 'CANCELLED') return judged(place, { reason: 'cancelled', text: name });
    const visit = event.hasProperty('dtstart') ? visitOf(event.getFirstPropertyValue('dtstart')) : '';
    if (visit === null) return judged(place, { reason: 'day', text: name });
    const repeats = event.hasProperty('rrule') || event.hasProperty('rdate');
    return judged(place, { name, address: textOf(event, 'location'), customerName: '', visit, repeats });
  } catch {
    return judged(place, { reason: 'damaged', text: raw });
  }
}

/** Reads the text of a calendar: each event by itself, so that a damaged one spoils no other. At most `most` events. */
export function readCalendar(text: string, library: CalendarLibrary, most: number): DayListResult {
  const events = blocksOf(text, 'VEVENT');
  if (events.length === 0) return refused('noEvents');
  if (events.length > most) return refused('tooMany');
  const calendar = calendarWithZones(text, library);
  const allCancelled = /^METHOD:CANCEL[ \t]*$/imu.test(text);
  return { ok: true, reading: { ...sorted(events.map((event) => judgeEvent(event, calendar, library, allCancelled))), blank: 0, heads: 0 } };
}
