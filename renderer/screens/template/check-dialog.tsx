import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateItem } from '../../../electron/contract/visit.ts';
import { LONGEST_CHECK, LONGEST_CRITERION } from '../../../electron/contract/visit-limits.ts';
import { Button } from '../../components/button.tsx';
import { checkWords } from '../../components/check-words.ts';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { TextArea, TextField } from '../../components/field.tsx';

interface CheckDialogProps {
  /** The check to edit; null: a new one. */
  readonly item: TemplateItem | null;
  readonly keep: (item: TemplateItem) => void;
  readonly onClose: () => void;
}

/** The words of one check. One that the program brought along keeps its own, in every language, as long as nobody changes them. */
export function CheckDialog({ item, keep, onClose }: CheckDialogProps): ReactElement {
  const { t } = useTranslation();
  const first = item ? checkWords(t, item) : { title: '', criterion: '' };
  const [title, setTitle] = useState(first.title);
  const [criterion, setCriterion] = useState(first.criterion);
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const isSame = title === first.title && criterion === first.criterion;
    closeDialog();
    if (!item || !isSame) keep({ item: item?.item ?? crypto.randomUUID(), title: title.trim(), criterion: criterion.trim() });
  };
  return (
    <Dialog title={item ? t('template.editTitle') : t('template.addTitle')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField data-first="" label={t('template.checkTitle')} value={title} maxLength={LONGEST_CHECK} error={tried && missing ? t('template.checkTitleMissing') : undefined} onChange={(event) => setTitle(event.target.value)} />
        <TextArea label={t('template.criterion')} rows={3} value={criterion} maxLength={LONGEST_CRITERION} onChange={(event) => setCriterion(event.target.value)} />
        <div className="actions">
          <Button type="submit" variant="primary">{t('template.save')}</Button>
          <Button variant="quiet" onClick={closeDialog}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
