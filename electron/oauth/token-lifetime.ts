import type { JsonObject } from './json.ts';

/** Legrand's documented life of an access token (spec 1.2), taken when the answer does not say anything sensible. */
export const DEFAULT_LIFETIME_SECONDS = 3600;
const LONGEST_LIFETIME_SECONDS = 366 * 24 * 60 * 60;

/**
 * When the access token ends, in milliseconds since 1970-01-01 UTC: `expires_on` (epoch seconds) if sensible, else
 * `now` + `expires_in`, else `now` + 3600 s (spec 2.3). Each may be a number or a text; sensible is later than now and at most a year ahead.
 */
export function accessTokenExpiresAt(answer: JsonObject, now: number): number {
  const expiresOn = seconds(answer['expires_on']);
  const fromDate = expiresOn === null ? null : expiresOn - now / 1000;
  const lifetime = sensible(fromDate) ?? sensible(seconds(answer['expires_in'])) ?? DEFAULT_LIFETIME_SECONDS;
  return Math.floor(now + lifetime * 1000);
}

function seconds(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*\d{1,15}(\.\d{1,9})?\s*$/.test(value) ? Number(value) : null;
}

function sensible(lifetime: number | null): number | null {
  return lifetime !== null && lifetime > 0 && lifetime <= LONGEST_LIFETIME_SECONDS ? lifetime : null;
}
