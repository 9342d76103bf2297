import { ChevronRight } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileForm } from '../../../electron/contract/calls.ts';
import type { ProfileView, Switch } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

const SWITCHES: readonly Switch[] = ['auto', 'on', 'off'];
const EMPTY: ProfileForm = {
  authorizationServer: '', clientId: '', clientSecret: '', redirectUri: '', subscriptionKey: '', homesServer: '', pkce: 'auto', prompt: 'auto', tokenRedirectUri: 'auto',
};

/** What is stored as far as it may be shown; secrets are always typed again. Practice's invented entries are no start for real ones. */
function firstForm(profile: ProfileView): ProfileForm {
  if (profile.source !== 'company') return EMPTY;
  const { authorizationServer, clientId, redirectUri, homesServer, pkce, prompt, tokenRedirectUri } = profile;
  return { ...EMPTY, authorizationServer, clientId, redirectUri, homesServer, pkce, prompt, tokenRedirectUri };
}

/** The credentials, typed in. */
export function ProfileFormView({ profile }: { readonly profile: ProfileView }): ReactElement {
  const { t } = useTranslation();
  const { goTo, announce, refresh } = useSession();
  const [form, setForm] = useState(() => firstForm(profile));
  const save = useAction('profile.save');
  const leave = (): void => goTo({ name: 'credentials', form: false });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.run(form, () => {
      refresh();
      leave();
      announce(t('credentials.imported'));
    });
  };
  const fields: FieldsProps = { form, wrong: plain(save.problem?.field ?? ''), stored: profile.source === 'company', change: (part) => setForm({ ...form, ...part }) };
  return (
    <form className="stack-wide form-wide" onSubmit={submit} noValidate>
      <div className="stack-tight">
        <Landing>{t('credentials.formTitle')}</Landing>
        <p className="muted">{t('credentials.formLead')}</p>
      </div>
      {save.problem ? <ProblemNote problem={save.problem} /> : null}
      <MainFields {...fields} />
      <ExpertFields {...fields} />
      <div className="actions">
        <Button type="submit" variant="primary" disabled={save.busy}>{t('credentials.save')}</Button>
        <Button variant="quiet" onClick={leave}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}

/** The name of a member however it is spelled in a company file: `client_id` and `clientId` are one. */
function plain(field: string): string {
  return field.replaceAll('_', '').toLowerCase();
}

interface FieldsProps {
  readonly form: ProfileForm;
  /** The entry that main refused, as `plain` spells it; empty for none. */
  readonly wrong: string;
  readonly stored: boolean;
  readonly change: (part: Partial<ProfileForm>) => void;
}

function MainFields({ form, wrong, stored, change }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const secretHint = stored ? t('credentials.secretAgain') : undefined;
  const wire = (name: 'authorizationServer' | 'clientId' | 'clientSecret' | 'redirectUri' | 'subscriptionKey' | 'homesServer') => ({
    value: form[name],
    code: true,
    error: wrong === name.toLowerCase() ? t('credentials.fieldWrong') : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <div className="panel panel-lead form-columns">
      <TextField label={t('credentials.server')} hint={t('credentials.serverHint')} {...wire('authorizationServer')} />
      <TextField label={t('credentials.redirectUri')} hint={t('credentials.redirectUriHint')} {...wire('redirectUri')} />
      <TextField label={t('credentials.clientId')} {...wire('clientId')} />
      <TextField type="password" label={t('credentials.clientSecret')} hint={secretHint} {...wire('clientSecret')} />
      <TextField type="password" label={t('credentials.subscriptionKey')} hint={t('credentials.subscriptionKeyHint')} {...wire('subscriptionKey')} />
      <TextField label={t('credentials.homesServer')} hint={t('credentials.homesServerHint')} {...wire('homesServer')} />
    </div>
  );
}

function ExpertFields({ form, change }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const names = ['pkce', 'prompt', 'tokenRedirectUri'] as const;
  return (
    <details className="disclosure">
      <summary>
        <ChevronRight size={18} aria-hidden="true" />
        {t('credentials.expert')}
      </summary>
      <fieldset className="panel">
        <p className="small muted">{t('credentials.expertHint')}</p>
        <div className="form-columns">
          {names.map((name) => (
            <SelectField key={name} label={t(`credentials.${name}`)} value={form[name]}
              onChange={(event) => change({ [name]: SWITCHES.find((known) => known === event.target.value) ?? 'auto' })}>
              {SWITCHES.map((known) => (
                <option key={known} value={known}>{t(`credentials.switches.${known}`)}</option>
              ))}
            </SelectField>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
