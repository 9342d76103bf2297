import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { builtInChecks } from '../../../electron/contract/visit-limits.ts';
import { checkWords } from '../../../renderer/components/check-words.ts';
import { rest } from '../../../renderer/i18n/en.ts';
import { moved, withItem, without } from '../../../renderer/screens/template/template-changes.ts';

const items = ['a', 'b', 'c'].map((item) => ({ item, title: item, criterion: '' }));
const order = (changed: readonly { readonly item: string }[]): string => changed.map(({ item }) => item).join('');

describe('a template', () => {
  it('is changed one check at a time', () => {
    expect([order(moved(items, 0, 1)), order(moved(items, 2, -1)), order(moved(items, 0, -1)), order(moved(items, 2, 1)), order(moved(items, 7, 1))]).toEqual(['bac', 'acb', 'abc', 'abc', 'abc']);
    expect([order(without(items, 1)), order(items)]).toEqual(['ac', 'abc']);
    expect(order(withItem(items, { item: 'd', title: 'd', criterion: '' }))).toBe('abcd');
    expect(withItem(items, { item: 'b', title: 'new', criterion: 'x' })).toEqual([items[0], { item: 'b', title: 'new', criterion: 'x' }, items[2]]);
  });
});

describe('the words of a check', () => {
  const i18n = createInstance();
  void i18n.init({ lng: 'en', resources: { en: { translation: rest } }, initAsync: false });
  const t = i18n.getFixedT('en');

  it('are those of the program in the language of the reader, or a person’s own', () => {
    for (const item of builtInChecks) expect(checkWords(t, { item, title: '', criterion: '' })).toEqual(rest.checkItems[item]);
    expect(checkWords(t, { item: 'board', title: 'Tableau', criterion: 'lisible' })).toEqual({ title: 'Tableau', criterion: 'lisible' });
  });

  it('are the key where nothing else is known', () => {
    expect(checkWords(t, { item: 'laterOn', title: '', criterion: '' })).toEqual({ title: 'laterOn', criterion: '' });
  });
});
