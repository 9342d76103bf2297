import { offeredLanguages, type OfferedLanguage } from '../../electron/contract/languages.ts';
import type { ProblemCode } from '../../electron/contract/problems.ts';
import type { Catalogue } from './catalogue.ts';
import type { ProblemText } from './problems/types.ts';

/** The pages of all problems in one language. */
export type Problems = Readonly<Record<ProblemCode, ProblemText>>;

/**
 * A language that the contract offers and that is missing here does not compile. Each catalogue is a file of its own that is loaded
 * when it is wanted, so that nobody waits for words they do not read; a missing or superfluous key does not compile either.
 */
const texts: Readonly<Record<OfferedLanguage, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  nl: async () => (await import('./nl.ts')).nl,
};

const problems: Readonly<Record<OfferedLanguage, () => Promise<Problems>>> = {
  en: async () => (await import('./problems/en.ts')).problems,
  fr: async () => (await import('./problems/fr.ts')).problems,
  it: async () => (await import('./problems/it.ts')).problems,
  de: async () => (await import('./problems/de.ts')).problems,
  es: async () => (await import('./problems/es.ts')).problems,
  nl: async () => (await import('./problems/nl.ts')).problems,
};

/** `language` when the window speaks it, or English. */
export function offered(language: string): OfferedLanguage {
  return offeredLanguages.find((known) => known === language) ?? 'en';
}

/** Loads the texts of the app. */
export async function loadTexts(language: OfferedLanguage): Promise<Catalogue> {
  return texts[language]();
}

/** Loads the pages of all problems. */
export async function loadProblems(language: OfferedLanguage): Promise<Problems> {
  return problems[language]();
}
