import type { CustomerLanguage } from '../cards/types.ts';
import type { Counted, PaperWords } from './types.ts';

/** Each language is a file of its own that is loaded when a paper is in it; the language of the app plays no part. */
const words: Readonly<Record<CustomerLanguage, () => Promise<PaperWords>>> = {
  en: async () => (await import('./en.ts')).words,
  fr: async () => (await import('./fr.ts')).words,
  it: async () => (await import('./it.ts')).words,
  de: async () => (await import('./de.ts')).words,
  es: async () => (await import('./es.ts')).words,
  nl: async () => (await import('./nl.ts')).words,
};

/** The words of papers in the customer's language. */
export async function loadPaperWords(language: CustomerLanguage): Promise<PaperWords> {
  return words[language]();
}

/** `text` with its placeholders filled in; what is filled in is never looked through again. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** The text for `count`, by the plural rule of `language`. */
export function counted({ one, other }: Counted, count: number, language: CustomerLanguage): string {
  const text = new Intl.PluralRules(language).select(count) === 'one' ? one : other;
  return fill(text, { count: new Intl.NumberFormat(language).format(count) });
}
