import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../electron/contract/problems.ts';
import type { RenewalOutcome, RenewalResult, RenewalsView } from '../../../electron/contract/views.ts';
import { LEAST_SPACING } from '../../../electron/links/policy.ts';
import { figuresOf, headlineOf, hoursNeeded, inOrder, leadOf, spokenDone } from '../../../renderer/screens/renewals/round-words.ts';

const NOW = 1_800_000_000_000;
const FINE = { links: 10, due: 0, uncertain: 0, suspect: 0, relinkRequired: 0 };

function view(part: Partial<RenewalsView> = {}): RenewalsView {
  return { round: 'idle', reason: null, total: 0, done: 0, results: [], counts: FINE, nextAt: NOW + 1000, companyProblem: null, background: 'off', ...part };
}

function results(...outcomes: readonly RenewalOutcome[]): RenewalResult[] {
  return outcomes.map((outcome, index) => ({ siteId: `s${index}`, siteName: `Site ${index}`, outcome, problem: null, at: NOW }));
}

function done(...outcomes: readonly RenewalOutcome[]): RenewalsView {
  return view({ round: 'done', total: outcomes.length, done: outcomes.length, results: results(...outcomes) });
}

describe('the large sentence of Renewals', () => {
  it.each([
    ['none', { links: 0 }],
    ['safe', {}],
    ['due', { due: 1 }],
    ['due', { due: 1, relinkRequired: 1 }],
    ['partlySafe', { uncertain: 1 }],
    ['partlySafe', { suspect: 1 }],
    ['partlySafe', { relinkRequired: 1 }],
  ] as const)('says %s at rest with %j', (headline, counts) => {
    expect(headlineOf(view({ counts: { ...FINE, ...counts } }), false)).toBe(headline);
  });

  it('never calls links safe while the company or this laptop cannot renew them', () => {
    expect(headlineOf(view({ companyProblem: { code: 'L-16' } }), false)).toBe('office');
    expect(headlineOf(view(), true)).toBe('storage');
  });

  it.each([
    ['L-50', 'internet'],
    ['L-52', 'internet'],
    ['L-53', 'waiting'],
    ['L-44', 'waiting'],
    ['L-62', 'waiting'],
    ['L-02', 'office'],
    ['L-08', 'office'],
    ['L-16', 'office'],
  ] as const satisfies readonly (readonly [ProblemCode, string])[])('tells what a round waits for: %s is %s', (code, headline) => {
    expect(headlineOf(view({ round: 'waiting', reason: { code } }), false)).toBe(headline);
  });

  it.each([
    ['done', ['renewed', 'renewed']],
    ['doneSome', ['renewed', 'uncertain']],
    ['doneSome', ['refused']],
    ['doneSome', ['notSent']],
    ['doneTrouble', ['renewed', 'ended', 'uncertain']],
    ['doneTrouble', ['failed']],
  ] as const)('says %s after %j', (headline, outcomes) => {
    expect(headlineOf(done(...outcomes), false)).toBe(headline);
  });

  it('claims no number of renewed links when the oldest results are not known any more', () => {
    expect(headlineOf(view({ round: 'done', total: 300, done: 300, results: results('renewed') }), false)).toBe('doneMany');
  });

  it('counts what the sentence is about', () => {
    const counts = { links: 10, due: 3, uncertain: 1, suspect: 2, relinkRequired: 1 };
    expect(figuresOf(view({ counts }), 'due')).toMatchObject({ count: 3, safe: 6 });
    expect(figuresOf(view({ counts }), 'partlySafe').count).toBe(10);
    expect(figuresOf(done('renewed', 'ended', 'failed', 'uncertain'), 'doneTrouble')).toMatchObject({ count: 2, renewed: 1 });
    expect(figuresOf(done('renewed', 'renewed'), 'done').count).toBe(2);
  });
});

describe('the sentence below', () => {
  it('tells how many links wait', () => {
    expect(leadOf(view({ round: 'paused', total: 12, done: 4 }), 'paused', NOW)).toEqual({ lead: 'paused', count: 8 });
  });

  it('tells when the program acts next by itself', () => {
    expect(leadOf(view(), 'safe', NOW).lead).toBe('nextAt');
    expect(leadOf(view({ nextAt: NOW }), 'safe', NOW).lead).toBe('nextSoon');
    expect(leadOf(view({ nextAt: null }), 'safe', NOW).lead).toBe('nextNever');
  });

  it('tells which links are tried again by themselves', () => {
    expect(leadOf(done('renewed', 'uncertain', 'notSent', 'refused', 'ended'), 'doneTrouble', NOW)).toEqual({ lead: 'triedAgain', count: 3 });
    expect(leadOf(done('renewed', 'ended'), 'doneTrouble', NOW).lead).toBe('nextAt');
  });
});

describe('what a screen reader hears of a round', () => {
  it('changes at the quarters only', () => {
    const heard = Array.from({ length: 101 }, (_, at) => spokenDone(at, 100));
    expect([...new Set(heard)]).toEqual([0, 25, 50, 75, 100]);
  });

  it.each([0, 1, 2, 3, 7])('never runs ahead in a round of %i', (total) => {
    for (let at = 0; at <= total; at += 1) expect(spokenDone(at, total)).toBeLessThanOrEqual(at);
    expect(spokenDone(total, total)).toBe(total);
  });
});

describe('the results', () => {
  it('stay as they come while the round moves, and put trouble first when it is over', () => {
    const outcomes = ['renewed', 'notSent', 'ended', 'uncertain', 'failed', 'refused'] as const;
    expect(inOrder({ ...done(...outcomes), round: 'running' }).map((result) => result.outcome)).toEqual(outcomes);
    expect(inOrder(done(...outcomes)).map((result) => result.outcome)).toEqual(['ended', 'failed', 'refused', 'uncertain', 'notSent', 'renewed']);
  });
});

it('a book that an hour in 30 days cannot renew is told how many hours it takes, at the pace of the renewals', () => {
  const anHour = 3_600_000 / LEAST_SPACING;
  expect([0, 1, anHour].map(hoursNeeded)).toEqual([null, null, null]);
  expect([anHour + 1, 2 * anHour, 2 * anHour + 1, 100_000].map(hoursNeeded)).toEqual([2, 2, 3, 14]);
});
