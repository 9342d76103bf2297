import { canName, columnsOf, type Columns, type Role } from './columns.ts';
import { readVisit } from './days.ts';
import { clean, judged, refused, sorted, type DayListResult, type ReadLine, type WrongLine } from './read-lines.ts';

/** One record of a table, and whether its quotation marks are closed. */
export interface TableRecord {
  readonly cells: readonly string[];
  readonly isOpen: boolean;
}

/** Splits a text into records; at most `most` of them when that is told. */
export type SplitTable = (text: string, delimiter: string, most?: number) => readonly TableRecord[];

const DELIMITERS = [';', ',', '\t'] as const;
/** The heads are looked for in this many records: above them may stand a title. */
const FIRST_RECORDS = 10;

interface Heads {
  readonly delimiter: string;
  readonly columns: Columns;
  /** How many records there are up to the heads and with them. */
  readonly records: number;
}

/** The heads of the columns, with the delimiter by which most of them are understood; null when there are none. */
export function findHeads(text: string, split: SplitTable): Heads | null {
  const candidates = DELIMITERS.flatMap((delimiter) =>
    split(text, delimiter, FIRST_RECORDS).map(({ cells }, index): Heads => ({ delimiter, columns: columnsOf(cells), records: index + 1 })));
  const fitting = candidates.filter(({ columns }) => canName(columns)).toSorted((a, b) => b.columns.size - a.columns.size);
  return fitting[0] ?? null;
}

/** How many lines of text a record takes: quoted cells may hold line ends. */
function heightOf({ cells }: TableRecord): number {
  return 1 + cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
}

const joined = (parts: readonly string[], by: string): string => parts.filter(Boolean).join(by);

function judgeRecord({ cells, isOpen }: TableRecord, columns: Columns, place: Pick<ReadLine, 'line' | 'height'>): ReadLine | WrongLine {
  const cell = (role: Role): string => clean(cells[columns.get(role) ?? -1] ?? '');
  const text = joined(cells.map((each) => clean(each)), ' · ');
  if (isOpen) return judged(place, { reason: 'quote', text });
  const town = joined([cell('postcode'), cell('city')], ' ');
  const given = cell('address') || joined([cell('street'), cell('number')], ' ');
  // A whole address has its town already.
  const address = town !== '' && given.includes(cell('city') || town) ? given : joined([given, town], ', ');
  const customerName = cell('customer') || joined([cell('firstName'), cell('lastName')], ' ');
  const when = readVisit(cell('date'), cell('time'));
  if ('wrong' in when) return judged(place, { reason: when.wrong, text });
  return judged(place, { name: cell('name'), address, customerName, visit: when.visit, repeats: false });
}

/** A spreadsheet's own first line that names the delimiter. */
const SEPARATOR_LINE = /^sep=.\n/u;

/** Reads the text of a table. `split` is the library's work; everything that is decided is decided here. */
export function readTable(whole: string, split: SplitTable): DayListResult {
  const separator = SEPARATOR_LINE.test(whole) ? 1 : 0;
  const text = separator === 1 ? whole.replace(SEPARATOR_LINE, '') : whole;
  if (text.trim() === '') return refused('empty');
  const heads = findHeads(text, split);
  if (!heads) return refused('noColumns');
  let line = 1 + separator;
  let blank = 0;
  const judgements: (ReadLine | WrongLine)[] = [];
  let above = separator;
  for (const [index, record] of split(text, heads.delimiter).entries()) {
    const height = heightOf(record);
    if (index < heads.records) above += height;
    else if (record.cells.every((cell) => cell.trim() === '')) blank += height;
    else judgements.push(judgeRecord(record, heads.columns, { line, height }));
    line += height;
  }
  return { ok: true, reading: { ...sorted(judgements), blank, heads: above } };
}
