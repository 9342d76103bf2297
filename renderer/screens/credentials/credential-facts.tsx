import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/views.ts';

/** The rest of the credentials, as far as they may be seen. */
export function CredentialFacts({ profile }: { readonly profile: ProfileView }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <dl className="facts">
        <dt>{t('credentials.server')}</dt>
        <dd>{profile.authorizationServer}</dd>
        <dt>{t('credentials.clientId')}</dt>
        <dd>{profile.clientId}</dd>
        <dt>{t('credentials.subscriptionKey')}</dt>
        <dd>{profile.hasSubscriptionKey ? t('credentials.subscriptionKeyYes') : t('credentials.subscriptionKeyNo')}</dd>
        {profile.route ? (
          <>
            <dt>{t('credentials.route')}</dt>
            <dd>{t(`credentials.routes.${profile.route}`)}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
