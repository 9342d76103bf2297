/** A line of a day list that can be taken: who, where and when. `visit` as the site book writes it, '' for none. */
export interface ReadLine {
  /** Where it begins in the file, from 1, and how many lines of text it takes. */
  readonly line: number;
  readonly height: number;
  readonly name: string;
  readonly address: string;
  readonly customerName: string;
  readonly visit: string;
  /** An appointment that repeats: only the day in the file is meant. */
  readonly repeats: boolean;
}

/** Why a line cannot be taken. `quote`: a quotation mark is never closed. `damaged`: an appointment that cannot be read. */
export type WrongReason = 'nothing' | 'day' | 'time' | 'tooLong' | 'quote' | 'damaged' | 'cancelled';

/** A line that cannot be taken, with the words it is known by. */
export interface WrongLine extends Pick<ReadLine, 'line' | 'height'> {
  readonly reason: WrongReason;
  readonly text: string;
}

/** What a file says. Every line of a table is accounted for: taken, wrong, blank, or up to the heads of the columns. */
export interface Reading {
  readonly lines: readonly ReadLine[];
  readonly wrong: readonly WrongLine[];
  readonly blank: number;
  readonly heads: number;
}

/** Why a file is no day list. */
export type RefusedReason = 'tooLarge' | 'unreadable' | 'notText' | 'empty' | 'noColumns' | 'noEvents' | 'tooMany';

/** What came of a file. */
export type DayListResult = { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly reason: RefusedReason };

/** A file that is no day list. */
export const refused = (reason: RefusedReason): DayListResult => ({ ok: false, reason });

/** One line of words: what cannot be shown or stored becomes a space. */
export function clean(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF\s]+/gu, ' ').trim();
}

/** Longest texts that the site book takes. */
const LONGEST = { name: 200, address: 300, customerName: 200 } as const;

type Found = Omit<ReadLine, 'height' | 'line'>;
type Place = Pick<ReadLine, 'line' | 'height'>;

/** Decides on one line by what was found in it. A line without a name is called after its customer, or else after its place. */
export function judged(place: Place, found: Found | { readonly reason: WrongReason; readonly text: string }): ReadLine | WrongLine {
  if ('reason' in found) return { ...place, reason: found.reason, text: found.text.slice(0, 120) };
  const name = found.name || found.customerName || found.address;
  const line = { ...place, ...found, name };
  if (name === '') return { ...place, reason: 'nothing', text: '' };
  const isTooLong = name.length > LONGEST.name || found.address.length > LONGEST.address || found.customerName.length > LONGEST.customerName;
  return isTooLong ? { ...place, reason: 'tooLong', text: name.slice(0, 120) } : line;
}

/** Puts what was decided in two heaps. */
export function sorted(judgements: readonly (ReadLine | WrongLine)[]): Pick<Reading, 'lines' | 'wrong'> {
  return {
    lines: judgements.flatMap((each) => ('reason' in each ? [] : [each])),
    wrong: judgements.flatMap((each) => ('reason' in each ? [each] : [])),
  };
}
