import { describe, expect, it } from 'vitest';
import type { SiteList } from '../../../electron/contract/site-list.ts';
import { noticesOf, verdictOn, type ToldNotices } from '../../../electron/sites/notices.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 5, 1);
const counts = (part: Partial<SiteList['counts']>): SiteList['counts'] => ({ all: 9, needsMe: 0, dueSoon: 0, handOverOpen: 0, contractEnding: 0, ...part });

describe('what is told', () => {
  it('is told at once the first time, then at most once a day and only when there are more, else after a week', () => {
    const days = (told: number, count: number): string => verdictOn('needsYou', count, { at: now - told * DAY, count: 2 }, now);
    expect(verdictOn('needsYou', 2, undefined, now)).toBe('tell');
    expect([days(0.9, 5), days(1, 2), days(1, 1), days(1, 3), days(6.9, 2), days(7, 2)]).toEqual(['nothing', 'nothing', 'nothing', 'tell', 'nothing', 'tell']);
  });

  it('is not told twice a day though it was gone in between, and is news after it was gone for a day', () => {
    expect(verdictOn('contract', 0, { at: now - 1000, count: 1 }, now)).toBe('nothing');
    expect(verdictOn('contract', 0, { at: now - DAY, count: 1 }, now)).toBe('forget');
    expect(verdictOn('contract', 0, undefined, now)).toBe('nothing');
  });

  it('is told of a hand-over when it is open for a week: nobody has the papers on the day of the link', () => {
    expect(verdictOn('handOver', 1, undefined, now)).toBe('remember');
    expect(verdictOn('handOver', 4, { at: now - 6 * DAY, count: 1 }, now)).toBe('nothing');
    expect(verdictOn('handOver', 1, { at: now - 7 * DAY, count: 1 }, now)).toBe('tell');
  });

  it('is told again when the clock was set back', () => {
    expect(verdictOn('needsYou', 1, { at: now + 400 * DAY, count: 1 }, now)).toBe('tell');
  });
});

describe('the numbers of the list', () => {
  it('give one reason at a time, the most pressing first, and keep what is known of the others', () => {
    const told: ToldNotices = { contract: { at: now - 2 * DAY, count: 1 }, needsYou: { at: now - 3 * DAY, count: 1 } };
    expect(noticesOf(counts({ needsMe: 3, contractEnding: 2, handOverOpen: 1 }), told, now)).toEqual({ tell: { reason: 'needsYou', count: 3 }, told: { ...told, handOver: { at: now, count: 1 } } });
    expect(noticesOf(counts({ contractEnding: 2 }), told, now)).toEqual({ tell: { reason: 'contract', count: 2 }, told: { contract: told.contract } });
    expect(noticesOf(counts({}), {}, now)).toEqual({ tell: null, told: {} });
  });
});
