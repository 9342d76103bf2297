import { describe, expect, it } from 'vitest';
import { appLanguages } from '../../../../electron/contract/languages.ts';
import { noticeReasons } from '../../../../electron/sites/notices.ts';
import { counted, languageOf, wordsOf } from '../../../../electron/shell/words/words.ts';

const concerns = ['company', 'storage', 'signInAgain', 'endingSoon'] as const;

describe('the language of the system', () => {
  it.each([
    [['fr-FR', 'en-GB'], 'fr'],
    [['pt-BR', 'it-CH', 'de-CH'], 'it'],
    [['DE'], 'de'],
    [['nl-BE'], 'nl'],
    [['ja-JP'], 'en'],
    [[], 'en'],
  ] as const)('%j begins in %s', (system, language) => {
    expect(languageOf(system, appLanguages)).toBe(language);
  });
});

describe('a language that only main knows', () => {
  it('is not begun in, so that menu bar and page never differ', () => {
    expect(languageOf(['fr-FR', 'en-GB'], ['en', 'it'])).toBe('en');
    expect(languageOf(['fr-FR', 'it-IT'], ['en', 'it'])).toBe('it');
  });
});

describe('what main says by itself', () => {
  it.each(appLanguages)('is said with a number for 0, 1, 2 and a million (%s)', (language) => {
    const { concerns: told, notices } = wordsOf(language);
    for (const words of [told.signInAgain, told.endingSoon, notices.needsYou, notices.contract, notices.handOver]) {
      const texts = [0, 1, 2, 1_000_000].map((count) => counted(words, count, language));
      expect(texts[1]).toContain('1');
      expect(texts[2]).toContain('2');
      expect(texts[3]).toMatch(/1\D?000\D?000/u);
      expect(texts.join('')).not.toMatch(/\{\{|undefined/u);
      expect(texts[1]?.replace('1', '')).not.toBe(texts[2]?.replace('2', ''));
    }
  });

  it.each(appLanguages.filter((language) => language !== 'en'))('is not English (%s)', (language) => {
    const [own, english] = [wordsOf(language), wordsOf('en')];
    for (const kind of concerns) {
      expect(own.concerns[kind].title).not.toBe(english.concerns[kind].title);
      expect(own.concerns[kind].other).not.toBe(english.concerns[kind].other);
    }
    for (const kind of noticeReasons) expect(own.notices[kind].title).not.toBe(english.notices[kind].title);
    expect(own.companyFile.title).not.toBe(english.companyFile.title);
    const same = Object.entries(own.menu).filter(([key, label]) => Object.entries(english.menu).some(([name, text]) => name === key && text === label)).map(([key]) => key);
    // French says Services, Italian File, Dutch Help.
    expect(same.filter((key) => !['services', 'file', 'help'].includes(key))).toEqual([]);
  });

  it.each(appLanguages)('is without jargon and names the program where a person must open it (%s)', (language) => {
    const text = JSON.stringify(wordsOf(language));
    expect(text).not.toMatch(/token|oauth|redirect|scope|jeton/iu);
    expect(wordsOf(language).concerns.signInAgain.other).toContain('Liaison');
  });

  it('counts zero as one in French, as French does', () => {
    expect(counted({ one: '{{count}} lien', other: '{{count}} liens' }, 0, 'fr')).toBe('0 lien');
    expect(counted({ one: '{{count}} link', other: '{{count}} links' }, 0, 'en')).toBe('0 links');
  });
});
