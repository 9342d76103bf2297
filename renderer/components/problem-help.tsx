import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, ProblemCode } from '../../electron/contract/problems.ts';
import type { DoctorReport } from '../../electron/contract/readiness.ts';
import { useAction } from '../client.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useProblemText } from './problem-text.ts';

/** Problems whose cause Network doctor can find, and those that a check of this laptop shows. */
const doctorCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['L-10', 'L-46', 'L-50', 'L-51', 'L-52', 'L-53', 'L-54', 'L-55', 'L-56', 'L-57']);
const readyCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['L-01', 'L-30', 'L-31', 'L-32', 'L-58', 'L-59', 'L-60', 'L-65', 'L-82']);

/** The way to Network doctor or to Ready for site, on the pages of the problems they help with. */
export function ProblemHelp({ problem }: { readonly problem: Problem }): ReactElement | null {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  if (doctorCodes.has(problem.code)) return <Button variant="quiet" onClick={() => goTo({ name: 'doctor', back: screen })}>{t('doctor.open')}</Button>;
  if (readyCodes.has(problem.code)) return <Button variant="quiet" onClick={() => goTo({ name: 'ready', back: screen })}>{t('problem.openReady')}</Button>;
  return null;
}

/** When nothing came back (L-10) Network doctor looks by itself and tells here what it found. */
export function DoctorNote({ problem }: { readonly problem: Problem }): ReactElement | null {
  return problem.code === 'L-10' ? <LookNow /> : null;
}

function LookNow(): ReactElement | null {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const [report, setReport] = useState<DoctorReport | null>(null);
  const run = useAction('doctor.run');
  const code = report?.problem?.code ?? null;
  const text = useProblemText(code ?? 'L-10');
  const look = useEffectEvent(() => run.run(undefined, setReport));
  useEffect(() => look(), []);
  if (!report && !run.busy) return null;
  const verdict = code === null ? t('doctor.fineTitle') : code === 'L-10' ? t('doctor.unsureTitle') : `${code} ${text?.title ?? ''}`;
  const open = <Button variant="quiet" size="small" onClick={() => goTo({ name: 'doctor', back: screen })}>{t('doctor.openDoctor')}</Button>;
  return (
    <div role="status">
      {report ? (
        <Notice tone={code === null ? 'ok' : 'warn'} action={open}>
          <strong>{t('doctor.found')}</strong> {verdict}
        </Notice>
      ) : (
        <Notice tone="unknown">{t('doctor.auto')}</Notice>
      )}
    </div>
  );
}
