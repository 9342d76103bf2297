import { z } from 'zod';
import { problemSchema } from './problems.ts';

const instant = z.number().int().nonnegative();
/** Three numbers; a version that is none of these is not offered. */
const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/u);
const problem = problemSchema.nullable();

export const updatesViewSchema = z.discriminatedUnion('state', [
  /** This build has no place to ask for updates, so nobody is ever asked. */
  z.strictObject({ state: z.literal('none') }),
  /** The office has switched them off in this build. */
  z.strictObject({ state: z.literal('off') }),
  /** Nothing newer is known. `checkedAt` null: not asked yet in this run. `problem`: of a check that a person asked for. */
  z.strictObject({ state: z.literal('idle'), checkedAt: instant.nullable(), problem }),
  z.strictObject({ state: z.literal('checking') }),
  /** A newer version is there; nothing was downloaded. `megabytes` null: the feed does not say. */
  z.strictObject({ state: z.literal('available'), version, megabytes: z.number().int().positive().nullable(), problem }),
  z.strictObject({ state: z.literal('downloading'), version, percent: z.number().int().min(0).max(100) }),
  /**
   * Downloaded and looked through. `wish`: what the person chose. `waiting`: it is installed when what is being renewed is done; `preparing`: the
   * program is about to close for it; `atQuit`: it is installed when the person closes the program.
   */
  z.strictObject({ state: z.literal('ready'), version, wish: z.enum(['none', 'waiting', 'preparing', 'atQuit']), problem }),
]);
/** Updates of the program as the window may know them: no address, no path. */
export type UpdatesView = z.infer<typeof updatesViewSchema>;

export const updatesPageSchema = z.strictObject({
  view: updatesViewSchema,
  /** A newer version is there and the person has not put it away. */
  isNews: z.boolean(),
});
export type UpdatesPage = z.infer<typeof updatesPageSchema>;

const none = z.undefined();

/** Calls about updates of the program. */
export const updateCalls = {
  'updates.view': { argument: none, answer: updatesPageSchema },
  /** Asks for a newer version; what became of it is in the view. L-83 while a customer signs in. */
  'updates.check': { argument: none, answer: updatesPageSchema },
  /** Begins to download what is available. L-83 while a customer signs in. */
  'updates.download': { argument: none, answer: updatesPageSchema },
  /** `now`: closes the program, installs, opens it again, and waits for renewals first. `atQuit`: when the person closes it. L-83 while a customer signs in. */
  'updates.install': { argument: z.strictObject({ when: z.enum(['now', 'atQuit']) }), answer: updatesPageSchema },
  /** Not now: ends a download, takes back a wish to install, and says nothing more of this version. */
  'updates.later': { argument: none, answer: updatesPageSchema },
} as const;
