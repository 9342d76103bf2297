import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/views.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { ProfileFormView } from './profile-form.tsx';
import { RedirectUriPanel } from './redirect-uri-panel.tsx';
import { SecretPanel } from './secret-panel.tsx';
import { TestPanel } from './test-panel.tsx';

/** What Legrand gave to the company: import, type in, copy the return address, test, replace the secret. */
export function CredentialsScreen({ form }: { readonly form: boolean }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const profile = useCall('profile.view', undefined);
  const back = form
    ? { label: t('credentials.title'), act: () => goTo({ name: 'credentials', form: false }) }
    : { label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) };
  return (
    <Page back={back}>
      {profile.problem ? <ProblemNote problem={profile.problem} /> : null}
      {profile.value && form ? <ProfileFormView profile={profile.value} /> : null}
      {profile.value && !form ? <Overview profile={profile.value} again={profile.again} /> : null}
    </Page>
  );
}

interface PartProps {
  readonly profile: ProfileView;
  readonly again: () => void;
}

function Overview({ profile, again }: PartProps): ReactElement {
  const { t } = useTranslation();
  const leads = { none: t('credentials.leadNone'), practice: t('credentials.leadPractice'), company: t('credentials.leadCompany') } as const;
  return (
    <>
      <div className="stack-tight">
        <Landing>{t('credentials.title')}</Landing>
        <p className="lead">{leads[profile.source]}</p>
      </div>
      <SourceActions profile={profile} again={again} />
      {profile.source === 'none' ? null : (
        <div className="page-columns">
          <div className="stack-wide">
            <RedirectUriPanel profile={profile} />
            <CredentialFacts profile={profile} />
          </div>
          <div className="stack-wide">
            {profile.source === 'company' ? <SecretPanel profile={profile} again={again} /> : null}
            <TestPanel profile={profile} again={again} />
          </div>
        </div>
      )}
    </>
  );
}

function SourceActions({ profile, again }: PartProps): ReactElement {
  const { t } = useTranslation();
  const { goTo, announce, refresh } = useSession();
  const bring = useAction('profile.importFile');
  const done = (view: ProfileView | null): void => {
    if (!view) return;
    announce(t('credentials.imported'));
    refresh();
    again();
  };
  const company = profile.source === 'company';
  return (
    <>
      <div className="actions">
        <Button variant={company ? 'secondary' : 'primary'} enter={!company} disabled={bring.busy} onClick={() => bring.run(undefined, done)}>
          {t('credentials.importFile')}
        </Button>
        <Button onClick={() => goTo({ name: 'credentials', form: true })}>{company ? t('credentials.change') : t('credentials.typeIn')}</Button>
        <ModeButton />
      </div>
      {bring.problem ? <ProblemNote problem={bring.problem} /> : null}
    </>
  );
}

function ModeButton(): ReactElement {
  const { t } = useTranslation();
  const { start, goTo, refresh } = useSession();
  const set = useAction('app.setMode');
  const practice = start.mode === 'practice';
  const change = (): void =>
    set.run({ mode: practice ? 'real' : 'practice' }, () => {
      refresh();
      goTo({ name: 'sites', siteId: null });
    });
  return (
    <>
      <Button variant="quiet" disabled={set.busy} onClick={change}>
        {practice ? t('credentials.realOn') : t('credentials.practiceOn')}
      </Button>
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </>
  );
}
