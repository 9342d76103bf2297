import { useEffect } from 'react';
import type { CustomerLanguage } from '../../i18n/cards/types.ts';

/** Longest text at the foot of a page, in characters: it has one line. */
const LONGEST_FOOT = 90;

/** `text` as a string of a style sheet. */
export function cssString(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, String.raw`\$&`).replaceAll(/[\n\r\f]/gu, ' ')}"`;
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_FOOT ? text : `${characters.slice(0, LONGEST_FOOT - 1).join('')}…`;
}

/** What a paper says of itself besides what stands on it. */
export interface PaperDress {
  readonly language: CustomerLanguage;
  /** The title of the PDF. */
  readonly title: string;
  /** What stands at the foot of each page, left of its number. */
  readonly foot: string;
  readonly page: readonly [string, string];
}

/** Gives the foot of each page its words: those of a style sheet know no language. */
export function usePaperFoot(dress: PaperDress | null): void {
  const [foot, before, between] = dress ? [shortened(dress.foot), ...dress.page] : ['', '', ''];
  useEffect(() => {
    const { style } = document.documentElement;
    const words = { '--paper-foot': foot, '--paper-page': before, '--paper-of': between };
    for (const [name, text] of Object.entries(words)) style.setProperty(name, cssString(text));
    return () => {
      for (const name of Object.keys(words)) style.removeProperty(name);
    };
  }, [foot, before, between]);
}

/** Gives the page the title and the language of the paper, which a PDF takes from there; the function that comes back takes both off again. */
export function wearPaper({ title, language }: PaperDress): () => void {
  const former = { title: document.title, language: document.documentElement.lang };
  document.title = title;
  document.documentElement.lang = language;
  return () => {
    document.title = former.title;
    document.documentElement.lang = former.language;
  };
}
