import { z } from 'zod';
import { readyLineSchema } from '../../contract/readiness.ts';

const instant = z.number().int().nonnegative();

const storedReadinessSchema = z.object({
  stamp: z.object({ at: instant, network: z.string().max(160).nullable(), fingerprint: z.string().max(64), lines: z.array(readyLineSchema) }).nullable(),
  /** The last real return, and for which redirect URI. */
  proof: z.object({ at: instant, cold: z.boolean(), redirectUri: z.string().max(2000) }).nullable(),
  /** A test that goes on while the program is closed. Only the hash of its number is kept. */
  pending: z.object({ hash: z.string().length(64), startedAt: instant, redirectUri: z.string().max(2000) }).nullable(),
});
/** What Ready for site keeps between two runs of the program, once for each mode. */
export type StoredReadiness = z.infer<typeof storedReadinessSchema>;

/** Nothing was checked yet. */
export const NOTHING_STORED: StoredReadiness = { stamp: null, proof: null, pending: null };

/** What was kept; as if nothing had been checked yet, when it makes no sense. */
export function readStored(value: unknown): StoredReadiness {
  const parsed = storedReadinessSchema.safeParse(value);
  return parsed.success ? parsed.data : NOTHING_STORED;
}
