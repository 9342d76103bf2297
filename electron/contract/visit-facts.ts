import { z } from 'zod';

const instant = z.number().int().nonnegative();
const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;

/** A day of the calendar as `YYYY-MM-DD`, or '' for none. It has no time zone: a contract ends on a day, wherever the laptop is. */
export const calendarDaySchema = z.string().regex(new RegExp(`^(?:${day})?$`, 'u'));
/** A day, with the time where it is known: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, or '' for none; local time of the site. */
export const appointmentSchema = z.string().regex(new RegExp(String.raw`^(?:${day}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?$`, 'u'));

/** Longest notes of a site, in characters. */
export const LONGEST_NOTES = 10_000;

export const visitFactsSchema = z.strictObject({
  /** The next or last visit. */
  visit: appointmentSchema,
  contractEndsOn: calendarDaySchema,
  notes: z.string().max(LONGEST_NOTES),
  /** When a person said that the papers were handed over; null: not yet. */
  handedOverAt: instant.nullable(),
  /** When a person said that the contract is over and its link ended; null: it runs. */
  endedAt: instant.nullable(),
  /** When a person said that the company is no guest in the customer's Legrand app any more; null: not yet. */
  guestRemovedAt: instant.nullable(),
});
/** What is known of a site besides who and where it is. Instants in milliseconds since 1970-01-01 UTC. */
export type VisitFacts = z.infer<typeof visitFactsSchema>;

/** What a person writes down without further ado. A member left out stays as it is. */
export const visitNoteSchema = visitFactsSchema.pick({ visit: true, contractEndsOn: true, notes: true }).partial();
/** Facts to change; those that are undefined stay as they are. */
export type VisitChange = { readonly [Name in keyof VisitFacts]?: VisitFacts[Name] | undefined };
