import { describe, expect, it } from 'vitest';
import { countRenewedUntil } from '../../../electron/links/oldest-first.ts';
import { DAY, MemoryLinks, START, storedLink } from './fakes.ts';

describe('links renewed until a moment', () => {
  it.each([0, 1, 2, 7, 500])('are counted right and without opening many of %i', (number) => {
    const links = new MemoryLinks();
    for (let age = 1; age <= number; age += 1) storedLink(links, START - age * DAY, { siteId: `site-${age}` });
    const ids = links.renewable();
    let looks = 0;
    const find = (linkId: string): ReturnType<MemoryLinks['find']> => {
      looks += 1;
      return links.find(linkId);
    };
    for (const age of [0, 1, 3, 250, 1000]) expect(countRenewedUntil({ find }, ids, START - age * DAY)).toBe(Math.max(0, number - Math.max(age, 1) + 1));
    expect(looks).toBeLessThanOrEqual(5 * 10);
  });
});
