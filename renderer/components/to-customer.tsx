import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { customerWords, type CustomerWords } from '../i18n/customer-words.ts';
import type { CustomerLanguage } from '../i18n/cards/types.ts';

interface ToCustomerProps {
  readonly language: CustomerLanguage;
  readonly say: Exclude<keyof CustomerWords, 'back'>;
}

/** What the customer must understand, in the own language; nothing where the whole page is in that language already. */
export function ToCustomer({ language, say }: ToCustomerProps): ReactElement | null {
  const { i18n } = useTranslation();
  if (i18n.language === language) return null;
  return (
    <p className="to-customer" lang={language}>
      {customerWords(language)[say]}
    </p>
  );
}
