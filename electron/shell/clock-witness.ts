import type { ClockStanding } from '../contract/consent.ts';
import type { Clock, HttpOutcome, HttpPort } from '../oauth/ports.ts';

/** Compares the laptop's clock with the `Date` of what servers answer (RFC 9110 §6.6.1). */
export interface ClockWitness {
  /** The port, overheard. */
  over<Port extends HttpPort>(http: Port): Port;
  standing(): ClockStanding;
}

/** Milliseconds the clock may differ (L-58). */
const TOLERANCE = 5 * 60 * 1000;
/** Milliseconds for which what a server said counts. */
const FRESH = 60 * 60 * 1000;

/** A witness that has heard nothing yet. */
export function createClockWitness(clock: Clock): ClockWitness {
  let heard: { readonly at: number; readonly agreed: boolean } | null = null;
  const hear = (outcome: HttpOutcome): HttpOutcome => {
    const told = outcome.kind === 'answer' ? Date.parse(outcome.headers['date'] ?? '') : Number.NaN;
    const at = clock.now();
    if (!Number.isNaN(told)) heard = { at, agreed: Math.abs(at - told) <= TOLERANCE };
    return outcome;
  };
  return {
    over: (http) => ({ ...http, send: async (request, isWanted) => hear(await http.send(request, isWanted)) }),
    standing: () => {
      // A clock that was set back since then makes the sighting worthless.
      const age = heard ? clock.now() - heard.at : Number.NaN;
      if (!heard || !(age >= 0 && age <= FRESH)) return 'unconfirmed';
      return heard.agreed ? 'confirmed' : 'wrong';
    },
  };
}
