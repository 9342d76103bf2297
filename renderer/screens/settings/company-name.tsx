import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

/** The name the customer reads. It goes onto the customer's card, so it is saved by a button and not while typing. */
export function CompanyName(): ReactElement {
  const { t } = useTranslation();
  const { start, learn, announce } = useSession();
  const [name, setName] = useState(start.companyName ?? '');
  const save = useAction('settings.change');
  const missing = name.trim() === '';
  const same = name.trim() === start.companyName;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (missing || same) return;
    save.run({ companyName: name }, (view) => {
      learn(view);
      announce(t('settings.companyNameSaved'));
    });
  };
  return (
    <form className="panel" aria-labelledby="settings-company" onSubmit={submit} noValidate>
      <h2 id="settings-company">{t('settings.company')}</h2>
      <TextField label={t('settings.companyName')} hint={t('settings.companyNameHint')} value={name} maxLength={200} autoComplete="organization"
        error={missing ? t('settings.companyNameMissing') : undefined} onChange={(event) => setName(event.target.value)} />
      {save.problem ? <ProblemNote problem={save.problem} /> : null}
      <div className="actions">
        <Button type="submit" disabled={save.busy || missing || same}>{t('settings.saveCompanyName')}</Button>
      </div>
    </form>
  );
}
