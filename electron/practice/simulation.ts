import { authorityFaults, practiceFaultCodes, type AuthorityFault, type LaptopFault, type PracticeFault } from '../contract/practice-faults.ts';
import type { Problem } from '../contract/problems.ts';
import type { Clock, HttpOutcome, HttpPort, HttpRequest } from '../oauth/ports.ts';
import { gatewayPage } from './pages.ts';

/** Which fault practice plays now. It outlives the workplace, because some faults open that anew; it does not outlive the program. */
export interface Simulation {
  fault(): PracticeFault;
  setFault(fault: PracticeFault): void;
  /** Whether this fault beside the authority is on. */
  plays(fault: LaptopFault): boolean;
  /** The part of the fault that the authority plays. */
  atAuthority(): AuthorityFault;
  /** A password was entered for the invented proxy: it lets us through from now on, until another fault is chosen. */
  enterProxyPassword(): void;
  /** What somebody who looks at the network finds now (L-50 … L-57); null: nothing is wrong with it. A wrong clock shows in the answers themselves. */
  network(): Problem | null;
  /** The sign-in page was opened. Milliseconds by which the clock of practice is ahead afterwards grow with `time.sign_in_forgotten`. */
  opened(): void;
  /** In milliseconds; 0 but for `time.sign_in_forgotten`. */
  ahead(): number;
}

/** A bit more than a sign-in waits. */
const FORGOTTEN = 10 * 60_000 + 1000;

function isAtAuthority(fault: PracticeFault): fault is AuthorityFault {
  return authorityFaults.some((known) => known === fault);
}

/** Nothing is wrong at first. */
export function createSimulation(): Simulation {
  let fault: PracticeFault = 'none';
  let ahead = 0;
  const isOffline = (): boolean => fault === 'network.offline' || fault === 'time.days_61_offline' || fault === 'time.days_83_offline';
  return {
    fault: () => fault,
    setFault: (next) => {
      fault = next;
      ahead = 0;
    },
    plays: (wanted) => fault === wanted || (wanted === 'network.offline' && isOffline()),
    atAuthority: () => (isAtAuthority(fault) ? fault : 'none'),
    enterProxyPassword: () => {
      if (fault === 'network.proxy_password') fault = 'none';
    },
    network: () => {
      if (isOffline()) return { code: 'L-50' };
      const code = fault.startsWith('network.') && fault !== 'network.clock_wrong' ? practiceFaultCodes[fault] : null;
      return code === null ? null : { code };
    },
    opened: () => {
      if (fault === 'time.sign_in_forgotten') ahead += FORGOTTEN;
    },
    ahead: () => ahead,
  };
}

const nothingSent = (failure: Extract<HttpOutcome, { kind: 'nothingSent' }>['failure']): HttpOutcome => ({ kind: 'nothingSent', failure });
const guestPage: HttpOutcome = { kind: 'answer', status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: gatewayPage() };

/** What becomes of a request before it would leave the laptop; null: it leaves. */
function outcomeOf(simulation: Simulation): HttpOutcome | null {
  if (simulation.plays('network.offline')) return nothingSent('offline');
  switch (simulation.fault()) {
    case 'network.captive_portal':
      return guestPage;
    case 'network.name_not_found':
      return nothingSent('dns');
    case 'network.proxy_password':
      return nothingSent('proxy');
    case 'network.inspected':
      return nothingSent('tls');
    case 'network.blocked':
    case 'network.app_blocked':
      return nothingSent('refused');
    case 'network.weak':
      // Without the 30 seconds that it would really take.
      return { kind: 'unknown', failure: 'timeout' };
    default:
      return null;
  }
}

/** How far the invented server's clock and ours are apart with `network.clock_wrong`, in milliseconds. */
const CLOCK_OFF = 26 * 60 * 60 * 1000;

function dated(outcome: HttpOutcome, date: number): HttpOutcome {
  return outcome.kind === 'answer' ? { ...outcome, headers: { ...outcome.headers, date: new Date(date).toUTCString() } } : outcome;
}

/** The network of practice: `http`, but for what the simulation takes away. A request that is stopped here costs nothing. */
export function simulatedHttp(http: HttpPort, simulation: Simulation, clock: Clock): HttpPort {
  return {
    async send(request: HttpRequest, isWanted) {
      const instead = isWanted?.() === false ? nothingSent('stopped') : outcomeOf(simulation);
      if (instead) return instead;
      const outcome = await http.send(request, isWanted);
      return simulation.plays('network.clock_wrong') ? dated(outcome, clock.now() + CLOCK_OFF) : outcome;
    },
  };
}

/** The clock of practice. */
export function simulatedClock(clock: Clock, simulation: Simulation): Clock {
  return { now: () => clock.now() + simulation.ahead(), after: clock.after };
}
