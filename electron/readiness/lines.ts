import type { Problem, ProblemCode } from '../contract/problems.ts';
import type { Battery, DoctorReport, ReadyFacts, ReadyLine, ReadyLineId } from '../contract/readiness.ts';
import type { ProfileTest } from '../contract/views.ts';
import { judgeClock, type ClockReading } from './clock-check.ts';

/** Below this share of its charge the battery is too low for linking (L-65). */
const LOW_BATTERY = 0.1;
/** What L-62 asks to be free, in bytes. */
const ENOUGH_SPACE = 200 * 1024 * 1024;

/** Trouble on the way: it says nothing of what was to be looked at. */
const ON_THE_WAY: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['L-07', 'L-09', 'L-10', 'L-44', 'L-50', 'L-51', 'L-52', 'L-53', 'L-54', 'L-55', 'L-56', 'L-57']);

function line(id: ReadyLineId, problem: Problem | null, facts: ReadyFacts = {}): ReadyLine {
  return { id, verdict: problem ? 'problem' : 'ok', problem, facts };
}

/** A line that nobody could look at; `problem`: what stood in the way, if that is known. */
export function cannotCheck(id: ReadyLineId, problem: Problem | null = null, facts: ReadyFacts = {}): ReadyLine {
  return { id, verdict: 'cannotCheck', problem, facts };
}

/** The company's credentials by their last test, which has just been made. */
export function credentialsLine(test: ProfileTest): ReadyLine {
  if (test.problem && ON_THE_WAY.has(test.problem.code)) return cannotCheck('credentials', test.problem);
  return test.verdict === 'silent' ? cannotCheck('credentials', null, { silent: true }) : line('credentials', test.problem);
}

/** The way to Legrand, by what Network doctor found. */
export function networkLine({ problem }: DoctorReport): ReadyLine {
  return line('network', problem);
}

/** The laptop's clock; `offline`: why nobody could be asked for the time. */
export function clockLine(reading: ClockReading | null, timeZone: string, offline: Problem | null): ReadyLine {
  if (!reading) return cannotCheck('clock', offline);
  return line('clock', judgeClock(reading, timeZone), { laptopAt: Math.max(0, reading.laptopAt), serverAt: reading.serverAt, timeZone: timeZone.slice(0, 60) });
}

/** A battery that is nearly empty, unless it is being charged. */
export function batteryProblem(battery: Battery | null): Problem | null {
  return battery && battery.level < LOW_BATTERY && !battery.charging ? { code: 'L-65' } : null;
}

/** The battery. Null: this laptop does not say; then it counts when `onMains` says that none is in use. */
export function batteryLine(battery: Battery | null, onMains: boolean): ReadyLine {
  if (!battery) return onMains ? line('battery', null, { charging: true }) : cannotCheck('battery');
  return line('battery', batteryProblem(battery), { percent: Math.round(battery.level * 100), charging: battery.charging });
}

/** L-62 when less is free than L-62 asks for. */
export function spaceProblem(freeBytes: number | null): Problem | null {
  return freeBytes !== null && freeBytes < ENOUGH_SPACE ? { code: 'L-62', reason: 'lowSpace' } : null;
}

/** Free space where the data lie, in bytes; null: the system does not say. */
export function diskLine(freeBytes: number | null): ReadyLine {
  return freeBytes === null ? cannotCheck('disk') : line('disk', spaceProblem(freeBytes), { freeBytes });
}

/** What was written and read back; null: it worked. */
export function storageLine(problem: Problem | null): ReadyLine {
  return line('storage', problem);
}

/** What was sealed and opened again; null: it worked. */
export function keyStoreLine(problem: Problem | null): ReadyLine {
  return line('keyStore', problem);
}

/** The browser with a private window; null: nobody has looked. */
export function browserLine(browser: { readonly name: string } | null): ReadyLine {
  return browser ? line('browser', null, { browser: browser.name.slice(0, 80) }) : line('browser', { code: 'L-33' });
}

/** When a return really came, in milliseconds since 1970-01-01 UTC. `cold`: the program was closed meanwhile. */
export interface ReturnProof {
  readonly at: number;
  readonly cold: boolean;
}

/** How long a return proves the way back, in milliseconds: afterwards browsers and systems may have changed. */
export const PROOF_LASTS = 30 * 24 * 60 * 60 * 1000;

/** The way back: `route` is what the system says of it now (L-30, L-31, L-82), `proof` the last real return. */
export function returnLine(route: Problem | null, proof: ReturnProof | null, now: number): ReadyLine {
  if (route) return line('returnLink', route);
  const holds = proof !== null && now - proof.at < PROOF_LASTS;
  return holds ? line('returnLink', null, { provenAt: proof.at, cold: proof.cold }) : { id: 'returnLink', verdict: 'notTested', problem: null, facts: {} };
}
