import type { CustomerCardText, CustomerLanguage } from './cards/types.ts';
import { cards } from './languages.ts';

/** Recorded with the customer's answer; raise it whenever a word of any card changes. */
export const CARD_TEXT_VERSION = '1';

/** The card in the customer's language, or the English one; its `language` says which, and that one is recorded. */
export function customerCard(language: CustomerLanguage): CustomerCardText {
  return cards[language] ?? cards.en;
}
