import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Autosave } from './use-autosave.ts';

/** Whether a text that is kept by itself is kept, and what to do when it is not. */
export function SaveState({ step, problem, save }: Pick<Autosave, 'step' | 'problem' | 'save'>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {problem && step !== 'saved' ? <ProblemNote problem={problem} /> : null}
      <div className="save-state small" role="status">
        {step === 'waiting' ? <span className="muted">{t('visit.saving')}</span> : null}
        {step === 'saved' ? (
          <span className="save-done">
            <Check size={18} aria-hidden="true" />
            {t('visit.saved')}
          </span>
        ) : null}
        {step === 'failed' ? (
          <>
            <span>{t('visit.notSaved')}</span>
            <Button size="small" onClick={save}>{t('visit.saveAgain')}</Button>
          </>
        ) : null}
      </div>
    </>
  );
}
