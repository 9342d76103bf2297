import { describe, expect, it } from 'vitest';
import { siteViewSchema } from '../../../electron/contract/views.ts';
import type { Link } from '../../../electron/links/link.ts';
import type { Site } from '../../../electron/sites/site.ts';
import { siteView } from '../../../electron/sites/site-view.ts';

const DAY = 86_400_000;
const site: Site = { id: 'site-1', createdAt: 5, name: 'Casa Rossi', address: 'Via Roma 1', customerName: 'Rossi', customerLanguage: 'it', visit: '2026-03-02T14:30', contractEndsOn: '', notes: 'Key at the neighbour’s', handedOverAt: null, endedAt: null, guestRemovedAt: 7 };
const link: Link = {
  id: 'link-1', siteId: 'site-1', generation: 1, linkedAt: 10, renewedAt: 20, accountLabel: 'c…t@example.org',
  condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt: null, proof: { at: 15, homes: [] },
};

describe('a site', () => {
  it('shows itself, its link and its history, newest first as it was given', () => {
    const view = siteView(site, link, [{ at: 10, event: 'linked' }, { at: 5, event: 'created' }], null);
    expect(siteViewSchema.parse(view)).toEqual(view);
    expect(view).toMatchObject({ ...site, link: { state: 'linked', endsAt: 20 + 90 * DAY } });
    expect(view.history.map(({ event }) => event)).toEqual(['linked', 'created']);
  });

  it('says "not linked" by having no link', () => {
    expect(siteView(site, null, [], null)).toEqual({ ...site, link: null, history: [], consent: null });
  });

  it('lets nothing through that the contract does not know', () => {
    const stored = { ...site, rowNumber: 7 };
    expect(siteViewSchema.safeParse(siteView(stored, link, [], null)).success).toBe(true);
  });
});
