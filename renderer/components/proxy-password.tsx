import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../client.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { closeDialog, Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { ProblemNote } from './problem-note.tsx';

interface ProxyPasswordProps {
  readonly onClose: () => void;
  readonly onEntered: () => void;
}

/** Asks for the password of the network's proxy. It goes to main, which keeps it in memory; the window forgets it when the dialog closes. */
export function ProxyPassword({ onClose, onEntered }: ProxyPasswordProps): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAction('app.setProxyPassword');
  const missing = t('problem.proxyMissing');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (userName.trim() === '' || password === '') return;
    save.run({ userName, password }, () => {
      announce(t('problem.proxyEntered'));
      onEntered();
      closeDialog();
    });
  };
  return (
    <Dialog title={t('problem.proxyTitle')} onClose={onClose}>
      <p className="muted">{t('problem.proxyLead')}</p>
      <form className="stack-wide" onSubmit={submit} noValidate>
        <TextField label={t('problem.proxyUserName')} value={userName} maxLength={200} error={tried && userName.trim() === '' ? missing : undefined} onChange={(event) => setUserName(event.target.value)} />
        <TextField type="password" label={t('problem.proxyPassword')} value={password} maxLength={500} error={tried && password === '' ? missing : undefined} onChange={(event) => setPassword(event.target.value)} />
        {save.problem ? <ProblemNote problem={save.problem} /> : null}
        <div className="actions">
          <Button type="submit" variant="primary" disabled={save.busy}>{t('problem.proxySave')}</Button>
          <Button variant="quiet" onClick={closeDialog}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
