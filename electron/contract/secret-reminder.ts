import { z } from 'zod';

export const secretReminderSchema = z.strictObject({
  /** 10, 11 and 11.5 months after the secret was stored, and a year after. */
  level: z.enum(['tenMonths', 'elevenMonths', 'twoWeeks', 'over']),
  /** When Legrand ends the secret at the latest: a year after it was stored here. Milliseconds since 1970-01-01 UTC. */
  endsAt: z.number().int().nonnegative(),
});
/** A reminder that the company's secret lives one year (spec 2.3). */
export type SecretReminder = z.infer<typeof secretReminderSchema>;
