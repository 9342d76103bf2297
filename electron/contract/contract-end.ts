import { z } from 'zod';

const siteId = z.strictObject({ siteId: z.string().min(1).max(64) });

/** Calls about the end of a contract, without their answers: those that change a site answer with it. */
export const contractArguments = {
  /** Whether the customer has the papers. */
  handoverDone: siteId.extend({ done: z.boolean() }),
  /** Whether the company is no guest in the customer's Legrand app any more. */
  guestRemoved: siteId.extend({ removed: z.boolean() }),
  siteId,
} as const;
