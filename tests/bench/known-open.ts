import type { KnownOpen } from './verdict.ts';

/**
 * Goals of the table that are not met yet, with their figure of the last full run: a size as it is, a time at the upper end of its spread.
 * `npm run bench:check` fails when one gets worse, and says so when one is met: its line is to be taken out then. docs/performance.md says
 * what would change each.
 */
export const knownOpen: readonly KnownOpen[] = [
  { id: 'script.gzip', figure: 135.5, because: 'The files with React and the list, with i18next and with the whole catalogue are nearly all of it (docs/performance.md).' },
  { id: 'save.raw', figure: 7.3, because: 'One commit writes eight pages of the log where the raw write writes one.' },
  { id: 'open.time', figure: 246, because: 'The integrity check reads the whole file and every record is opened, before the window.' },
  { id: 'open.memory', figure: 24.9, because: 'SQLite keeps pages of a file that was read whole; JavaScript holds 1 MB of it.' },
  { id: 'start.small', figure: 105, because: 'Evaluating main.cjs, and opening the workplace before the window is asked for.' },
  { id: 'start.large', figure: 402, because: 'As open.time.' },
  { id: 'paint.ratio', figure: 9.9, because: 'A skeleton of backgrounds is no content: the first text comes with React.' },
  { id: 'useful.ratio', figure: 4.5, because: 'As script.gzip, and two questions to main before the first drawing.' },
  { id: 'useful.start', figure: 5.6, because: 'As useful.ratio, and the order of all sites is made for the first page.' },
  { id: 'list.key', figure: 18.3, because: 'Three looks at all rows, then a hundred rows over the contract to show twelve.' },
  { id: 'huge.main', figure: 7642, because: 'The order of 100,000 sites is made in one piece.' },
  { id: 'huge.task', figure: 380, because: 'The first drawing of the window, on a machine that was busy; a book of 1,000 has one of half the length.' },
  { id: 'renew.watched', figure: 5.4, because: 'Four hints for each renewal, each with the whole list in numbers.' },
];
