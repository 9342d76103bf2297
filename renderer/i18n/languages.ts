import type { ProblemCode } from '../../electron/contract/problems.ts';
import { card as en } from './cards/en.ts';
import type { CustomerCardText, CustomerLanguage } from './cards/types.ts';
import type { Catalogue } from './catalogue.ts';
import type { ProblemText } from './problems/types.ts';

/** The pages of all problems in one language. */
export type Problems = Readonly<Record<ProblemCode, ProblemText>>;

/**
 * The one list of what is translated. A language that is not here is not offered. Each catalogue is a file of its own that is loaded
 * when it is wanted, so that nobody waits for words they do not read; a missing or superfluous key does not compile.
 */
const texts = {
  en: async (): Promise<Catalogue> => (await import('./en.ts')).en,
} as const;

/** A language that the window can speak. */
export type OfferedLanguage = keyof typeof texts;

const problems: Readonly<Record<OfferedLanguage, () => Promise<Problems>>> = {
  en: async () => (await import('./problems/en.ts')).problems,
};

/** The customer's cards; they are short and must be there at once. */
export const cards: Readonly<Partial<Record<CustomerLanguage, CustomerCardText>>> & { readonly en: CustomerCardText } = { en };

/** Every language a person can choose, in the order in which they are offered. */
export const offeredLanguages = Object.keys(texts) as readonly OfferedLanguage[];

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
