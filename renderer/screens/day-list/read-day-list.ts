import { LARGEST_DAY_LIST, MOST_DAY_LINES } from '../../../electron/contract/day-limits.ts';
import { readCalendar, type CalendarLibrary } from './calendar-file.ts';
import { decode } from './decode.ts';
import { refused, type DayListResult } from './read-lines.ts';
import { readTable, type SplitTable } from './table.ts';

/** More lines of text than a list of 500 can need, with all its blank ones. */
const MOST_TEXT_LINES = 50_000;

/** The libraries come when a file is read, not before: most starts of the program read none. */
async function splitter(): Promise<SplitTable> {
  const { default: papa } = await import('papaparse');
  return (text, delimiter, most = 0) => {
    const { data, errors } = papa.parse<string[]>(text, { delimiter, newline: '\n', preview: most, worker: false });
    const open = new Set(errors.flatMap(({ code, row }) => (code === 'MissingQuotes' && row !== undefined ? [row] : [])));
    return data.map((cells, index) => ({ cells, isOpen: open.has(index) }));
  };
}

async function calendarLibrary(): Promise<CalendarLibrary> {
  const { default: library } = await import('ical.js');
  return library;
}

function limited(result: DayListResult): DayListResult {
  if (!result.ok) return result;
  const { lines, wrong } = result.reading;
  if (lines.length + wrong.length === 0) return refused('empty');
  return lines.length + wrong.length > MOST_DAY_LINES ? refused('tooMany') : result;
}

/** Reads a file as a day list, whatever its bytes are: `.ics` by what is in it, anything else as a table. Never throws for what a file holds. */
export async function readDayList(bytes: Uint8Array): Promise<DayListResult> {
  if (bytes.length > LARGEST_DAY_LIST) return refused('tooLarge');
  const text = decode(bytes);
  if (text === null) return refused('notText');
  if (text.trim() === '') return refused('empty');
  if (text.split('\n').length > MOST_TEXT_LINES) return refused('tooMany');
  if (/^\s*BEGIN:VCALENDAR/iu.test(text)) return limited(readCalendar(text, await calendarLibrary(), MOST_DAY_LINES));
  return limited(readTable(text, await splitter()));
}
