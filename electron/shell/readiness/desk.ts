import type { Problem } from '../../contract/problems.ts';
import type { Result } from '../../contract/result.ts';
import type { Battery, ReadinessView, ReadyLine } from '../../contract/readiness.ts';
import type { ProfileTest } from '../../contract/views.ts';
import type { Clock } from '../../oauth/ports.ts';
import {
  batteryLine, batteryProblem, browserLine, cannotCheck, clockLine, credentialsLine, diskLine, keyStoreLine, networkLine, returnLine, spaceProblem, storageLine,
} from '../../readiness/lines.ts';
import { canStartCold } from '../../readiness/loop.ts';
import type { NetworkName } from '../../readiness/network-name.ts';
import { overallOf, staleness, type Stamp } from '../../readiness/stamp.ts';
import type { Doctor } from './doctor-desk.ts';
import { withLimit } from './limit.ts';
import type { LoopTest } from './loop-test.ts';
import type { PrivateBrowser } from './private-browser.ts';
import type { StoredReadiness } from './stored.ts';

/** What Ready for site looks at. */
export interface ReadinessParts {
  readonly clock: Clock;
  readonly doctor: Doctor;
  readonly loop: LoopTest;
  readonly privateBrowser: PrivateBrowser;
  /** L-67 without credentials; L-61, L-63 when they cannot be read. */
  testCredentials(): Promise<Result<ProfileTest>>;
  redirectUri(): string | null;
  checkRoute(redirectUri: string): Promise<Result<null>>;
  /** Why links cannot be protected, opened or saved now. */
  storageProblem(): Problem | null;
  storageRoundTrip(): Problem | null;
  keyStoreRoundTrip(): Promise<Problem | null>;
  freeBytes(): number | null;
  isOnMains(): boolean;
  timeZone(): string;
  network(): NetworkName;
  load(): StoredReadiness;
  save(part: Partial<StoredReadiness>): void;
  changed(): void;
}

/** Ready for site: proves that this laptop can link, and remembers when. */
export interface Readiness {
  view(): ReadinessView;
  /** Looks at everything at once; each line has its time limit. Callers at the same time share one check. */
  run(): Promise<ReadinessView>;
  noteBattery(battery: Battery | null): void;
  /** L-65 or null, and L-62 or null, at once: for the check before a link. */
  quickProblems(): { readonly battery: Problem | null; readonly disk: Problem | null };
}

/** Milliseconds for one line. */
const LINE_LIMIT = 25_000;
/** Milliseconds for what needs no network. */
const LOCAL_LIMIT = 10_000;
const STORAGE_CODES: ReadonlySet<Problem['code']> = new Set(['L-35', 'L-62', 'L-63', 'L-66']);

/** Checks one line within its time; what takes longer cannot be checked now. */
async function within(parts: ReadinessParts, id: ReadyLine['id'], limit: number, look: () => Promise<ReadyLine>): Promise<ReadyLine> {
  return withLimit(parts.clock, limit, cannotCheck(id), look);
}

async function networkLines(parts: ReadinessParts): Promise<readonly ReadyLine[]> {
  const report = await withLimit(parts.clock, LINE_LIMIT, null, async () => parts.doctor.run());
  if (report && !report.ok) return [cannotCheck('network', report.problem), cannotCheck('clock', report.problem)];
  const network = report ? networkLine(report.value) : cannotCheck('network');
  return [network, clockLine(report ? parts.doctor.clock() : null, parts.timeZone(), network.problem)];
}

async function credentials(parts: ReadinessParts): Promise<ReadyLine> {
  const tested = await parts.testCredentials();
  return tested.ok ? credentialsLine(tested.value) : { id: 'credentials', verdict: 'problem', problem: tested.problem, facts: {} };
}

/** What the system says of the way back now; kept as a line, the proof joins it when it is shown. */
async function route(parts: ReadinessParts): Promise<ReadyLine> {
  const redirectUri = parts.redirectUri();
  // A test that waits has the way in use: it is there.
  const checked = redirectUri === null || parts.loop.view().step === 'waiting' ? null : await parts.checkRoute(redirectUri);
  return redirectUri === null ? cannotCheck('returnLink', { code: 'L-67' }) : returnLine(checked && !checked.ok ? checked.problem : null, null, parts.clock.now());
}

function keyStore(parts: ReadinessParts): Promise<Problem | null> {
  const problem = parts.storageProblem();
  return problem?.code === 'L-60' || problem?.code === 'L-61' ? Promise.resolve(problem) : parts.keyStoreRoundTrip();
}

function storage(parts: ReadinessParts): Problem | null {
  const problem = parts.storageProblem();
  return problem && STORAGE_CODES.has(problem.code) ? problem : parts.storageRoundTrip();
}

async function lookAtEverything(parts: ReadinessParts, battery: Battery | null): Promise<readonly ReadyLine[]> {
  const [company, network, returns, browser, stored, sealed] = await Promise.all([
    within(parts, 'credentials', LINE_LIMIT, async () => credentials(parts)),
    networkLines(parts),
    within(parts, 'returnLink', LOCAL_LIMIT, async () => route(parts)),
    within(parts, 'browser', LOCAL_LIMIT, async () => browserLine(await parts.privateBrowser())),
    within(parts, 'storage', LOCAL_LIMIT, async () => storageLine(storage(parts))),
    within(parts, 'keyStore', LOCAL_LIMIT, async () => keyStoreLine(await keyStore(parts))),
  ]);
  return [company, ...network, returns, browser, stored, sealed, diskLine(parts.freeBytes()), batteryLine(battery, parts.isOnMains())];
}

/** The kept line of the way back with the proof that came before or after it. */
function withProof(line: ReadyLine, parts: ReadinessParts): ReadyLine {
  if (line.id !== 'returnLink' || line.verdict !== 'notTested') return line;
  const { proof } = parts.load();
  const isOfThisWay = proof !== null && proof.redirectUri === parts.redirectUri();
  return returnLine(null, isOfThisWay ? proof : null, parts.clock.now());
}

function viewOf(parts: ReadinessParts, running: boolean): ReadinessView {
  const { stamp } = parts.load();
  const lines = (stamp?.lines ?? []).map((line) => withProof(line, parts));
  const redirectUri = parts.redirectUri();
  return {
    running, lines, at: stamp?.at ?? null, network: stamp?.network ?? null, overall: overallOf(lines), loop: parts.loop.view(),
    stale: stamp && staleness(stamp, parts.clock.now(), parts.network().fingerprint),
    coldPossible: redirectUri !== null && canStartCold(redirectUri),
  };
}

/** A desk that shows the last check until the next one. */
export function createReadiness(parts: ReadinessParts): Readiness {
  let battery: Battery | null = null;
  let running: Promise<ReadinessView> | null = null;
  const check = async (): Promise<ReadinessView> => {
    parts.changed();
    const lines = await lookAtEverything(parts, battery);
    const { label, fingerprint } = parts.network();
    const stamp: Stamp = { at: parts.clock.now(), network: label, fingerprint, lines };
    parts.save({ stamp: { ...stamp, lines: [...lines] } });
    return viewOf(parts, false);
  };
  return {
    view: () => viewOf(parts, running !== null),
    run: async () => {
      running ??= check().finally(() => {
        running = null;
        parts.changed();
      });
      return running;
    },
    noteBattery: (known) => void (battery = known),
    quickProblems: () => ({ battery: batteryProblem(battery), disk: spaceProblem(parts.freeBytes()) }),
  };
}

