import type { KnownOpen } from './verdict.ts';

/**
 * Goals of the table that are not met yet, with their figure of the last full run: a size as it is, a time at the upper end of its spread.
 * `npm run bench:check` fails when one gets worse, and says so when one is met: its line is to be taken out then. docs/performance.md says
 * what would change each.
 */
export const knownOpen: readonly KnownOpen[] = [
  { id: 'start.small', figure: 32, because: 'Reading and evaluating zod, electron-store and the schemas of the preferences; the words of the menu in six languages.' },
  { id: 'start.large', figure: 31, because: 'As start.small: nothing of it grows with the book any more.' },
  { id: 'useful.ratio', figure: 4.5, because: '355 KB of script where the React page has 190, and two or three frames more until the rows are painted.' },
  { id: 'useful.start', figure: 2.9, because: 'As useful.ratio, and main reads the larger half of itself and opens storage meanwhile.' },
  { id: 'huge.main', figure: 130, because: 'Main reads its larger half in one piece while the window is open already; a book of 1,000 has 80 to 100 ms of the same. The book itself takes 7 ms at a time.' },
  { id: 'huge.task', figure: 340, because: 'The first drawing of the list, while main works at its order on the second core; not found out further.' },
];
