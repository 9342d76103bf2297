import { describe, expect, it } from 'vitest';
import { listedSiteSchema } from '../../../electron/contract/site-list.ts';
import { listedSite, type PlacedSite } from '../../../electron/sites/site-list.ts';

const DAY = 86_400_000;
const placed: PlacedSite = {
  site: { id: 'site-1', name: 'Casa Rossi', address: 'Via Roma 1', visit: '2026-03-02T14:30', contractEndsOn: '2026-03-31' },
  link: { condition: 'active', renewedAt: 20, proof: { at: 15, homes: [] } }, group: 'fine', handOverOpen: true, contractEnding: false,
};

describe('a row of the site list', () => {
  it('tells the state, when it was proven and when it ends, and nothing the contract does not know', () => {
    const row = listedSite({ ...placed, site: { ...placed.site, notes: 'Key at the neighbour’s' } as PlacedSite['site'] });
    expect(listedSiteSchema.parse(row)).toEqual(row);
    expect(row).toEqual({
      id: 'site-1', name: 'Casa Rossi', address: 'Via Roma 1', visit: '2026-03-02T14:30', group: 'fine', state: 'linked', provenAt: 15, endsAt: 20 + 90 * DAY, handOverOpen: true, contractEndsOn: '',
    });
  });

  it('tells the end of a contract only where something is to be done about it', () => {
    expect(listedSite({ ...placed, contractEnding: true }).contractEndsOn).toBe('2026-03-31');
  });

  it.each([
    [null, 'notLinked', null],
    [{ condition: 'active', renewedAt: 20, proof: null }, 'linkedHomesUnreadable', 20 + 90 * DAY],
    [{ condition: 'quarantined', renewedAt: 20, proof: null }, 'unreadable', 20 + 90 * DAY],
  ] as const)('has no proof date where nothing was proven (%s)', (link, state, endsAt) => {
    expect(listedSite({ ...placed, link })).toMatchObject({ state, provenAt: null, endsAt });
  });
});
