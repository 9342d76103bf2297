import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StatusChip, type Tone } from '../../components/status-chip.tsx';
import { daysSince, shortDate } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';

const YEAR = 365;
const OLD = 335;

interface SecretPanelProps {
  readonly profile: ProfileView;
  readonly again: () => void;
}

/** The age of the secret, which dies after a year, and the way to replace it. */
export function SecretPanel({ profile, again }: SecretPanelProps): ReactElement {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const setAt = profile.clientSecretSetAt;
  const now = useAge();
  const days = daysSince(setAt ?? now, now);
  return (
    <section className="panel">
      <div className="row-between">
        <h2>{t('credentials.secret')}</h2>
        {setAt === null ? null : <SecretAge setAt={setAt} />}
      </div>
      <p className="small muted">{setAt === null ? t('credentials.secretNone') : t('credentials.secretAge', { when: shortDate(setAt, i18n.language) })}</p>
      {days >= OLD ? <p className="small">{days >= YEAR ? t('credentials.secretExpired') : t('credentials.secretOld')}</p> : null}
      <div className="actions">
        <Button size="small" onClick={() => setOpen(true)}>
          {t('credentials.replaceSecret')}
        </Button>
      </div>
      {open ? <ReplaceSecret onClose={() => setOpen(false)} again={again} /> : null}
    </section>
  );
}

function SecretAge({ setAt }: { readonly setAt: number }): ReactElement {
  const { t } = useTranslation();
  const days = daysSince(setAt, useAge());
  const months = Math.floor(days / 30.44);
  const tone: Tone = days >= YEAR ? 'bad' : days >= OLD ? 'warn' : 'ok';
  const age = days === 0 ? t('credentials.secretNew') : days < 60 ? t('credentials.secretDays', { count: days }) : t('credentials.secretMonths', { count: months });
  return <StatusChip tone={tone}>{age}</StatusChip>;
}

function ReplaceSecret({ onClose, again }: { readonly onClose: () => void; readonly again: () => void }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const [clientSecret, setClientSecret] = useState('');
  const [tried, setTried] = useState(false);
  const replace = useAction('profile.replaceSecret');
  const missing = clientSecret.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    replace.run({ clientSecret }, () => {
      announce(t('credentials.secretReplaced'));
      again();
      closeDialog();
    });
  };
  return (
    <Dialog title={t('credentials.replaceTitle')} onClose={onClose}>
      <p className="muted">{t('credentials.replaceLead')}</p>
      <form className="stack-wide" onSubmit={submit} noValidate>
        <TextField type="password" label={t('credentials.newSecret')} code value={clientSecret} maxLength={500}
          error={tried && missing ? t('credentials.newSecretMissing') : undefined} onChange={(event) => setClientSecret(event.target.value)} />
        {replace.problem ? <ProblemNote problem={replace.problem} /> : null}
        <div className="actions">
          <Button type="submit" variant="primary" disabled={replace.busy}>{t('credentials.saveSecret')}</Button>
          <Button variant="quiet" onClick={closeDialog}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
