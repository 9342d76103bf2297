import { User } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RichText } from './rich-text.tsx';

/** Signing in again mends a link: with the same account, for another one is refused. Nothing when the account is not known. */
export function SameAccount({ account }: { readonly account: string }): ReactElement | null {
  const { t } = useTranslation();
  if (account === '') return null;
  return (
    <p className="account-line">
      <User size={20} aria-hidden="true" />
      <span>
        <RichText text={t('site.sameAccount', { account: '{{account}}' })} values={{ account }} />
      </span>
    </p>
  );
}
