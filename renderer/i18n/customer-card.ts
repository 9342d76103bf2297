import type { CustomerCardText, CustomerLanguage } from './cards/types.ts';
import { cards } from './languages.ts';

/** Recorded with the customer's answer; raise it whenever a word of any card changes. */
export const CARD_TEXT_VERSION = '1';

/** The card in the customer's language; its `language` is recorded with the answer. */
export function customerCard(language: CustomerLanguage): CustomerCardText {
  return cards[language];
}
