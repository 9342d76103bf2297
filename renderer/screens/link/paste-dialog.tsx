import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

interface PasteDialogProps {
  readonly again: () => void;
  readonly onClose: () => void;
}

/** The last way back: the address, pasted by hand. A refused one stays here and the sign-in goes on. */
export function PasteDialog({ again, onClose }: PasteDialogProps): ReactElement {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [complaint, setComplaint] = useState<'pasteMissing' | 'pasteRefused' | null>(null);
  const paste = useAction('link.paste');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setComplaint(address.trim() === '' ? 'pasteMissing' : null);
    if (address.trim() === '') return;
    const refused = (): void => setComplaint('pasteRefused');
    paste.run({ address }, (view) => (view.step === 'waiting' ? refused() : (again(), closeDialog())), refused);
  };
  const other = paste.problem && paste.problem.code !== 'L-84' && paste.problem.code !== 'L-13' ? paste.problem : null;
  return (
    <Dialog title={t('link.pasteTitle')} onClose={onClose}>
      <p className="muted">{t('link.pasteLead')}</p>
      <form className="stack-wide" onSubmit={submit} noValidate>
        <TextArea label={t('link.pasteLabel')} hint={t('link.pasteWarning')} error={complaint === null ? undefined : t(`link.${complaint}`)} code value={address} maxLength={16_384} onChange={(event) => setAddress(event.target.value)} />
        {other ? <ProblemNote problem={other} /> : null}
        <div className="actions">
          <Button type="submit" variant="primary" disabled={paste.busy}>{t('link.pasteSubmit')}</Button>
          <Button variant="quiet" onClick={closeDialog}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
