import { describe, expect, it } from 'vitest';
import { customerLanguages } from '../../../../electron/contract/languages.ts';
import { builtInChecks } from '../../../../electron/contract/visit-limits.ts';
import type { Texts } from '../../../../renderer/i18n/catalogue.ts';
import { counted, fill, loadPaperWords } from '../../../../renderer/i18n/papers/load.ts';
import { differentKeys, flat, untranslated, withJargon, wrongMarks } from './checks.ts';

const load = async (language: (typeof customerLanguages)[number]): Promise<ReadonlyMap<string, string>> => flat((await loadPaperWords(language)) as unknown as Texts);

/** The same word in both languages. */
const same: ReadonlySet<string> = new Set([
  'fr shared.page.0', 'fr shared.date', 'fr shared.signature', 'fr handover.installation', 'fr handover.signatures',
  'it handover.account', 'nl handover.account', 'nl handover.contract',
]);

describe('the words of papers', () => {
  it.each(customerLanguages)('have the same keys, placeholders and tags as English, no jargon, and nothing left in English (%s)', async (language) => {
    const [english, words] = [await load('en'), await load(language)];
    const left = language === 'en' ? [] : untranslated(english, words, (key) => same.has(`${language} ${key}`));
    expect([differentKeys(english, words), wrongMarks(english, words), left, withJargon(language, words)]).toEqual([[], [], [], []]);
  });

  it.each(customerLanguages)('say "linked" of a proven link alone (R3, %s)', async (language) => {
    const { handover } = await loadPaperWords(language);
    const linked: Readonly<Record<string, RegExp>> = { en: /\blinked\b/iu, fr: /(?<!\p{L})lié(?!\p{L})/iu, it: /\bcollegato\b/iu, de: /verknüpft(?!\p{L})/iu, es: /\bvinculada\b/iu, nl: /\bgekoppeld\b/iu };
    const said = Object.entries(handover.standing).filter(([, text]) => linked[language]?.test(text)).map(([standing]) => standing);
    expect(said).toEqual(['proven']);
  });

  it.each(customerLanguages)('say for each check that the program brings along what it is and when it is passed (%s)', async (language) => {
    const { handover } = await loadPaperWords(language);
    expect([Object.keys(handover.items).toSorted(), Object.keys(handover.criteria).toSorted()]).toEqual([[...builtInChecks].toSorted(), [...builtInChecks].toSorted()]);
  });

  it('fill in what they are given and look through none of it again', () => {
    expect(fill('{{a}} and {{b}}', { a: '{{b}}', b: '$&' })).toBe('{{b}} and $&');
    expect([counted({ one: '{{count}} Gerät', other: '{{count}} Geräte' }, 1, 'de'), counted({ one: '{{count}} Gerät', other: '{{count}} Geräte' }, 1200, 'de')]).toEqual(['1 Gerät', '1.200 Geräte']);
  });
});
