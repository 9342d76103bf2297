import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link, LinkTokens, Standing } from '../../../electron/links/link.ts';
import { hasEndedOnTrust, judge, linkEndsAt, standingOf, type Circumstances, type Presentation, type Verdict } from '../../../electron/links/standing.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import type { TokenOutcome } from '../../../electron/oauth/token-types.ts';
import { DAY, MINUTE, START } from './fakes.ts';

const tokens: LinkTokens = { accessToken: new Secret('old-access'), accessTokenExpiresAt: START, refreshToken: new Secret('old-refresh') };
const fresh = { accessToken: new Secret('new-access'), accessTokenExpiresAt: START + 60 * MINUTE, refreshToken: new Secret('new-refresh'), idToken: null };
const base: Link = {
  id: 'link-1', siteId: 'site-1', generation: 4, linkedAt: START - 40 * DAY, renewedAt: START - 30 * DAY, accountLabel: 'c…t', proof: null,
  condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt: START,
};
const circumstances: Circumstances = { now: START, chance: 0.5, companySuspect: false, refusalIsOwn: true, isVouched: false };
const presented = (change: Partial<Link> = {}, unresolvedBefore = false): Presentation => ({ link: { ...base, ...change }, tokens, unresolvedBefore });
const refused: TokenOutcome = { kind: 'invalidGrant', problem: { code: 'L-42' } };
const lost: TokenOutcome = { kind: 'uncertain', problem: { code: 'L-10' } };

function settled(verdict: Verdict): Standing {
  if (verdict.kind !== 'settle') throw new Error('a token was completed');
  return verdict.standing;
}

const problem = { code: 'L-10' } as const;
const anyOutcome: fc.Arbitrary<TokenOutcome> = fc.oneof(
  fc.constantFrom('invalidGrant' as const, 'companyRefused' as const, 'refused' as const, 'nothingSent' as const, 'uncertain' as const).map((kind) => ({ kind, problem })),
  fc.option(fc.nat(100_000), { nil: null }).map((retryAfterSeconds): TokenOutcome => ({ kind: 'backOff', problem, retryAfterSeconds })),
  fc.constantFrom(null, 'old-refresh', 'new-refresh').map((text): TokenOutcome => ({ kind: 'unusable', raw: new Secret('raw'), problem, refreshToken: text === null ? null : new Secret(text) })),
  fc.constant<TokenOutcome>({ kind: 'tokens', tokens: fresh }),
);
const anyLink: fc.Arbitrary<Partial<Link>> = fc.record({
  condition: fc.constantFrom('active', 'uncertain', 'suspect', 'relinkRequired'), tries: fc.nat(40), refusals: fc.nat(6),
  refusedSince: fc.option(fc.integer({ min: START - 90 * DAY, max: START + DAY }), { nil: null }), renewedAt: fc.integer({ min: START - 400 * DAY, max: START + 400 * DAY }),
});
const anyCircumstances: fc.Arbitrary<Circumstances> = fc.record({
  now: fc.integer({ min: START - DAY, max: START + 200 * DAY }), chance: fc.double({ min: 0, max: 0.999, noNaN: true }), companySuspect: fc.boolean(), refusalIsOwn: fc.boolean(), isVouched: fc.boolean(),
});

describe('whatever the server answers', () => {
  it('a link ends only by its third invalid_grant over 15 minutes that is its own; never by time, never while the company is the suspect', () => {
    fc.assert(fc.property(anyLink, anyOutcome, anyCircumstances, fc.boolean(), (change, outcome, given, unresolved) => {
      const before = { ...base, ...change };
      const verdict = judge({ link: before, tokens, unresolvedBefore: unresolved }, outcome, given);
      if (verdict.kind === 'complete' || verdict.standing.condition !== 'relinkRequired' || before.condition === 'relinkRequired') return;
      expect(outcome.kind).toBe('invalidGrant');
      expect([given.companySuspect, given.refusalIsOwn]).toEqual([false, true]);
      expect(before.refusals).toBeGreaterThanOrEqual(2);
      expect(given.now - (before.refusedSince ?? given.now)).toBeGreaterThanOrEqual(15 * MINUTE);
    }), { numRuns: 5000 });
  });

  it('a new refresh token is always completed, and only a new one', () => {
    fc.assert(fc.property(anyLink, anyOutcome, anyCircumstances, (change, outcome, given) => {
      const verdict = judge(presented(change), outcome, given);
      const brings = outcome.kind === 'tokens' || (outcome.kind === 'unusable' && outcome.refreshToken?.reveal() === 'new-refresh');
      expect(verdict.kind).toBe(brings ? 'complete' : 'settle');
      expect(verdict.kind === 'settle' || verdict.tokens.refreshToken.reveal() === 'new-refresh').toBe(true);
    }), { numRuns: 2000 });
  });

  it('a link that can still be presented is presented again, later and within 35 days and a bit', () => {
    fc.assert(fc.property(anyLink, anyOutcome, anyCircumstances, (change, outcome, given) => {
      const verdict = judge(presented(change), outcome, given);
      const { nextAt, condition } = verdict.standing;
      // One that has ended is asked again by a person only.
      expect(nextAt === null).toBe(condition === 'relinkRequired');
      if (nextAt === null) return;
      expect(nextAt).toBeGreaterThan(given.now);
      expect(nextAt).toBeLessThanOrEqual(given.now + 35 * DAY);
    }), { numRuns: 2000 });
  });

  it('the attempt row stays exactly when the token may have been used up', () => {
    for (const unresolved of [false, true]) {
      expect(judge(presented({}, unresolved), lost, circumstances)).toMatchObject({ keepAttempt: true });
      expect(judge(presented({}, unresolved), { kind: 'unusable', raw: new Secret('r'), refreshToken: null, problem }, circumstances)).toMatchObject({ keepAttempt: true });
      for (const kind of ['nothingSent', 'companyRefused', 'refused', 'invalidGrant'] as const) {
        expect(judge(presented({}, unresolved), { kind, problem }, circumstances), kind).toMatchObject({ keepAttempt: unresolved });
      }
    }
  });
});

describe('an answer that brings no token', () => {
  const before = presented({ tries: 3, refusals: 1, refusedSince: START - DAY, problem: { code: 'L-47' } });
  const kept = { ...standingOf(before.link) };

  it.each([
    ['of which nothing was sent', { kind: 'nothingSent', problem: { code: 'L-50' } }, { tries: 4, nextAt: START + 8 * MINUTE }],
    ['that asks to wait', { kind: 'backOff', problem: { code: 'L-44' }, retryAfterSeconds: null }, { tries: 4, nextAt: START + 8 * MINUTE }],
    ['that refuses the company', { kind: 'companyRefused', problem: { code: 'L-16' } }, { nextAt: START + 15 * MINUTE }],
    ['that asking again does not change', { kind: 'refused', problem: { code: 'L-05' } }, { problem: { code: 'L-05' }, nextAt: START + 6 * 60 * MINUTE }],
  ] as const)('%s leaves everything else as it was', (_name, answer, change) => {
    expect(judge(before, answer, circumstances)).toEqual({ kind: 'settle', standing: { ...kept, ...change }, keepAttempt: false, answer: null, problem: answer.problem });
  });

  it('and was lost counts, with a problem of its own that keeps what is known of the failure', () => {
    const lasting = { code: 'L-43', httpStatus: 502 } as const;
    expect(judge(before, { kind: 'uncertain', problem: { code: 'L-10', httpStatus: 502 } }, circumstances)).toEqual({
      kind: 'settle', standing: { ...kept, condition: 'uncertain', problem: lasting, tries: 4, nextAt: START + 10 * MINUTE }, keepAttempt: true, answer: null, problem: lasting,
    });
  });

  it.each([null, 'old-refresh'])('and cannot be used (refresh token: %s) is kept as it came', (text) => {
    const answer: TokenOutcome = { kind: 'unusable', raw: new Secret('raw'), refreshToken: text === null ? null : new Secret(text), problem: { code: 'L-45' } };
    const verdict = judge(before, answer, circumstances);
    expect(verdict).toMatchObject({ kind: 'settle', keepAttempt: true, problem: { code: 'L-45' }, standing: { condition: 'uncertain', tries: 4 } });
    expect(verdict.kind === 'settle' && verdict.answer?.reveal()).toBe('raw');
  });

  it('of a link whose record closed meanwhile leaves a doubt', () => {
    expect(settled(judge(presented({ condition: 'locked', problem: { code: 'L-60' } }), { kind: 'nothingSent', problem }, circumstances)))
      .toEqual({ condition: 'uncertain', problem: { code: 'L-60' }, tries: 1, refusals: 0, refusedSince: null, nextAt: START + MINUTE });
  });
});

describe('an answer that cannot be used but brings a new token', () => {
  it('is completed with its problem; the old access token counts as over', () => {
    const answer: TokenOutcome = { kind: 'unusable', raw: new Secret('raw'), refreshToken: new Secret('new-refresh'), problem: { code: 'L-45' } };
    const verdict = judge(presented({ tries: 3, refusals: 2, refusedSince: START, problem: { code: 'L-47' } }), answer, circumstances);
    expect(verdict).toMatchObject({ kind: 'complete', problem: { code: 'L-45' }, tokens: { accessTokenExpiresAt: START } });
    expect(verdict.standing).toEqual({ condition: 'active', problem: { code: 'L-45' }, tries: 0, refusals: 0, refusedSince: null, nextAt: START + 30 * DAY });
    expect(verdict.kind === 'complete' && verdict.tokens.accessToken.reveal()).toBe('old-access');
  });
});

describe('a lost answer', () => {
  it('is asked again after 2 s, 10 s, 60 s, then ten minutes doubling to at most six hours', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6, 7, 20].map((tries) => (settled(judge(presented({ tries }), lost, circumstances)).nextAt ?? 0) - START);
    expect(pauses.slice(0, 3)).toEqual([2000, 10_000, MINUTE]);
    expect(pauses.slice(3, 6)).toEqual([10, 20, 40].map((minutes) => minutes * MINUTE));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(6 * 60 * MINUTE);
  });

  it('stays below six hours with any spread', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(60), (chance, tries) => {
      expect((settled(judge(presented({ tries }), lost, { ...circumstances, chance })).nextAt ?? 0) - START).toBeLessThanOrEqual(6 * 60 * MINUTE);
    }));
  });

  it('does not forget refusals that were counted before', () => {
    expect(settled(judge(presented({ condition: 'suspect', refusals: 2, refusedSince: START - MINUTE }), lost, circumstances)))
      .toMatchObject({ condition: 'uncertain', refusals: 2, refusedSince: START - MINUTE });
  });
});

describe('a refusal', () => {
  it('is confirmed after 60 seconds and after 15 minutes, then every 15 minutes', () => {
    const first = settled(judge(presented(), refused, circumstances));
    expect(first).toMatchObject({ condition: 'suspect', refusals: 1, refusedSince: START, nextAt: START + MINUTE });
    const second = settled(judge(presented(first), refused, { ...circumstances, now: START + MINUTE }));
    expect(second).toMatchObject({ condition: 'suspect', refusals: 2, nextAt: START + 15 * MINUTE });
    const third = settled(judge(presented(second), refused, { ...circumstances, now: START + 15 * MINUTE, refusalIsOwn: false }));
    expect(third).toMatchObject({ condition: 'suspect', refusals: 3, nextAt: START + 30 * MINUTE });
    expect(settled(judge(presented(third), refused, { ...circumstances, now: START + 30 * MINUTE }))).toMatchObject({ condition: 'relinkRequired', nextAt: null });
  });

  it('ends a link at the third one, exactly fifteen minutes after the first', () => {
    const second = presented({ condition: 'suspect', refusals: 2, refusedSince: START - 15 * MINUTE, tries: 2 });
    expect(settled(judge(second, refused, circumstances))).toEqual({ condition: 'relinkRequired', problem: { code: 'L-42' }, tries: 0, refusals: 3, refusedSince: START - 15 * MINUTE, nextAt: null });
    expect(settled(judge(second, refused, { ...circumstances, now: START - 1 })).condition).toBe('suspect');
  });

  it('counts from now when the clock was set back behind the first one', () => {
    expect(settled(judge(presented({ condition: 'suspect', refusals: 1, refusedSince: START + DAY }), refused, circumstances)).refusedSince).toBe(START);
  });

  it('that ends a link on a person’s word for the credentials can be told from others', () => {
    const second = presented({ condition: 'suspect', refusals: 2, refusedSince: START - DAY });
    const ended = (change: Partial<Circumstances>): Standing => settled(judge(second, refused, { ...circumstances, ...change }));
    expect(ended({ isVouched: true }).problem).toEqual({ code: 'L-42', reason: 'vouched' });
    expect([ended({ isVouched: true }), ended({}), ended({ isVouched: true, refusalIsOwn: false })].map((standing) => hasEndedOnTrust(standing))).toEqual([true, false, false]);
    expect(ended({ isVouched: true, refusalIsOwn: false }).problem).toEqual({ code: 'L-42' });
    expect(hasEndedOnTrust({ ...ended({ isVouched: true }), condition: 'suspect' })).toBe(false);
    expect(hasEndedOnTrust({ ...ended({}), problem: null })).toBe(false);
  });

  it('while the company is the suspect changes nothing but the time of the next try', () => {
    const before = presented({ condition: 'suspect', refusals: 2, refusedSince: START - DAY });
    expect(settled(judge(before, refused, { ...circumstances, companySuspect: true }))).toEqual({ ...standingOf(before.link), nextAt: START + 15 * MINUTE });
  });

  it.each([[89, 'L-42'], [90, 'L-42'], [91, 'L-41']] as const)('%i days after the last renewal is told as %s', (days, code) => {
    expect(settled(judge(presented({ renewedAt: START - days * DAY }), refused, circumstances)).problem?.code).toBe(code);
  });
});

describe('a renewal that went well', () => {
  const renewed: TokenOutcome = { kind: 'tokens', tokens: fresh };

  it.each(['L-26', 'L-46', 'L-47', 'L-49'] as const)('proves nothing: what a proof found (%s) stays until the next one', (code) => {
    expect(judge(presented({ problem: { code } }), renewed, circumstances)).toMatchObject({ kind: 'complete', problem: null, standing: { condition: 'active', problem: { code } } });
  });

  it.each(['L-42', 'L-43', 'L-45', 'L-10'] as const)('ends what was wrong with the token (%s)', (code) => {
    expect(judge(presented({ problem: { code } }), renewed, circumstances)).toMatchObject({ kind: 'complete', problem: null, standing: { condition: 'active', problem: null } });
  });
});

describe('a server that asks to wait', () => {
  it('gets at least the time it asked for, and at least a minute that doubles', () => {
    const nextAt = (seconds: number | null, tries: number): number => (settled(judge(presented({ tries }), { kind: 'backOff', problem, retryAfterSeconds: seconds }, circumstances)).nextAt ?? 0) - START;
    expect([nextAt(600, 0), nextAt(5, 0), nextAt(null, 1), nextAt(null, 12)]).toEqual([10 * MINUTE, MINUTE, 2 * MINUTE, 30 * MINUTE]);
  });
});

describe('the standing of a link', () => {
  it.each(['quarantined', 'locked'] as const)('is none while its record is %s', (condition) => {
    expect(standingOf({ ...base, condition })).toBeNull();
  });

  it('ends 90 days after its last renewal', () => {
    expect(linkEndsAt({ renewedAt: START })).toBe(START + 90 * DAY);
  });
});
