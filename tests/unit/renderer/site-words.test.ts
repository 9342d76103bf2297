import { describe, expect, it } from 'vitest';
import type { LinkView, SiteView } from '../../../electron/contract/views.ts';
import { clockDay, clockStage } from '../../../renderer/components/clock-stage.ts';
import { isDueSoon, needsPerson } from '../../../renderer/components/link-chip.ts';
import { explanationOf, headingOf, nextStep } from '../../../renderer/screens/site/state-words.ts';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const endOf = (day: number): number => NOW + (90 - day) * DAY;

function site(link: Partial<LinkView> | null, history: SiteView['history'] = []): SiteView {
  const whole = link && {
    state: 'linked' as const, linkedAt: NOW, renewedAt: NOW, endsAt: NOW + 90 * DAY, account: 'c…t@example.com', proof: { at: NOW, homes: [] }, problem: null, nextAt: null, ...link,
  };
  return { id: 's', name: 'Site', address: '', customerName: '', customerLanguage: 'fr', createdAt: NOW, link: whole, history, consent: null, visit: '', contractEndsOn: '', notes: '', handedOverAt: null, endedAt: null, guestRemovedAt: null };
}

describe('the clock of a link', () => {
  it.each([
    [0, 'calm'],
    [59.9, 'calm'],
    [60, 'soon'],
    [79.9, 'soon'],
    [80, 'urgent'],
    [89.9, 'urgent'],
    [90, 'over'],
    [400, 'over'],
  ] as const)('is on day %d %s', (day, stage) => {
    expect(clockStage(endOf(day), NOW)).toBe(stage);
  });

  it.each([[0, 0], [62.5, 62], [90, 90], [200, 90], [-3, 0]] as const)('shows day %d as %d', (day, shown) => {
    expect(clockDay(endOf(day), NOW)).toBe(shown);
  });

  it('asks a person from day 60, and only for a link that works as far as known', () => {
    expect(isDueSoon('linked', endOf(59), NOW)).toBe(false);
    expect(isDueSoon('linked', endOf(61), NOW)).toBe(true);
    expect(isDueSoon('linkedHomesUnreadable', endOf(61), NOW)).toBe(true);
    expect(isDueSoon('locked', endOf(61), NOW)).toBe(false);
    expect(needsPerson('locked', endOf(61), NOW)).toBe(false);
    expect(needsPerson('uncertain', endOf(1), NOW)).toBe(true);
  });
});

describe('the words of a site', () => {
  it('tells a lost answer from a refusal that is not confirmed', () => {
    expect(explanationOf(site({ state: 'uncertain', problem: { code: 'L-43' } }), NOW)).toBe('uncertain');
    expect(explanationOf(site({ state: 'uncertain', problem: { code: 'L-42' } }), NOW)).toBe('refusedOnce');
    expect(explanationOf(site({ state: 'uncertain', problem: { code: 'L-16' } }), NOW)).toBe('companyFirst');
    expect(explanationOf(site({ state: 'signInAgain', problem: { code: 'L-42' } }), NOW)).toBe('signInAgain');
  });

  it('does not call a link linked without a word when its 90 days are over', () => {
    expect(explanationOf(site({ endsAt: endOf(91) }), NOW)).toBe('over');
    expect(headingOf(site({ endsAt: endOf(91) }), NOW)).toBe('over');
    expect(headingOf(site({ endsAt: endOf(91), state: 'signInAgain' }), NOW)).toBe('signInAgain');
    expect(explanationOf(site({ endsAt: endOf(89) }), NOW)).toBe('linked');
  });

  it('remembers that a link was ended here, until there is a new one', () => {
    const ended = [{ at: NOW, event: 'unlinked' as const }];
    expect(headingOf(site(null, ended), NOW)).toBe('unlinked');
    expect(explanationOf(site(null, ended), NOW)).toBe('unlinked');
    expect(headingOf(site({}, ended), NOW)).toBe('linked');
    expect(headingOf(site(null), NOW)).toBe('notLinked');
  });

  it('never says proven of what was never read', () => {
    expect(headingOf(site({ proof: null }), NOW)).toBe('linkedUnproven');
  });

  it('tells when the program acts by itself', () => {
    expect(nextStep(null, NOW, true)).toBe('never');
    expect(nextStep(NOW + DAY, NOW, true)).toBe('company');
    expect(nextStep(NOW - DAY, NOW, false)).toBe('soon');
    expect(nextStep(NOW + DAY, NOW, false)).toBe('at');
  });
});
