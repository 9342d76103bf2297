import type { ClockStanding } from '../contract/consent.ts';
import { isLoopback } from '../oauth/endpoints.ts';
import type { Clock, HttpPort } from '../oauth/ports.ts';
import { isClockRight, type ClockReading } from '../readiness/clock-check.ts';
import { watchClock } from './readiness/clock-watch.ts';

/** Compares the laptop's clock with the `Date` of what servers answer (RFC 9110 §6.6.1). */
export interface ClockWitness {
  /** The port, overheard. */
  over<Port extends HttpPort>(http: Port): Port;
  standing(): ClockStanding;
}

/** Milliseconds for which what a server said counts. */
const FRESH = 60 * 60 * 1000;

/** A witness that has heard nothing yet. */
export function createClockWitness(clock: Clock): ClockWitness {
  let heard: ClockReading | null = null;
  return {
    over: (http) => ({
      ...http,
      send: async (request, isWanted) => {
        // A server on this computer has the very clock that is in question.
        if (isLoopback(request.url)) return http.send(request, isWanted);
        const watch = watchClock(http, clock);
        const outcome = await watch.http.send(request, isWanted);
        heard = watch.reading() ?? heard;
        return outcome;
      },
    }),
    standing: () => {
      // A clock that was set back since then makes the sighting worthless.
      const age = heard ? clock.now() - heard.laptopAt : Number.NaN;
      if (!heard || !(age >= 0 && age <= FRESH)) return 'unconfirmed';
      return isClockRight(heard) ? 'confirmed' : 'wrong';
    },
  };
}
