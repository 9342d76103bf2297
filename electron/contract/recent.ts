import { z } from 'zod';

/** Most sites that are remembered as opened. */
export const MOST_RECENT = 8;

export const recentSiteSchema = z.strictObject({ id: z.string().max(64), name: z.string().max(200), address: z.string().max(300) });
/** A site that was opened lately, as it is called now. */
export type RecentSite = z.infer<typeof recentSiteSchema>;

export const recentListSchema = z.array(recentSiteSchema).max(MOST_RECENT);
