import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

/** Who works with this laptop, for the history of sites. It may be empty. */
export function PersonName(): ReactElement {
  const { t } = useTranslation();
  const { start, learn, announce } = useSession();
  const [name, setName] = useState(start.personName);
  const save = useAction('settings.change');
  const same = name.trim() === start.personName;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (same) return;
    save.run({ personName: name }, (view) => {
      learn(view);
      announce(t('visit.personNameSaved'));
    });
  };
  return (
    <form className="panel" aria-labelledby="settings-person" onSubmit={submit} noValidate>
      <h2 id="settings-person">{t('visit.person')}</h2>
      <TextField label={t('visit.personName')} hint={t('visit.personNameHint')} value={name} maxLength={200} autoComplete="name" onChange={(event) => setName(event.target.value)} />
      {save.problem ? <ProblemNote problem={save.problem} /> : null}
      <div className="actions">
        <Button type="submit" disabled={save.busy || same}>{t('visit.savePersonName')}</Button>
      </div>
    </form>
  );
}
