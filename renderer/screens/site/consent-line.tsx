import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../../electron/contract/consent.ts';
import { dateTime, nameList } from '../../i18n/format.ts';

/** The customer's yes as it was recorded: when, which text, by whom, and what was seen. */
export function ConsentLine({ consent }: { readonly consent: ConsentView }): ReactElement {
  const { t, i18n } = useTranslation();
  const { at, textVersion, language, customerName, companyName, homes, clock } = consent;
  const names = homes?.map(({ name, shortId }) => name ?? t('homes.idEnds', { id: shortId })) ?? [];
  return (
    <div className="consent-line small muted">
      <p>{t('signIn.consent', { at: dateTime(at, i18n.language), version: textVersion, language: t(`languages.${language}`) })}</p>
      {customerName !== '' && companyName !== '' ? <p>{t('signIn.consentWho', { customer: customerName, company: companyName })}</p> : null}
      {names.length > 0 ? <p>{t('signIn.consentHomes', { homes: nameList(names, i18n.language) })}</p> : null}
      <p>{t(`signIn.consentClock.${clock}`)}</p>
    </div>
  );
}
