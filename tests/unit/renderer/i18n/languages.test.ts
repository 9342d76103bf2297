import { describe, expect, it } from 'vitest';
import { customerLanguages } from '../../../../electron/contract/languages.ts';
import type { Texts } from '../../../../renderer/i18n/catalogue.ts';
import { customerCard } from '../../../../renderer/i18n/customer-card.ts';
import { offeredLanguages, type OfferedLanguage } from '../../../../electron/contract/languages.ts';
import { cards } from '../../../../renderer/i18n/customer-card.ts';
import { loadProblems, offered, type Problems } from '../../../../renderer/i18n/languages.ts';
import { problems as englishProblems } from '../../../../renderer/i18n/problems/en.ts';
import { differentKeys, flat, flatProblems, marksOf, untranslated, withJargon, wordsOnCard, wrongMarks } from './checks.ts';
import { marked, pseudoProblems, pseudoTexts } from './pseudo.ts';
import { loadWhole, wholeEnglish } from './whole.ts';

const english = flat(wholeEnglish);
const englishPages = flatProblems(englishProblems);

/** The same in every language: names, and texts without a word of their own. */
const sameEverywhere = (key: string): boolean => key === 'common.appName' || key === 'settings.version' || key.startsWith('languages.') || key.startsWith('settings.siteModeKeys.') || key.startsWith('recent.keys.');
/** The same as in English by chance of the language. Add a key here only after reading it. */
const sameByChance: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(['practice.email', 'renewals.pause', 'sheet.port', 'book.notes', 'visit.day', 'visit.photos', 'takeover.photos', 'about.versions', 'about.licences', 'settings.notices']),
  it: new Set(['practice.email', 'practice.password', 'site.account', 'signIn.errors.replyUrl.title', 'signIn.errors.internalError.title', 'problem.proxyPassword']),
  de: new Set(['link.verdicts.problem', 'ready.verdicts.problem', 'updates.title']),
  nl: new Set(['practice.email', 'site.account', 'signIn.errors.replyUrl.title', 'signIn.errors.internalError.title', 'help.open', 'ready.found.clock', 'sheet.host', 'sheet.protocol', 'book.contract', 'updates.title']),
};

interface Loaded {
  readonly texts: Texts;
  readonly problems: Problems;
}

async function load(language: OfferedLanguage): Promise<Loaded> {
  return { texts: await loadWhole(language), problems: await loadProblems(language) };
}

/** Everything that is wrong with the catalogues of a language. */
function faultsOf(language: string, { texts, problems }: Loaded): readonly string[] {
  const [words, pages] = [flat(texts), flatProblems(problems)];
  const isAllowed = (key: string): boolean => sameEverywhere(key) || (sameByChance[language]?.has(key) ?? false);
  const steps = Object.entries(englishProblems).filter(([code, { steps: model, who, retry }]) => {
    const page = problems[code as keyof Problems];
    return page.steps.length !== model.length || String(page.who) !== String(who) || page.retry !== retry;
  });
  return [
    ...differentKeys(english, words).map((key) => `key: ${key}`),
    ...[...wrongMarks(english, words), ...wrongMarks(englishPages, pages)].map((key) => `marks: ${key}`),
    ...(language === 'en' ? [] : [...untranslated(english, words, isAllowed), ...untranslated(englishPages, pages, isAllowed)].map((key) => `English: ${key}`)),
    ...[...withJargon(language, words), ...withJargon(language, pages)].filter((line) => !/reply url/iu.test(line)).map((line) => `jargon: ${line}`),
    ...[...pages].filter(([key, text]) => key.endsWith('.title') && text.length > 55).map(([key]) => `long title: ${key}`),
    ...steps.map(([code]) => `other steps or verdict: ${code}`),
  ];
}

describe('every language that is offered', () => {
  it('is one of the app’s, with English among them', () => {
    expect(offeredLanguages).toContain('en');
    expect(offeredLanguages.map((language) => offered(language))).toEqual(offeredLanguages);
    expect(offered('xx')).toBe('en');
  });

  it.each(offeredLanguages)('is whole: same keys, placeholders and tags as English, no jargon, nothing left in English (%s)', async (language) => {
    expect(faultsOf(language, await load(language))).toEqual([]);
  });

  it('would be accepted with a catalogue nobody wrote', () => {
    expect(faultsOf('xx', { texts: pseudoTexts, problems: pseudoProblems }).filter((fault) => !fault.startsWith('long title'))).toEqual([]);
  });
});

describe('what is wrong with a catalogue is found', () => {
  const broken = (part: Texts): Texts => ({ ...pseudoTexts, common: { ...(pseudoTexts['common'] as Texts), ...part } });
  const faults = (texts: Texts): readonly string[] => faultsOf('fr', { texts, problems: pseudoProblems }).filter((fault) => !fault.startsWith('long title'));
  it.each([
    ['a key too many', { other: 'ˇother' }, 'key: common.other'],
    ['a placeholder that lost its name', { backToSite: 'ˇBack {{place}}' }, 'marks: common.backToSite'],
    ['a placeholder that is missing', { backToSite: 'ˇBack' }, 'marks: common.backToSite'],
    ['a tag that is missing', { back: '<b>ˇBack</b>' }, 'marks: common.back'],
    ['a text left in English', { back: 'Back' }, 'English: common.back'],
    ['a word of jargon', { back: 'Votre jeton' }, 'jargon: common.back: Votre jeton'],
  ] as const)('%s', (_name, part, fault) => {
    expect(faults(broken(part))).toEqual([fault]);
  });

  it('a key that is missing', () => {
    const { back: _back, ...rest } = pseudoTexts['common'] as Texts;
    expect(faults({ ...pseudoTexts, common: rest })).toEqual(['key: common.back']);
  });

  it('a title that is too long, another number of steps, another verdict', () => {
    const page = { ...pseudoProblems['L-01'], title: 'ˇx'.repeat(30), steps: [], retry: 'no' as const };
    expect(faultsOf('fr', { texts: pseudoTexts, problems: { ...pseudoProblems, 'L-01': page } })).toEqual(expect.arrayContaining(['long title: L-01.title', 'other steps or verdict: L-01']));
  });

  it('keeps placeholders and tags where it marks words', () => {
    expect(marked('See <strong>{{site}}</strong> now')).toBe('ˇSee <strong>{{site}}</strong> ˇnow');
    expect(marksOf('See <strong>{{site}}</strong> now')).toEqual(['</strong>', '<strong>', '{{site}}']);
  });
});

describe('the customer’s cards', () => {
  it.each(Object.values(cards))('say it in at most 60 words, without jargon ($language)', (card) => {
    expect(wordsOnCard(card)).toBeLessThanOrEqual(60);
    expect(withJargon(card.language, new Map(Object.entries(card)))).toEqual([]);
    expect([marksOf(card.title), marksOf(card.access).length, marksOf(card.password).length, marksOf(card.end).length]).toEqual([['{{company}}'], 2, 2, 2]);
  });

  it('are known by their own language, and English stands in for one that is missing', () => {
    expect(Object.entries(cards).every(([language, card]) => card.language === language)).toBe(true);
    for (const language of customerLanguages) expect(customerCard(language).language).toBe(language);
  });
});
