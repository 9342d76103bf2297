import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { customerLanguages } from '../../../electron/contract/languages.ts';
import type { SiteForm } from '../../../electron/contract/views.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';


/** New site. */
export function NewSitePane(): ReactElement {
  const { t } = useTranslation();
  const { start, goTo, announce } = useSession();
  const first: SiteForm = { name: '', address: '', customerName: '', customerLanguage: start.settings.customerLanguage };
  const create = useAction('sites.create');
  const submit = (form: SiteForm): void =>
    create.run(form, (site) => {
      goTo({ name: 'sites', siteId: site.id });
      announce(t('siteForm.created'));
    });
  return (
    <div className="form-pane">
      <FormHead title={t('siteForm.newTitle')} />
      {create.problem ? <ProblemNote problem={create.problem} /> : null}
      <SiteFields first={first} action={t('siteForm.create')} busy={create.busy} onSubmit={submit} onCancel={() => goTo({ name: 'sites', siteId: null })} />
    </div>
  );
}

/** Edit site. */
export function EditSitePane({ siteId }: { readonly siteId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { goTo, announce } = useSession();
  const site = useCall('sites.get', { siteId });
  const update = useAction('sites.update');
  const leave = (): void => goTo({ name: 'sites', siteId });
  const submit = (form: SiteForm): void =>
    update.run({ siteId, ...form }, () => {
      leave();
      announce(t('siteForm.saved'));
    });
  if (site.problem) return <ProblemNote problem={site.problem} />;
  if (!site.value) return null;
  const { name, address, customerName, customerLanguage } = site.value;
  return (
    <div className="form-pane">
      <FormHead title={t('siteForm.editTitle')} />
      {update.problem ? <ProblemNote problem={update.problem} /> : null}
      <SiteFields first={{ name, address, customerName, customerLanguage }} action={t('siteForm.save')} busy={update.busy} onSubmit={submit} onCancel={leave} />
    </div>
  );
}

function FormHead({ title }: { readonly title: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <Landing>{title}</Landing>
      <p className="muted">{t('siteForm.lead')}</p>
    </div>
  );
}

interface SiteFieldsProps {
  readonly first: SiteForm;
  readonly action: string;
  readonly busy: boolean;
  readonly onSubmit: (form: SiteForm) => void;
  readonly onCancel: () => void;
}

function SiteFields({ first, action, busy, onSubmit, onCancel }: SiteFieldsProps): ReactElement {
  const { t } = useTranslation();
  const [form, setForm] = useState(first);
  const [tried, setTried] = useState(false);
  const missing = form.name.trim() === '';
  const name = useRef<HTMLInputElement>(null);
  // Typing can begin at once; a form is not read, it is filled in.
  useEffect(() => name.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!missing) onSubmit(form);
  };
  const change = (part: Partial<SiteForm>): void => setForm({ ...form, ...part });
  return (
    <form className="panel panel-lead form-grid" onSubmit={submit} noValidate>
      <TextField ref={name} label={t('siteForm.name')} hint={t('siteForm.nameHint')} value={form.name} maxLength={200} error={tried && missing ? t('siteForm.nameMissing') : undefined}
        onChange={(event) => change({ name: event.target.value })} />
      <TextField label={t('siteForm.address')} value={form.address} maxLength={300} onChange={(event) => change({ address: event.target.value })} />
      <TextField label={t('siteForm.customerName')} value={form.customerName} maxLength={200} onChange={(event) => change({ customerName: event.target.value })} />
      <LanguageField value={form.customerLanguage} onChange={(customerLanguage) => change({ customerLanguage })} />
      <div className="actions">
        <Button type="submit" variant="primary" disabled={busy}>{action}</Button>
        <Button variant="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}

interface LanguageFieldProps {
  readonly value: SiteForm['customerLanguage'];
  readonly onChange: (language: SiteForm['customerLanguage']) => void;
}

function LanguageField({ value, onChange }: LanguageFieldProps): ReactElement {
  const { t } = useTranslation();
  const choose = (chosen: string): void => onChange(customerLanguages.find((known) => known === chosen) ?? 'en');
  return (
    <SelectField label={t('siteForm.customerLanguage')} hint={t('siteForm.customerLanguageHint')} value={value} onChange={(event) => choose(event.target.value)}>
      {customerLanguages.map((known) => (
        <option key={known} value={known} lang={known}>
          {t(`languages.${known}`)}
        </option>
      ))}
    </SelectField>
  );
}
