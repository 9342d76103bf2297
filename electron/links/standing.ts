import type { Problem } from '../contract/problems.ts';
import type { Secret } from '../oauth/secret.ts';
import type { TokenOutcome } from '../oauth/token-types.ts';
import { LINK_LIFETIME_DAYS, type Link, type LinkTokens, type Standing, type StoredCondition } from './link.ts';
import { keepAliveAt, lostPause, refusedPause, restPause, shortPause } from './policy.ts';

/** Refusals in a row, and the time they must span, before a link may be taken as ended (architecture.md, refresh). */
export const ENOUGH_REFUSALS = 3;
/** In milliseconds. */
export const LONG_ENOUGH = 15 * 60_000;

/** What only a proof finds: a token that came says nothing of the homes, so the next proof alone can say that it is over. */
const FOUND_BY_PROOF: ReadonlySet<Problem['code']> = new Set(['L-26', 'L-46', 'L-47', 'L-49']);

/** Stands in the problem of a link that ended because a person had vouched for the company's credentials. */
const VOUCHED = 'vouched';

/** One presentation: the row as it was read, and whether an earlier presentation of the same token is still unresolved. */
export interface Presentation {
  readonly link: Link;
  readonly tokens: LinkTokens;
  readonly unresolvedBefore: boolean;
}

/** What is known when an answer is judged. */
export interface Circumstances {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** From 0 to below 1; spreads the next presentations. */
  readonly chance: number;
  /** The company's credentials are the suspect, so a refusal says nothing about the link. */
  readonly companySuspect: boolean;
  /** Another link succeeded after this one was first refused, or there is no other to ask: the refusal is the link's own. */
  readonly refusalIsOwn: boolean;
  /** A person vouches for the company's credentials, and the refusal counts on this word alone. */
  readonly isVouched: boolean;
}

/**
 * What an answer does to a link. `complete`: there is a token to save, and `problem` says why the rest of the answer is no full success.
 * `settle`: no newer token came; the stored one stays whatever happened.
 */
export type Verdict =
  | { readonly kind: 'complete'; readonly tokens: LinkTokens; readonly standing: Standing; readonly problem: Problem | null }
  | {
      readonly kind: 'settle';
      readonly standing: Standing;
      /** The attempt row says that this token may have been used up: it goes only when that is not so. */
      readonly keepAttempt: boolean;
      /** An answer that could not be used, to be kept sealed. */
      readonly answer: Secret | null;
      readonly problem: Problem;
    };

/** The standing of a link whose record was opened; null for one that cannot be presented at all. */
export function standingOf(link: Link): Standing | null {
  const { condition, problem, tries, refusals, refusedSince, nextAt } = link;
  if (condition === 'quarantined' || condition === 'locked') return null;
  return { condition, problem, tries, refusals, refusedSince, nextAt };
}

/** A link that has just received a token. `chance` spreads the next presentation. */
export function freshStanding(now: number, chance: number, problem: Problem | null = null): Standing {
  return { condition: 'active', problem, tries: 0, refusals: 0, refusedSince: null, nextAt: keepAliveAt(now, chance) };
}

/** True for a link that ended on a person's word for credentials that may have been wrong: new ones are a reason to ask it anew. */
export function hasEndedOnTrust({ condition, problem }: Standing): boolean {
  return condition === 'relinkRequired' && problem?.reason === VOUCHED;
}

/** When Legrand ends the link if it is not used before, in milliseconds since 1970-01-01 UTC (spec 1.2). */
export function linkEndsAt(link: Pick<Link, 'renewedAt'>): number {
  return link.renewedAt + LINK_LIFETIME_DAYS * 24 * 60 * 60 * 1000;
}

/** Judges the answer to one presentation (architecture.md, "The refresh state machine"). Total and without effect. */
export function judge(presentation: Presentation, answer: TokenOutcome, circumstances: Circumstances): Verdict {
  switch (answer.kind) {
    case 'tokens':
      return complete(answer.tokens, circumstances, null, foundByProof(presentation.link));
    case 'unusable':
      return salvage(presentation, answer, circumstances);
    case 'uncertain':
      return lost(presentation, { ...answer.problem, code: 'L-43' }, circumstances, null);
    case 'invalidGrant':
      return refuse(presentation, answer.problem, circumstances);
    case 'nothingSent':
      return unchanged(presentation, answer.problem, { tries: before(presentation).tries + 1, nextAt: circumstances.now + shortPause(before(presentation).tries) });
    case 'backOff':
      return unchanged(presentation, answer.problem, pausedFor(presentation, answer.retryAfterSeconds, circumstances));
    case 'companyRefused':
      return unchanged(presentation, answer.problem, { nextAt: circumstances.now + LONG_ENOUGH });
    case 'refused':
      return unchanged(presentation, answer.problem, { problem: answer.problem, nextAt: circumstances.now + restPause(circumstances.chance) });
  }
}

function complete({ accessToken, accessTokenExpiresAt, refreshToken }: LinkTokens, { now, chance }: Circumstances, problem: Problem | null, kept = problem): Verdict {
  return { kind: 'complete', tokens: { accessToken, accessTokenExpiresAt, refreshToken }, standing: freshStanding(now, chance, kept), problem };
}

function foundByProof({ problem }: Link): Problem | null {
  return problem && FOUND_BY_PROOF.has(problem.code) ? problem : null;
}

/** An answer that cannot be used as a whole: a new refresh token found in it is saved first, else the raw answer is kept. */
function salvage(presentation: Presentation, answer: Extract<TokenOutcome, { kind: 'unusable' }>, circumstances: Circumstances): Verdict {
  const { tokens } = presentation;
  const { refreshToken, raw, problem } = answer;
  if (refreshToken === null || refreshToken.reveal() === tokens.refreshToken.reveal()) return lost(presentation, problem, circumstances, raw);
  // No access token came that can be trusted: the old one counts as over.
  return complete({ accessToken: tokens.accessToken, accessTokenExpiresAt: circumstances.now, refreshToken }, circumstances, problem);
}

/** Nobody knows whether the server rotated: the row stays and the same token is presented again, because no newer one is held. */
function lost(presentation: Presentation, problem: Problem, { now, chance }: Circumstances, answer: Secret | null): Verdict {
  const { tries, refusals, refusedSince } = before(presentation);
  const standing: Standing = { condition: 'uncertain', problem, tries: tries + 1, refusals, refusedSince, nextAt: now + lostPause(tries + 1, chance) };
  return { kind: 'settle', standing, keepAttempt: true, answer, problem };
}

function refuse(presentation: Presentation, problem: Problem, circumstances: Circumstances): Verdict {
  const { now, companySuspect } = circumstances;
  const shown: Problem = { ...problem, code: now > linkEndsAt(presentation.link) ? 'L-41' : 'L-42' };
  if (companySuspect) return unchanged(presentation, shown, { nextAt: now + LONG_ENOUGH });
  const refusals = before(presentation).refusals + 1;
  const refusedSince = Math.min(before(presentation).refusedSince ?? now, now);
  const isOver = refusals >= ENOUGH_REFUSALS && now - refusedSince >= LONG_ENOUGH && circumstances.refusalIsOwn;
  const condition: StoredCondition = isOver ? 'relinkRequired' : 'suspect';
  const nextAt = isOver ? null : now + refusedPause(refusals, now - refusedSince);
  const kept: Problem = isOver && circumstances.isVouched ? { ...shown, reason: VOUCHED } : shown;
  return unchanged(presentation, shown, { condition, problem: kept, tries: 0, refusals, refusedSince, nextAt });
}

function pausedFor(presentation: Presentation, seconds: number | null, { now }: Circumstances): Partial<Standing> {
  const { tries } = before(presentation);
  return { tries: tries + 1, nextAt: now + Math.max((seconds ?? 0) * 1000, shortPause(tries)) };
}

/**
 * This presentation is resolved, so its row goes; but a row of an earlier one, whose answer was lost, says something
 * that is still true and may hold a sealed answer: it stays until a renewal succeeds.
 */
function unchanged(presentation: Presentation, problem: Problem, change: Partial<Standing>): Verdict {
  const standing: Standing = { ...before(presentation), ...change };
  // A link that has ended is asked again by a person only.
  const settled = standing.condition === 'relinkRequired' ? { ...standing, nextAt: null } : standing;
  return { kind: 'settle', standing: settled, keepAttempt: presentation.unresolvedBefore, answer: null, problem };
}

/** Only a link whose record opened is ever presented. */
function before({ link }: Presentation): Standing {
  return standingOf(link) ?? { condition: 'uncertain', problem: link.problem, tries: 0, refusals: 0, refusedSince: null, nextAt: null };
}
