import { z } from 'zod';
import { customerLanguages } from './languages.ts';
import { MOST_DAY_LINES } from './day-limits.ts';
import { siteFormSchema } from './views.ts';
import { appointmentSchema } from './visit-facts.ts';

const id = z.string().min(1).max(64);
const { name, address, customerName } = siteFormSchema.shape;

export const dayLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), name, address, customerName, visit: appointmentSchema }),
  z.strictObject({ kind: z.literal('visit'), siteId: id, visit: appointmentSchema.min(1) }),
]);
/** One line of a day list as it is taken: a new site, or the visit of one that is in the book. */
export type DayLine = z.infer<typeof dayLineSchema>;

export const dayImportSchema = z.strictObject({ customerLanguage: z.enum(customerLanguages), lines: z.array(dayLineSchema).min(1).max(MOST_DAY_LINES) });
/** What a person chose of a day list. New sites begin with this language of the customer. */
export type DayImport = z.infer<typeof dayImportSchema>;

export const dayTakenSchema = z.strictObject({ added: z.number().int().nonnegative(), visits: z.number().int().nonnegative() });
/** How many sites were added, and how many visits were set. */
export type DayTaken = z.infer<typeof dayTakenSchema>;

export const similarQuestionSchema = z.strictObject({ lines: z.array(z.strictObject({ name: z.string().max(200), address: z.string().max(300) })).max(MOST_DAY_LINES) });

export const similarSchema = z.strictObject({
  /** A site of the book with the same name or the same address. */
  site: z.strictObject({ id, name: z.string().max(200), address: z.string().max(300), by: z.enum(['name', 'address']) }).nullable(),
  /** An earlier line of the same question with the same name or address, by its place from 0. */
  twin: z.number().int().nonnegative().nullable(),
});
/** What a line of a day list looks like; nulls: nothing in the book and nothing before it. */
export type Similar = z.infer<typeof similarSchema>;
