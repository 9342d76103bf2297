import { describe, expect, it } from 'vitest';
import { problemCodes, type Problem } from '../../../electron/contract/problems.ts';
import { buttonsOf, concernsOneSite, detailsOf, otherPages, problemPlaces, type Choice } from '../../../renderer/components/problem-rules.ts';
import { looksByItself, nextLook } from '../../../renderer/components/recovery-rules.ts';
import { problems } from '../../../renderer/i18n/problems/en.ts';

const choice = (label: string): Choice => ({ label, act: () => undefined });
const labels = (problem: Problem, places: readonly string[], retry: boolean): readonly string[] =>
  buttonsOf(problem, problems[problem.code], { places: places.map(choice), retry: retry ? choice('again') : null, back: choice('back') }).map(({ label }) => label);

describe('the buttons of a problem page', () => {
  it('lead first to the place where it is solved, then to trying again where that is safe, then back', () => {
    expect(labels({ code: 'L-03' }, [], true)).toEqual(['again', 'back']);
    expect(labels({ code: 'L-08' }, ['credentials'], true)).toEqual(['credentials', 'back']);
    expect(labels({ code: 'L-46' }, [], true)).toEqual(['back']);
    expect(labels({ code: 'L-44' }, [], true)).toEqual(['back']);
    expect(labels({ code: 'L-44', retryAfterSeconds: 30 }, [], true)).toEqual(['again', 'back']);
  });

  it.each([
    [/company credentials/iu, 'credentials'], [/\bRenewals\b(?! go on)(?! then)/u, 'renewals'],
  ] as const)('are there for every place that a step names: %s', (named, place) => {
    const naming = problemCodes.filter((code) => problems[code].steps.some((step) => named.test(step)));
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.filter((code) => !problemPlaces[code]?.includes(place))).toEqual([]);
  });

  it('lead to every other page that a step names, once', () => {
    expect(otherPages('L-03', problems['L-03'])).toEqual(['L-22']);
    expect(otherPages('L-34', { steps: ['See L-34.', 'L-22, L-22'] })).toEqual(['L-22']);
  });
});

describe('what a page says besides', () => {
  it('does not call other sites unharmed when the company, the network or the laptop is at fault', () => {
    const everywhere = problemCodes.filter((code) => /^L-(0[124589]|1[167]|3[0-35]|5|6[0-7]|8[0-3])/u.test(code));
    expect(everywhere.filter((code) => concernsOneSite(code))).toEqual([]);
  });

  it('copies the code, Legrand’s own id and what is known of the request, and no name of a site', () => {
    const details = detailsOf({ code: 'L-24', siteName: 'Maison Dupont', correlationId: '0f8fad5b', httpStatus: 400, oauthError: 'invalid_grant' }, 0, '1.0');
    expect(details).toContain('0f8fad5b');
    expect(details).toContain('1970-01-01T00:00:00.000Z');
    expect(details).not.toContain('Dupont');
  });
});

describe('looking again by itself', () => {
  const MINUTE = 60_000;
  it('happens after 1, 5 and 15 minutes, and then no more', () => {
    expect([0, 1 * MINUTE, 5 * MINUTE, 15 * MINUTE].map((later) => nextLook(1000, 1000 + later))).toEqual([1000 + MINUTE, 1000 + 5 * MINUTE, 1000 + 15 * MINUTE, null]);
  });

  it('is only for a server that is busy or has a fault: credentials are never tried by themselves', () => {
    expect(problemCodes.filter((code) => looksByItself(code))).toEqual(['L-07', 'L-09']);
  });
});
