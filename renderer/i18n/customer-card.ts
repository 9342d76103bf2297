import { card as de } from './cards/de.ts';
import { card as en } from './cards/en.ts';
import { card as es } from './cards/es.ts';
import { card as fr } from './cards/fr.ts';
import { card as it } from './cards/it.ts';
import { card as nl } from './cards/nl.ts';
import type { CustomerCardText, CustomerLanguage } from './cards/types.ts';

/** The customer's cards; they are short and must be there at once. */
export const cards: Readonly<Record<CustomerLanguage, CustomerCardText>> = { en, fr, it, de, es, nl };

/** Recorded with the customer's answer; raise it whenever a word of any card changes. */
export const CARD_TEXT_VERSION = '1';

/** The card in the customer's language; its `language` is recorded with the answer. */
export function customerCard(language: CustomerLanguage): CustomerCardText {
  return cards[language];
}
