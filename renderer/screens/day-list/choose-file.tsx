import { FileDown } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { DayListStep } from './day-list-screen.tsx';
import type { RefusedReason } from './read-lines.ts';

interface ChooseFileProps {
  readonly state: Exclude<DayListStep, { readonly step: 'preview' }>;
  readonly onFile: (file: File | undefined) => void;
}

/** What can be read, and the way to choose or drop a file. */
export function ChooseFile({ state, onFile }: ChooseFileProps): ReactElement {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const isReading = state.step === 'reading';
  return (
    <>
      <div className="stack-tight">
        <Landing>{t('dayList.title')}</Landing>
        <p className="lead">{t('dayList.lead')}</p>
      </div>
      {state.step === 'choosing' && state.problem ? <ProblemNote problem={state.problem} /> : null}
      {state.step === 'choosing' && state.refused ? <Refused reason={state.refused} /> : null}
      <div className="drop-zone">
        <FileDown size={32} aria-hidden="true" />
        <p>{isReading ? t('dayList.reading') : t('dayList.dropHere')}</p>
        <Button variant="primary" enter disabled={isReading} onClick={() => input.current?.click()}>
          {t('dayList.choose')}
        </Button>
        <input ref={input} type="file" hidden accept=".csv,.txt,.ics" aria-label={t('dayList.choose')} onChange={({ target }) => {
          onFile(target.files?.[0]);
          // The same file can be chosen again after it was corrected.
          target.value = '';
        }} />
      </div>
      <ul className="aside stack-tight">
        <li>{t('dayList.hintTable')}</li>
        <li>{t('dayList.hintCalendar')}</li>
        <li>{t('dayList.hintLimits')}</li>
      </ul>
    </>
  );
}

function Refused({ reason }: { readonly reason: RefusedReason }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <ProblemNote problem={{ code: 'L-86', reason }} />
      <p>{t(`dayList.refused.${reason}`)}</p>
    </div>
  );
}
