import type { Texts } from '../../../../renderer/i18n/catalogue.ts';
import { problems as english } from '../../../../renderer/i18n/problems/en.ts';
import type { Problems } from '../../../../renderer/i18n/languages.ts';
import { wholeEnglish } from './whole.ts';

/** A text nobody wrote: every word carries a mark, placeholders and tags stay as they are. */
export function marked(text: string): string {
  return text.split(/(\{\{\w+\}\}|<\/?\w+>)/u).map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/\p{L}+/gu, (word) => `ˇ${word}`))).join('');
}

function markedTexts(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, typeof value === 'string' ? marked(value) : markedTexts(value)]));
}

/** A whole catalogue for tests: English, marked. */
export const pseudoTexts: Texts = markedTexts(wholeEnglish);

/** All problem pages, marked. */
export const pseudoProblems = Object.fromEntries(
  Object.entries(english).map(([code, page]) => [code, { ...page, title: marked(page.title), effect: marked(page.effect), why: marked(page.why), steps: page.steps.map(marked) }]),
) as unknown as Problems;
