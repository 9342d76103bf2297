import { createInstance, type i18n } from 'i18next';
import { describe, expect, it } from 'vitest';
import { appLanguages, offeredLanguages } from '../../../../electron/contract/languages.ts';
import { withAllPlurals } from '../../../../renderer/i18n/catalogue.ts';
import { flat } from './checks.ts';
import { pseudoTexts } from './pseudo.ts';
import { loadWhole } from './whole.ts';

const COUNTS = [0, 1, 2, 5, 21, 1_000_000] as const;

async function speaker(language: string, texts: Parameters<typeof withAllPlurals>[0]): Promise<i18n> {
  const instance = createInstance();
  await instance.init({ lng: language, fallbackLng: false, resources: { [language]: { translation: withAllPlurals(texts, language) } }, interpolation: { escapeValue: false } });
  return instance;
}

/** What a key without a text would look like. */
const say = (speaks: i18n, key: string, count: number): string => (speaks.t as (key: string, options: object) => string)(key, { count });

describe('plurals', () => {
  it.each([
    ['en', ['other', 'one', 'other', 'other', 'other', 'other']],
    ['fr', ['one', 'one', 'other', 'other', 'other', 'other']],
    ['it', ['other', 'one', 'other', 'other', 'other', 'other']],
    ['de', ['other', 'one', 'other', 'other', 'other', 'other']],
    ['es', ['other', 'one', 'other', 'other', 'other', 'other']],
    ['nl', ['other', 'one', 'other', 'other', 'other', 'other']],
  ] as const)('follow the language’s own rule, and the form for millions reads like the others (%s)', async (language, forms) => {
    const speaks = await speaker(language, { links_one: 'one', links_other: 'other' });
    expect(COUNTS.map((count) => say(speaks, 'links', count))).toEqual(forms);
  });

  it('use the form for millions where a catalogue has one', async () => {
    const speaks = await speaker('fr', { links_one: '{{count}} lien', links_many: '{{count}} de liens', links_other: '{{count}} liens' });
    expect(COUNTS.map((count) => say(speaks, 'links', count))).toEqual(['0 lien', '1 lien', '2 liens', '5 liens', '21 liens', '1000000 de liens']);
  });

  it.each(appLanguages)('of every text there is have a form for every number (%s)', async (language) => {
    const speaks = await speaker(language, pseudoTexts);
    const keys = [...flat(pseudoTexts).keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys) for (const count of COUNTS) expect([key, say(speaks, key, count)]).not.toEqual([key, key]);
  });

  it.each(offeredLanguages)('of the real catalogue too (%s)', async (language) => {
    const texts = await loadWhole(language);
    const speaks = await speaker(language, texts);
    const keys = [...flat(texts).keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
    for (const key of keys) for (const count of COUNTS) expect([key, say(speaks, key, count)]).not.toEqual([key, key]);
  });
});
