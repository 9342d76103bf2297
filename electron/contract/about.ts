import { z } from 'zod';

/** Longest text of one licence, in characters. */
const LONGEST_LICENCE = 60_000;
const version = z.string().max(40);
const licenceText = z.string().min(1).max(LONGEST_LICENCE);

export const aboutViewSchema = z.strictObject({
  program: version,
  /** Null where the program runs without them. */
  electron: version.nullable(),
  chrome: version.nullable(),
  node: version,
  /** Our own licence. */
  licence: licenceText,
  /** What is part of the program, by name. `licence`: as its maker calls it. */
  packages: z.array(z.strictObject({ name: z.string().max(200), licence: z.string().max(100), text: licenceText })).min(1).max(500),
});
/** What the program is, and under which licences it and its parts are. */
export type AboutView = z.infer<typeof aboutViewSchema>;
