/** A pause longer than this is taken as a mistake of the server and cut: quotas are counted per day (spec 2.5). */
export const LONGEST_PAUSE_SECONDS = 24 * 60 * 60;

/**
 * The pause a `Retry-After` header asks for (RFC 9110 §10.2.3: seconds, or an HTTP date compared with `now`), in whole
 * seconds from 0 to one day; null when it is absent or unreadable. `now` in milliseconds since 1970-01-01 UTC; null: dates are not read.
 */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>, now: number | null): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), LONGEST_PAUSE_SECONDS);
  const date = now !== null && /^[A-Z][a-z]+, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  if (now === null || Number.isNaN(date)) return null;
  return Math.min(Math.max(Math.ceil((date - now) / 1000), 0), LONGEST_PAUSE_SECONDS);
}
