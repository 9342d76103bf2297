import { card as english } from './cards/en.ts';
import type { CustomerCardText, CustomerLanguage } from './cards/types.ts';

/** Recorded with the customer's answer; raise it whenever a word of any card changes. */
export const CARD_TEXT_VERSION = '1';

const cards: Readonly<Partial<Record<CustomerLanguage, CustomerCardText>>> = { en: english };

/** The card in the customer's language, or the English one; its `language` says which, and that one is recorded. */
export function customerCard(language: CustomerLanguage): CustomerCardText {
  return cards[language] ?? english;
}
