import { describe, expect, it } from 'vitest';
import { linkViewSchema } from '../../../electron/contract/views.ts';
import type { Link } from '../../../electron/links/link.ts';
import { linkState, linkView } from '../../../electron/links/link-view.ts';
import { linkEndsAt } from '../../../electron/links/standing.ts';
import { DAY, START } from './fakes.ts';

const home = { id: 'home-1-long-identifier', name: 'Villa', devices: [{ id: 'm', name: 'Hall', kind: null }], problem: null };
const link: Link = {
  id: 'link-1', siteId: 'site-1', generation: 3, linkedAt: START, renewedAt: START + DAY, accountLabel: 'c…t@example.org',
  condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt: START + 31 * DAY, proof: { at: START, homes: [home] },
};

describe('the one word for a link', () => {
  it.each([
    ['notLinked', null],
    ['linked', link],
    ['linked', { ...link, proof: { at: START, homes: [] } }],
    ['linkedHomesUnreadable', { ...link, proof: { at: START, homes: null } }],
    ['linkedHomesUnreadable', { ...link, proof: null }],
    ['uncertain', { ...link, condition: 'uncertain' }],
    ['uncertain', { ...link, condition: 'suspect' }],
    ['signInAgain', { ...link, condition: 'relinkRequired' }],
    ['unreadable', { ...link, condition: 'quarantined' }],
    ['locked', { ...link, condition: 'locked' }],
  ] as const)('is %s', (state, given) => {
    expect(linkState(given)).toBe(state);
  });
});

describe('the view of a link', () => {
  it('fits the contract and carries the age of every statement', () => {
    const view = linkView({ ...link, problem: { code: 'L-47' } });
    expect(linkViewSchema.parse(view)).toEqual(view);
    expect(view).toMatchObject({ linkedAt: START, renewedAt: START + DAY, endsAt: START + 91 * DAY, problem: { code: 'L-47' } });
    expect(view.proof).toMatchObject({ at: START, homes: [{ name: 'Villa', deviceCount: 1, deviceNames: ['Hall'] }] });
  });

  it('has no proof when nothing was ever read, and no homes when they could not be', () => {
    expect(linkView({ ...link, proof: null }).proof).toBeNull();
    expect(linkView({ ...link, proof: { at: 7, homes: null } }).proof).toBeNull();
  });

  it('ends ninety days after the last renewal', () => {
    expect(linkEndsAt({ renewedAt: 0 })).toBe(7_776_000_000);
  });
});
