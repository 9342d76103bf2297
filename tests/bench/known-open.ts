import type { KnownOpen } from './verdict.ts';

/**
 * Goals of the table that are not met yet, with their figure of the last full run: a size as it is, a time at the upper end of its spread.
 * `npm run bench:check` fails when one gets worse, and says so when one is met: its line is to be taken out then. docs/performance.md says
 * what would change each.
 */
export const knownOpen: readonly KnownOpen[] = [
  { id: 'useful.start', figure: 2.4, because: 'Main reads its larger half, opens storage and makes the order of the list meanwhile; the page with one word waits for nothing.' },
];
