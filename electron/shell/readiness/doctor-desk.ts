import { failure, success, type Result } from '../../contract/result.ts';
import type { BrowserAnswer, DoctorReport } from '../../contract/readiness.ts';
import type { CompanyProfile } from '../../oauth/company-profile.ts';
import type { Clock, HttpPort } from '../../oauth/ports.ts';
import { judgeClock, type ClockReading } from '../../readiness/clock-check.ts';
import { judge } from '../../readiness/doctor.ts';
import { examine, neededHosts, type Examination } from '../../readiness/examine.ts';
import { nameNetwork } from '../../readiness/network-name.ts';
import type { DoctorProbes } from '../../readiness/ports.ts';
import type { Mode } from '../workplace.ts';

/** What the doctor works with. `patience`: milliseconds for one read. */
export interface DoctorParts {
  readonly probes: DoctorProbes;
  readonly http: HttpPort;
  readonly clock: Clock;
  readonly patience: number;
  profile(): CompanyProfile | null;
  timeZone(): string;
  /** What was found in one mode says nothing in the other. */
  mode(): Mode;
  changed(): void;
}

/** Network doctor: finds out why Legrand is not reached, and remembers it while the program runs. */
export interface Doctor {
  /** Fails with L-67 without credentials: only they say which hosts are needed. Callers at the same time share one examination. */
  run(): Promise<Result<DoctorReport>>;
  view(): DoctorReport | null;
  /** Both clocks, as the last examination read them. */
  clock(): ClockReading | null;
  /** What a person sees in the browser; fails with L-81 before any examination. */
  answer(answer: BrowserAnswer): Result<DoctorReport>;
}

interface Known {
  readonly mode: Mode;
  readonly report: DoctorReport;
  readonly clock: ClockReading | null;
}

function reportOf({ probes, clock, timeZone }: DoctorParts, profile: CompanyProfile, found: Examination): DoctorReport {
  const { problem, asksPerson } = judge(found.steps, found.clock && judgeClock(found.clock, timeZone()), null);
  return {
    at: clock.now(), problem, asksPerson, answer: null, steps: [...found.steps], proxy: found.proxy, issuer: found.issuer,
    network: nameNetwork(probes.addresses(), probes.nameServers()).label,
    hosts: neededHosts(profile).map(({ host, port, use }) => ({ host, port, use })),
  };
}

function answered({ timeZone }: DoctorParts, { report, clock }: Known, answer: BrowserAnswer): DoctorReport {
  return { ...report, ...judge(report.steps, clock && judgeClock(clock, timeZone()), answer), answer };
}

/** A doctor who has not looked yet. */
export function createDoctor(parts: DoctorParts): Doctor {
  let found: Known | null = null;
  const known = (): Known | null => (found?.mode === parts.mode() ? found : null);
  let running: Promise<Result<DoctorReport>> | null = null;
  const look = async (profile: CompanyProfile): Promise<Result<DoctorReport>> => {
    const mode = parts.mode();
    const examination = await examine(parts, profile);
    found = { mode, report: reportOf(parts, profile, examination), clock: examination.clock };
    parts.changed();
    return success(found.report);
  };
  return {
    run: async () => {
      const profile = parts.profile();
      if (!profile) return failure({ code: 'L-67' });
      running ??= look(profile).finally(() => {
        running = null;
      });
      return running;
    },
    view: () => known()?.report ?? null,
    clock: () => known()?.clock ?? null,
    answer: (answer) => {
      const asked = known();
      if (!asked) return failure({ code: 'L-81', reason: 'notExamined' });
      found = { ...asked, report: answered(parts, asked, answer) };
      parts.changed();
      return success(found.report);
    },
  };
}
