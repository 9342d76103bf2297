import type { SiteForm } from '../../electron/contract/views.ts';

/** A language a customer can read. */
export type CustomerLanguage = SiteForm['customerLanguage'];

/** The card on which the customer decides: at most 60 words besides the buttons. `{{company}}` is the name of the company. */
export interface CustomerCardText {
  readonly language: CustomerLanguage;
  readonly title: string;
  readonly access: string;
  readonly password: string;
  readonly end: string;
  readonly refuse: string;
  readonly agree: string;
  readonly notNow: string;
  readonly practice: string;
}

/** Recorded with the customer's answer; raise it whenever a word of any card changes. */
export const CARD_TEXT_VERSION = '1';

const english: CustomerCardText = {
  language: 'en',
  title: '{{company}} asks to link your Legrand account',
  access: 'They will be able to <strong>see and test</strong> your Legrand devices.',
  password: 'They <strong>never see your password</strong>. You type it yourself, on Legrand’s page.',
  end: 'The link <strong>ends by itself</strong> after 90 days without use. You can end it at any time.',
  refuse: 'You may say no: your installation works all the same.',
  agree: 'I agree, continue',
  notNow: 'Not now',
  practice: 'Practice: nothing here is real',
};

const cards: Readonly<Partial<Record<CustomerLanguage, CustomerCardText>>> = { en: english };

/** The card in the customer's language, or the English one; its `language` says which, and that one is recorded. */
export function customerCard(language: CustomerLanguage): CustomerCardText {
  return cards[language] ?? english;
}
