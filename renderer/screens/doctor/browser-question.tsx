import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrowserAnswer, DoctorReport } from '../../../electron/contract/readiness.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

const ANSWERS: readonly BrowserAnswer[] = ['legrandOpens', 'othersOpen', 'nothingOpens'];

/** What only a person can tell: no other company's page is asked, so nobody but the browser knows what else opens here. */
export function BrowserQuestion({ report, again }: { readonly report: DoctorReport; readonly again: () => void }): ReactElement {
  const { t } = useTranslation();
  const answer = useAction('doctor.answer');
  return (
    <section className="panel panel-lead" aria-labelledby="doctor-question">
      <h2 id="doctor-question">{t('doctor.question')}</h2>
      <p className="small muted">{t('doctor.questionHint')}</p>
      {answer.problem ? <ProblemNote problem={answer.problem} /> : null}
      <div className="actions">
        {ANSWERS.map((option) => (
          <Button key={option} aria-pressed={report.answer === option} disabled={answer.busy} onClick={() => answer.run({ answer: option }, again)}>
            {t(`doctor.answers.${option}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
