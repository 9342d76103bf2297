import type { Problem } from '../contract/problems.ts';

/** Both clocks at one moment, in milliseconds since 1970-01-01 UTC. */
export interface ClockReading {
  readonly laptopAt: number;
  readonly serverAt: number;
}

/** Above this many milliseconds the laptop's clock is wrong (L-58). */
export const CLOCK_TOLERANCE = 5 * 60 * 1000;

/** Whether both clocks agree well enough. */
export function isClockRight({ laptopAt, serverAt }: ClockReading): boolean {
  return Math.abs(laptopAt - serverAt) <= CLOCK_TOLERANCE;
}

/** A `Date` header in milliseconds since 1970-01-01 UTC; null: there is none, or it makes no sense (RFC 9110 §6.6.1). */
export function readDateHeader(value: string | undefined): number | null {
  const at = Date.parse(value ?? '');
  return Number.isFinite(at) && at >= 0 ? at : null;
}

/** Compares the middle of a request, sent at `sentAt` and answered at `answeredAt`, with what its answer said. */
export function readClock(sentAt: number, answeredAt: number, serverAt: number | null): ClockReading | null {
  return serverAt === null ? null : { laptopAt: Math.round((sentAt + answeredAt) / 2), serverAt };
}

/** L-58 with both times and the time zone when the laptop's clock is more than five minutes off. */
export function judgeClock(reading: ClockReading, timeZone: string): Problem | null {
  if (isClockRight(reading)) return null;
  return { code: 'L-58', laptopAt: Math.max(0, reading.laptopAt), serverAt: reading.serverAt, timeZone: timeZone.slice(0, 60) };
}
