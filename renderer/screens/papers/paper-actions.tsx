import { FileCheck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperKind } from '../../../electron/contract/papers.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { useDraft } from '../site/use-draft.ts';
import { wearPaper, type PaperDress } from './paper-dress.ts';

interface PaperActionsProps {
  readonly siteId: string;
  readonly paper: PaperKind;
  readonly dress: PaperDress;
}

/** Save, print, and open what was saved. */
export function PaperActions({ siteId, paper, dress }: PaperActionsProps): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const [saved, setSaved] = useState<string | null>(null);
  const [save, print, open] = [useAction('papers.save'), useAction('papers.print'), useAction('papers.open')];
  const saveNow = (): void => {
    const takeOff = wearPaper(dress);
    save.run({ siteId, paper }, (name) => { takeOff(); if (name !== null) { setSaved(name); announce(t('papers.saved', { name })); } }, takeOff);
  };
  const printNow = (): void => {
    const takeOff = wearPaper(dress);
    print.run(undefined, (done) => { takeOff(); if (done) announce(t('papers.printed')); }, takeOff);
  };
  const problem = save.problem ?? print.problem ?? open.problem;
  const busy = save.busy || print.busy;
  return (
    <div className="stack">
      <div className="actions">
        <Button variant="primary" enter disabled={busy} onClick={saveNow}>{t('papers.save')}</Button>
        <Button data-print="" disabled={busy} onClick={printNow}>{t('papers.print')}</Button>
        {saved === null ? null : <Button disabled={open.busy} onClick={() => open.run(undefined)}>{t('papers.open')}</Button>}
      </div>
      {saved === null || problem ? null : (
        <p className="with-icon tone-text-ok">
          <FileCheck size={20} aria-hidden="true" />
          {t('papers.saved', { name: saved })}
        </p>
      )}
      {problem ? <ProblemNote problem={problem} /> : null}
    </div>
  );
}

/** The number that customers call; kept for the next paper. `again` asks for the paper again. */
export function PhoneField({ phone, again }: { readonly phone: string; readonly again: () => void }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const keep = useAction('papers.setPhone');
  const draft = useDraft(phone);
  return (
    <div className="paper-phone">
      <TextField label={t('papers.phone')} hint={t('papers.phoneHint')} type="tel" maxLength={60} value={draft.text} onChange={(event) => draft.change(event.target.value)} />
      {keep.problem ? <ProblemNote problem={keep.problem} /> : null}
      <Button size="small" disabled={keep.busy || !draft.isChanged} onClick={() => keep.run({ phone: draft.text }, () => { again(); announce(t('book.saved')); })}>{t('papers.savePhone')}</Button>
    </div>
  );
}
