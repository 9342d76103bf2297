import { describe, expect, it } from 'vitest';
import { siteGroups } from '../../../electron/contract/site-groups.ts';
import type { ListedSite } from '../../../electron/contract/site-list.ts';
import { rowAfter } from '../../../renderer/screens/sites/list-keys.ts';
import { groupStarts, indexOf, MOST_PAGES, nearPages, PAGE, rowAt } from '../../../renderer/screens/sites/list-pages.ts';
import { marksOf } from '../../../renderer/screens/sites/row-marks.ts';

const NOW = new Date(2026, 10, 24, 12).getTime();
const row = (id: string, part: Partial<ListedSite> = {}): ListedSite => ({ id, name: id, address: '', state: 'linked', provenAt: null, endsAt: null, group: 'fine', visit: '', handOverOpen: false, contractEndsOn: '', ...part });

describe('pages of the list', () => {
  const pages = new Map([[0, [row('a'), row('b')]], [7, [row('c')]]]);

  it('know their rows, and where a site is as far as its page is there', () => {
    expect([rowAt(pages, 1)?.id, rowAt(pages, 7 * PAGE)?.id, rowAt(pages, 150), rowAt(pages, 2)]).toEqual(['b', 'c', undefined, undefined]);
    expect([indexOf(pages, 'b'), indexOf(pages, 'c'), indexOf(pages, 'x'), indexOf(pages, null)]).toEqual([1, 7 * PAGE, null, null]);
  });

  it('are kept near what is on screen, never the whole book', () => {
    const many = new Map(Array.from({ length: 40 }, (_, page) => [page, [row(`p${page}`)]] as const));
    const kept = nearPages(many, new Map([[20, [row('new')]]]));
    expect([kept.size, kept.get(20)?.[0]?.id, kept.has(0), kept.has(19)]).toEqual([MOST_PAGES, 'new', false, true]);
  });
});

describe('headings', () => {
  it('stand above the first row of each group, and not above sites that are all well', () => {
    expect([...groupStarts([{ group: 'needsYou', count: 3 }, { group: 'fine', count: 7 }])]).toEqual([[0, { group: 'needsYou', count: 3 }], [3, { group: 'fine', count: 7 }]]);
    expect([groupStarts([]).size, groupStarts([{ group: 'fine', count: 7 }]).size, groupStarts([{ group: 'ended', count: 7 }]).size]).toEqual([0, 0, 1]);
    expect(new Set(siteGroups).size).toBe(8);
  });
});

describe('keys', () => {
  it('move between rows and stop at both ends', () => {
    const to = (key: string, from: number): number | null => rowAfter(key, from, 50);
    expect([to('ArrowDown', 3), to('ArrowUp', 3), to('ArrowUp', 0), to('ArrowDown', 49), to('Home', 30), to('End', 3), to('PageDown', 45), to('PageUp', 5)]).toEqual([4, 2, 0, 49, 0, 49, 49, 0]);
    expect([to('Enter', 3), to('toString', 3), rowAfter('End', 0, 0)]).toEqual([null, null, null]);
  });
});

describe('marks of a row', () => {
  const kinds = (part: Partial<ListedSite>): readonly string[] => marksOf(row('a', part), NOW).map((mark) => JSON.stringify(mark));

  it.each([
    [{ visit: '2026-11-24' }, ['{"kind":"visitToday","time":null}']],
    [{ visit: '2026-11-25T08:30' }, ['{"kind":"visitTomorrow","time":"08:30"}']],
    [{ visit: '2026-11-23' }, []],
    [{ visit: '2026-11-26' }, []],
    [{ handOverOpen: true, contractEndsOn: '2026-12-06' }, ['{"kind":"handOverOpen"}', '{"kind":"contractEndsIn","days":12}']],
    [{ contractEndsOn: '2026-11-24' }, ['{"kind":"contractEndsToday"}']],
    [{ contractEndsOn: '2026-11-23' }, ['{"kind":"contractOver"}']],
    [{ group: 'ended', visit: '2026-11-24' }, ['{"kind":"ended"}']],
  ] as const)('%j gives %j', (part, marks) => {
    expect(kinds(part)).toEqual(marks);
  });
});
