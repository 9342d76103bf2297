import { offeredLanguages, type OfferedLanguage } from '../../electron/contract/languages.ts';
import type { ProblemCode } from '../../electron/contract/problems.ts';
import type { OtherTexts, StartTexts } from './catalogue.ts';
import type { ProblemText } from './problems/types.ts';

/** The pages of all problems in one language. */
export type Problems = Readonly<Record<ProblemCode, ProblemText>>;

/**
 * A language that the contract offers and that is missing here does not compile. Each part of each catalogue is a file of its own that is loaded
 * when it is wanted, so that nobody waits for words they do not read; a missing or superfluous key does not compile either.
 */
const starts: Readonly<Record<OfferedLanguage, () => Promise<StartTexts>>> = {
  en: async () => (await import('./en/start.ts')).start,
  fr: async () => (await import('./fr/start.ts')).start,
  it: async () => (await import('./it/start.ts')).start,
  de: async () => (await import('./de/start.ts')).start,
  es: async () => (await import('./es/start.ts')).start,
  nl: async () => (await import('./nl/start.ts')).start,
};

const others: Readonly<Record<OfferedLanguage, () => Promise<OtherTexts>>> = {
  en: async () => (await import('./en.ts')).rest,
  fr: async () => (await import('./fr.ts')).rest,
  it: async () => (await import('./it.ts')).rest,
  de: async () => (await import('./de.ts')).rest,
  es: async () => (await import('./es.ts')).rest,
  nl: async () => (await import('./nl.ts')).rest,
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

/** Loads the texts that a start shows. */
export async function loadStartTexts(language: OfferedLanguage): Promise<StartTexts> {
  return starts[language]();
}

/** Loads all other texts of the app. */
export async function loadOtherTexts(language: OfferedLanguage): Promise<OtherTexts> {
  return others[language]();
}

/** Loads the pages of all problems. */
export async function loadProblems(language: OfferedLanguage): Promise<Problems> {
  return problems[language]();
}
