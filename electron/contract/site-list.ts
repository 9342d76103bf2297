import { z } from 'zod';
import { LARGEST_PAGE, siteFilters, siteGroups } from './site-groups.ts';
import { appointmentSchema, calendarDaySchema } from './visit-facts.ts';
import { siteRowSchema } from './views.ts';

const count = z.number().int().nonnegative();

export const siteQuestionSchema = z.strictObject({
  /** Words; a site is found when each of them is in its name, address or customer, in any case and without accents. */
  query: z.string().max(200),
  /** All when left out. */
  filter: z.enum(siteFilters).optional(),
  offset: count,
  limit: z.number().int().min(1).max(LARGEST_PAGE),
  /** A site whose place in the list is wanted. */
  about: z.string().min(1).max(64).optional(),
});

export const listedSiteSchema = siteRowSchema.extend({
  group: z.enum(siteGroups),
  /** The next or last visit. */
  visit: appointmentSchema,
  /** The papers of a linked site were not handed over yet. */
  handOverOpen: z.boolean(),
  /** The last day of a contract that ends soon or is past its end; '' when there is nothing to do about it. */
  contractEndsOn: calendarDaySchema,
});
/** One row of the list of sites. */
export type ListedSite = z.infer<typeof listedSiteSchema>;

export const siteListSchema = z.strictObject({
  rows: z.array(listedSiteSchema).max(LARGEST_PAGE),
  /** How many sites match search and filter. */
  total: count,
  /** The groups these sites are in, in their order, none of them empty. */
  groups: z.array(z.strictObject({ group: z.enum(siteGroups), count })),
  /** How many sites each filter would show with this search. */
  counts: z.strictObject({ all: count, needsMe: count, dueSoon: count, handOverOpen: count, contractEnding: count }),
  /** The place of the site asked about, from 0; null when it does not match. */
  position: count.nullable(),
});
/** One page of the list of sites, and the whole of it in numbers. */
export type SiteList = z.infer<typeof siteListSchema>;
