import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StartView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

const LANGUAGES: readonly StartView['language'][] = ['en'];

/** Language and company name, once; needs no network. */
export function FirstStartScreen(): ReactElement {
  const { t } = useTranslation();
  const { goTo, refresh } = useSession();
  const [language, setLanguage] = useState<StartView['language']>('en');
  const [companyName, setCompanyName] = useState('');
  const [tried, setTried] = useState(false);
  const complete = useAction('app.completeFirstStart');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (companyName.trim() === '') return;
    complete.run({ language, companyName }, () => {
      refresh();
      goTo({ name: 'sites', siteId: null });
    });
  };
  return (
    <main className="welcome">
      <form className="welcome-card" onSubmit={submit} noValidate>
        <WelcomeHead />
        <SelectField label={t('firstStart.language')} value={language} onChange={(event) => setLanguage(LANGUAGES.find((known) => known === event.target.value) ?? 'en')}>
          {LANGUAGES.map((known) => (
            <option key={known} value={known}>{t(`languages.${known}`)}</option>
          ))}
        </SelectField>
        <TextField label={t('firstStart.companyName')} hint={t('firstStart.companyNameHint')} value={companyName} maxLength={200} autoComplete="organization"
          error={tried && companyName.trim() === '' ? t('firstStart.companyNameMissing') : undefined} onChange={(event) => setCompanyName(event.target.value)} />
        {complete.problem ? <ProblemNote problem={complete.problem} /> : null}
        <Button type="submit" variant="primary" disabled={complete.busy}>{t('firstStart.start')}</Button>
        <p className="small muted">{t('firstStart.offline')}</p>
      </form>
    </main>
  );
}

function WelcomeHead(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <Landing>{t('firstStart.title')}</Landing>
      <p className="muted">{t('firstStart.lead')}</p>
    </div>
  );
}
