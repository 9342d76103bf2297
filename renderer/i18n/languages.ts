import { offeredLanguages, type OfferedLanguage } from '../../electron/contract/languages.ts';
import type { ProblemCode } from '../../electron/contract/problems.ts';
import type { OtherTexts, StartTexts } from './catalogue.ts';
import { start as de } from './de/start.ts';
import { start as en } from './en/start.ts';
import { start as es } from './es/start.ts';
import { start as fr } from './fr/start.ts';
import { start as it } from './it/start.ts';
import { start as nl } from './nl/start.ts';
import type { ProblemText } from './problems/types.ts';

/** The pages of all problems in one language. */
export type Problems = Readonly<Record<ProblemCode, ProblemText>>;

/**
 * A language that the contract offers and that is missing here does not compile; neither does a missing or superfluous key. The words of a start are there at once in
 * all languages: a question to main would take longer than 4 KB of each take to read. All others are files of their own, so that nobody waits for words they do not read.
 */
const starts: Readonly<Record<OfferedLanguage, StartTexts>> = { en, fr, it, de, es, nl };

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

/** The texts that a start shows. */
export function startTexts(language: OfferedLanguage): StartTexts {
  return starts[language];
}

/** Loads all other texts of the app. */
export async function loadOtherTexts(language: OfferedLanguage): Promise<OtherTexts> {
  return others[language]();
}

/** Loads the pages of all problems. */
export async function loadProblems(language: OfferedLanguage): Promise<Problems> {
  return problems[language]();
}

