import type { Clock, HttpPort } from '../../oauth/ports.ts';
import { readClock, readDateHeader, type ClockReading } from '../../readiness/clock-check.ts';

/** Reads the server's clock from answers that come anyway. */
export interface ClockWatch {
  readonly http: HttpPort;
  /** Both clocks at the last answer; null: there was none. */
  reading(): ClockReading | null;
}

/** An HTTP port that looks at the `Date` header of what passes. */
export function watchClock(http: HttpPort, clock: Clock): ClockWatch {
  let reading: ClockReading | null = null;
  const send: HttpPort['send'] = async (request, isWanted) => {
    const sentAt = clock.now();
    const outcome = await http.send(request, isWanted);
    if (outcome.kind === 'answer') reading = readClock(sentAt, clock.now(), readDateHeader(outcome.headers['date']));
    return outcome;
  };
  return { http: { send }, reading: () => reading };
}
