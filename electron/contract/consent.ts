import { z } from 'zod';
import { customerLanguages } from './languages.ts';


/**
 * Where the time of a consent comes from: always the laptop's clock. `confirmed`: a server's clock agreed within five minutes shortly
 * before. `wrong`: it differed by more. `unconfirmed`: no server was heard.
 */
export const clockStandings = ['confirmed', 'wrong', 'unconfirmed'] as const;
export type ClockStanding = (typeof clockStandings)[number];

export const consentSchema = z.strictObject({
  /** Milliseconds since 1970-01-01 UTC. */
  at: z.number().int().nonnegative(),
  /** CARD_TEXT_VERSION of the card that was read, and its language. */
  textVersion: z.string().max(20),
  language: z.enum(customerLanguages),
  clock: z.enum(clockStandings),
  /** As it stood on the site; '' when none was given. */
  customerName: z.string().max(200),
  companyName: z.string().max(200),
  /** What the link saw when it was confirmed after this consent; null: no link came of it, or homes could not be read. */
  homes: z.array(z.strictObject({ shortId: z.string().max(12), name: z.string().max(200).nullable() })).nullable(),
});
/** The customer's yes on the card, as it is kept with the site. */
export type ConsentView = z.infer<typeof consentSchema>;
