import type { KnownOpen } from './verdict.ts';

/**
 * Goals of the table that are not met yet, with their figure of the last full run. `npm run bench:check` fails when one gets worse, and
 * says so when one is met: its line is to be taken out then.
 */
export const knownOpen: readonly KnownOpen[] = [];
