import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { speak } from '../../i18n/index.ts';
import { offeredLanguages, type OfferedLanguage } from '../../../electron/contract/languages.ts';
import { offered } from '../../i18n/languages.ts';
import { useSession } from '../../session.ts';

/** Language and company name, once; needs no network. */
export function FirstStartScreen(): ReactElement {
  const { t } = useTranslation();
  const { start, goTo, refresh } = useSession();
  const [language, setLanguage] = useState<OfferedLanguage>(offered(start.language));
  const [companyName, setCompanyName] = useState('');
  const [personName, setPersonName] = useState('');
  const [tried, setTried] = useState(false);
  const complete = useAction('app.completeFirstStart');
  const choose = (chosen: string): void => {
    setLanguage(offered(chosen));
    void speak(chosen);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (companyName.trim() === '') return;
    complete.run({ language, companyName, personName }, () => {
      refresh();
      goTo({ name: 'sites', siteId: null });
    });
  };
  return (
    <main className="welcome">
      <form className="welcome-card" onSubmit={submit} noValidate>
        <WelcomeHead />
        <SelectField label={t('firstStart.language')} value={language} onChange={(event) => choose(event.target.value)}>
          {offeredLanguages.map((known) => (
            <option key={known} value={known} lang={known}>{t(`languages.${known}`)}</option>
          ))}
        </SelectField>
        <TextField label={t('firstStart.companyName')} hint={t('firstStart.companyNameHint')} value={companyName} maxLength={200} autoComplete="organization"
          error={tried && companyName.trim() === '' ? t('firstStart.companyNameMissing') : undefined} onChange={(event) => setCompanyName(event.target.value)} />
        <TextField label={t('visit.personNameFirst')} value={personName} maxLength={200} autoComplete="name" onChange={(event) => setPersonName(event.target.value)} />
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
