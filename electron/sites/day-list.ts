import type { DayImport, DayTaken, Similar } from '../contract/day-list.ts';
import type { Result } from '../contract/result.ts';

/** Who and where a line of a day list is. */
export interface NameAndAddress {
  readonly name: string;
  readonly address: string;
}

/** Takes day lists into the site book. */
export interface DayListTaker {
  /** What is like each line, in the book and before it in the list; one answer per line. */
  similar(lines: readonly NameAndAddress[]): readonly Similar[];
  /** All or nothing: new sites with their visit and history (`who` took them), and visits of sites that are there. L-62 when it cannot be saved, L-81 for a site that is gone. */
  importDay(day: DayImport, at: number, who: string): Result<DayTaken>;
}

/** `folded` text without what people write differently: dots, commas, hyphens and spaces. */
export function bareWords(folded: string): string {
  return folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
