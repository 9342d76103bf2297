import type { KnownOpen } from './verdict.ts';

/**
 * Goals of the table that are not met yet, with their figure of the last full run: a size as it is, a time at the upper end of its spread.
 * `npm run bench:check` fails when one gets worse, and says so when one is met: its line is to be taken out then. docs/performance.md says
 * what would change each.
 */
export const knownOpen: readonly KnownOpen[] = [
  { id: 'useful.ratio', figure: 3.1, because: '356 KB of script where the React page has 190, and the first drawing of a whole window where that has one word.' },
  { id: 'useful.start', figure: 2.9, because: 'As useful.ratio, and main opens storage and makes the order of the list meanwhile.' },
];
