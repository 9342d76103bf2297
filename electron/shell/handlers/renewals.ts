import type { Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { RenewalsView } from '../../contract/views.ts';
import type { RoundResult, RoundView } from '../../links/round.ts';
import type { Handlers } from '../calls.ts';
import type { LinkParts } from '../link-parts.ts';
import type { Program } from '../program.ts';

type RenewalCalls = 'renewals.view' | 'renewals.start' | 'renewals.pause' | 'renewals.resume' | 'renewals.trustCredentials' | 'renewals.setBackground';

const NO_ROUND: RoundView = { round: 'idle', reason: null, total: 0, done: 0, results: [] };
const NO_LINKS: RenewalsView['counts'] = { links: 0, due: 0, uncertain: 0, suspect: 0, relinkRequired: 0 };

function named(program: Program, { siteId, outcome, problem, at }: RoundResult): RenewalsView['results'] {
  const site = program.workplace().sites?.find(siteId);
  return site ? [{ siteId, siteName: site.name, outcome, problem, at }] : [];
}

function renewalsView(program: Program): RenewalsView {
  const { desk, links } = program.workplace();
  const now = program.clock.now();
  const { round, reason, total, done, results } = desk?.rounds.view() ?? NO_ROUND;
  return {
    round, reason, total, done,
    results: results.flatMap((result) => named(program, result)),
    counts: links?.counts(now) ?? NO_LINKS,
    nextAt: links?.nextDueAt(now) ?? null,
    companyProblem: desk?.breaker.problem() ?? null,
    background: program.background.state(),
  };
}

function setBackground(program: Program, on: boolean): Result<RenewalsView> {
  const answered = program.preferences.set('backgroundAnswered', true);
  if (!answered.ok) return answered;
  program.background.set(on);
  program.changed('renewals');
  program.changed('attempt');
  return success(renewalsView(program));
}

/** Handlers of `renewals.*`. */
export function renewalHandlers(program: Program): Pick<Handlers, RenewalCalls> {
  const atDesk = (action: (desk: LinkParts) => void): Result<RenewalsView> => {
    const { desk, storageProblem } = program.workplace();
    const locked: Problem = storageProblem ?? { code: 'L-60' };
    if (!desk) return failure(locked);
    action(desk);
    return success(renewalsView(program));
  };
  return {
    'renewals.view': () => success(renewalsView(program)),
    'renewals.start': ({ scope }) => atDesk(({ rounds }) => rounds.start(scope)),
    'renewals.pause': () => atDesk(({ rounds }) => rounds.pause()),
    'renewals.resume': () => atDesk(({ rounds }) => rounds.resume()),
    'renewals.trustCredentials': () => atDesk((desk) => {
      desk.trustCompany();
      program.changed('app');
    }),
    'renewals.setBackground': ({ on }) => setBackground(program, on),
  };
}
