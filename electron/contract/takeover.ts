import { z } from 'zod';
import { consentSchema } from './consent.ts';
import { checkItemSchema, photoViewSchema } from './visit.ts';
import { visitFactsSchema } from './visit-facts.ts';
import { historyEvents, siteFormSchema } from './views.ts';
import { MOST_CHECKS, MOST_PHOTOS } from './visit-limits.ts';

const instant = z.number().int().nonnegative();
const MOST_EVENTS = 20_000;
const MOST_CONSENTS = 1000;

/** The name of the format and its version, in `manifest.json`. */
export const TAKEOVER_FORMAT = 'liaison-takeover';
export const TAKEOVER_VERSION = 1;
/** Most sites of one file. */
export const MOST_TAKEN = 100_000;

export const takeoverSiteSchema = z.strictObject({
  ...siteFormSchema.shape,
  ...visitFactsSchema.shape,
  /** The same on every laptop, so that a site is not taken over twice. */
  id: z.uuid(),
  createdAt: instant,
  history: z.array(z.strictObject({ at: instant, event: z.enum(historyEvents), who: z.string().max(200) })).max(MOST_EVENTS),
  consents: z.array(consentSchema.extend({ agreed: z.boolean() })).max(MOST_CONSENTS),
  checks: z.array(checkItemSchema).max(MOST_CHECKS),
  photos: z.array(photoViewSchema.omit({ isMissing: true }).extend({ bytes: z.number().int().positive(), sha256: z.string().regex(/^[\da-f]{64}$/u) })).max(MOST_PHOTOS),
});
/** One site as it travels: everything the book knows of it, and nothing of its link. No member can hold a secret. */
export type TakeoverSite = z.infer<typeof takeoverSiteSchema>;

export const takeoverManifestSchema = z.strictObject({
  format: z.literal(TAKEOVER_FORMAT),
  version: z.literal(TAKEOVER_VERSION),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  program: z.string().max(40),
  companyName: z.string().max(200),
  /** Every other file in the container. */
  files: z.array(z.strictObject({ name: z.string().regex(/^(?:sites\/[\da-f-]{36}\.json|photos\/[\da-f-]{36}\.jpg)$/u), bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[\da-f]{64}$/u) })).max(MOST_TAKEN * (MOST_PHOTOS + 1)),
});
/** What a takeover file says it holds. */
export type TakeoverManifest = z.infer<typeof takeoverManifestSchema>;

export const takeoverPreviewSchema = z.strictObject({
  madeAt: instant,
  companyName: z.string().max(200),
  sites: z.number().int().nonnegative(),
  /** Those that the book has already; they are left as they are. */
  known: z.number().int().nonnegative(),
  photos: z.number().int().nonnegative(),
  /** The first ones, for the eye. */
  names: z.array(z.string().max(200)).max(12),
});
/** What taking a file over would do. */
export type TakeoverPreview = z.infer<typeof takeoverPreviewSchema>;
