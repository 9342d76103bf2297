import type { SiteForm } from '../../../electron/contract/views.ts';

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
