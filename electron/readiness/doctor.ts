import type { Problem, ProblemCode } from '../contract/problems.ts';
import type { BrowserAnswer, ProbeOutcome, ProbeStep } from '../contract/readiness.ts';

/** What the steps mean. `asksPerson`: the laptop alone cannot tell; what the browser shows decides. */
export interface DoctorVerdict {
  readonly problem: Problem | null;
  readonly asksPerson: boolean;
}

/** A read slower than this is too slow to sign in, in milliseconds. */
export const SLOW_READ = 4000;

type What = ProbeStep['what'];

const answerCodes: Readonly<Record<BrowserAnswer, ProblemCode>> = { legrandOpens: 'L-57', othersOpen: 'L-55', nothingOpens: 'L-50' };
/** A host answered, whatever it said. */
const ANSWERED: ReadonlySet<ProbeOutcome> = new Set<ProbeOutcome>(['good', 'serverError']);

const sure = (code: ProblemCode): DoctorVerdict => ({ problem: { code }, asksPerson: false });
const asking = (code: ProblemCode): DoctorVerdict => ({ problem: { code }, asksPerson: true });

function has(steps: readonly ProbeStep[], what: What, ...outcomes: readonly ProbeOutcome[]): boolean {
  return steps.some((step) => step.what === what && outcomes.includes(step.outcome));
}

const reads = (steps: readonly ProbeStep[]): readonly ProbeStep[] => steps.filter(({ what }) => what === 'read');
const isAnswered = ({ outcome }: ProbeStep): boolean => ANSWERED.has(outcome);
const hostsOf = (steps: readonly ProbeStep[]): readonly string[] => [...new Set(steps.map(({ host, port }) => `${host ?? ''}:${String(port)}`))];
const readsOf = (steps: readonly ProbeStep[], place: string): readonly ProbeStep[] => reads(steps).filter(({ host, port }) => `${host ?? ''}:${String(port)}` === place);

/**
 * What stands before any server: no connection, a proxy, a guest network, the clock, an inspected connection, a missing name. A guest network is
 * certain only when nothing protected opens, for a server may lead its plain page anywhere.
 */
function obstacle(steps: readonly ProbeStep[], clock: Problem | null): DoctorVerdict | null {
  if (has(steps, 'interfaces', 'none', 'offline') || has(steps, 'read', 'offline')) return sure('L-50');
  // A proxy that was given the password lets reads through and still asks whoever comes without.
  const blind = !reads(steps).some(isAnswered);
  if (blind && has(steps, 'proxy', 'blocked', 'gone') && !has(steps, 'proxy', 'password')) return sure('L-55');
  if (has(steps, 'read', 'password')) return sure('L-53');
  if (has(steps, 'read', 'signInFirst') || (blind && has(steps, 'plain', 'signInFirst', 'otherPlace', 'otherPage'))) return sure('L-51');
  // A wrong clock makes every certificate look expired.
  if (has(steps, 'read', 'untrusted')) return clock ? { problem: clock, asksPerson: false } : sure('L-54');
  return has(steps, 'read', 'notFound') || (blind && has(steps, 'lookup', 'notFound', 'timeout')) ? sure('L-52') : null;
}

/** None of Legrand's hosts answers. */
function whyNone(steps: readonly ProbeStep[]): DoctorVerdict {
  // Something of the host passes, its protected page does not; or somebody on the way says no.
  if (has(steps, 'plain', 'good', 'serverError') || has(steps, 'connect', 'refused') || has(steps, 'read', 'refused')) return asking('L-55');
  return has(steps, 'connect', 'good') ? asking('L-56') : asking('L-10');
}

/** Every host answers: how well? */
function howWell(steps: readonly ProbeStep[]): DoctorVerdict {
  const all = reads(steps);
  const isWeak = all.some((step) => !isAnswered(step)) || all.some(({ milliseconds }) => milliseconds > SLOW_READ);
  if (isWeak) return sure('L-56');
  return all.every(({ outcome }) => outcome === 'serverError') ? sure('L-09') : { problem: null, asksPerson: false };
}

function judgeAlone(steps: readonly ProbeStep[], clock: Problem | null): DoctorVerdict {
  const first = obstacle(steps, clock);
  if (first) return first;
  const places = hostsOf(reads(steps));
  const open = places.filter((place) => readsOf(steps, place).some(isAnswered));
  if (open.length === 0) return whyNone(steps);
  return open.length < places.length ? sure('L-55') : howWell(steps);
}

/**
 * The cause that fits what was tried (problems.md part 5). `clock`: L-58 when the laptop's clock is wrong. No host of a third party is asked, so
 * when nothing of Legrand answers only a person can tell what else opens: then `asksPerson`, and `answer` decides.
 */
export function judge(steps: readonly ProbeStep[], clock: Problem | null, answer: BrowserAnswer | null): DoctorVerdict {
  const alone = judgeAlone(steps, clock);
  return alone.asksPerson && answer ? { problem: { code: answerCodes[answer] }, asksPerson: true } : alone;
}
