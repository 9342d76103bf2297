import { z } from 'zod';
import { clockStandings } from './consent.ts';
import { problemCodes } from './problems.ts';
import { readyLineIds } from './readiness.ts';

const count = z.number().int().nonnegative();
const code = z.enum(problemCodes).nullable();
/** Digits and dots with what a version may carry besides. */
const version = z.string().regex(/^\d[\w.+-]{0,39}$/u);
const instant = z.iso.datetime();

/** One line of the log, taken apart and put together again by `readLogLine`: time, event, and words of the log's own lists. */
const eventLine = z.string().max(400);

/** Most lines of the log in a support file. */
export const MOST_EVENTS = 200;

/**
 * Everything a support file can hold: the allow-list. There is no member for a name, an address, an account, a secret, a path or any other
 * free text, so none can get in. Instants as ISO 8601 in UTC.
 */
export const supportFileSchema = z.strictObject({
  format: z.literal('liaison-support-1'),
  madeAt: instant,
  program: z.strictObject({ version, electron: version.nullable(), chrome: version.nullable(), node: version, packaged: z.boolean(), mode: z.enum(['practice', 'real']) }),
  computer: z.strictObject({
    system: z.enum(['windows', 'mac', 'linux']),
    systemVersion: version,
    processor: z.enum(['x64', 'arm64', 'other']),
    /** Of the laptop's time zone against UTC. */
    timeOffsetMinutes: z.number().int().min(-840).max(840),
    clock: z.enum(clockStandings),
    /** Laptop minus server at the last check of Ready for site; null: not compared. */
    clockDifferenceSeconds: z.number().int().nullable(),
    freeMegabytes: count.nullable(),
  }),
  /** Who gets the return link of the registered scheme. */
  returnLink: z.strictObject({ route: z.enum(['scheme', 'bounce', 'loopback']).nullable(), owner: z.enum(['ours', 'other', 'none', 'unknown']) }),
  readiness: z.strictObject({
    at: instant.nullable(),
    lines: z.array(z.strictObject({ id: z.enum(readyLineIds), verdict: z.enum(['ok', 'problem', 'cannotCheck', 'notTested']), code })),
  }),
  company: z.strictObject({ set: z.boolean(), legrandHost: z.boolean(), subscriptionKey: z.boolean(), secretAgeDays: count.nullable(), problem: code }),
  storage: z.strictObject({ problem: code, notices: z.array(z.enum(problemCodes)), sites: count, links: count, due: count, uncertain: count, refusedOnce: count, signInAgain: count }),
  /** Oldest first. */
  events: z.array(eventLine).max(MOST_EVENTS),
  /** Lines of the log that were left out because they say something this program does not know. */
  eventsLeftOut: count,
});
/** What support may know of this laptop. */
export type SupportFile = z.infer<typeof supportFileSchema>;

export const supportPreviewSchema = z.strictObject({
  /** The whole file, letter by letter as it will be saved. */
  text: z.string().max(200_000),
});
