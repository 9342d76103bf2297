import { describe, expect, it } from 'vitest';
import type { Site } from '../../../electron/sites/site.ts';
import { recentFrom, recentLines, withOpened } from '../../../electron/sites/recent.ts';

describe('the sites that were opened last', () => {
  it('are eight, the newest first, each once', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'c'].reduce<readonly string[]>(withOpened, []);
    expect(ids).toEqual(['c', 'i', 'h', 'g', 'f', 'e', 'd', 'b']);
  });

  it('are called as the book calls them now; those that it does not know are left out, all of them while it is closed', () => {
    const find = (id: string): Site | null => (id === 'gone' ? null : ({ id, name: `Site ${id}`, address: 'Limoges', notes: 'private' } as unknown as Site));
    expect(recentFrom(['a', 'gone', 'b'], { find })).toEqual([{ id: 'a', name: 'Site a', address: 'Limoges' }, { id: 'b', name: 'Site b', address: 'Limoges' }]);
    expect(recentFrom(['a'], null)).toEqual([]);
  });

  it('fill one line of a menu each, told apart by their addresses where their names are the same', () => {
    const site = (name: string, address: string) => ({ id: `${name}${address}`, name, address });
    expect(recentLines([site('Gîte', 'Uzès'), site('Gîte', ''), site('Rossi', 'Varese')])).toEqual(['Gîte, Uzès', 'Gîte', 'Rossi']);
    expect(recentLines([site('N'.repeat(200), '')])[0]).toHaveLength(60);
  });
});
