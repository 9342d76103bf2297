import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { AttemptView } from '../../../electron/contract/views.ts';
import { useProblemText } from '../../components/problem-text.ts';

/**
 * Says each new step of the journey to people who do not see it. The heading that takes the focus is not enough: while the customer signs in,
 * the browser is in front and the focus is there.
 */
export function StepVoice({ attempt, proven }: { readonly attempt: AttemptView; readonly proven: boolean }): ReactElement {
  const { t } = useTranslation();
  const words: Readonly<Record<AttemptView['step'], string>> = {
    idle: '', preparing: t('link.preparingTitle'), signingOut: t('signIn.signOutTitle'), waiting: t('link.signInTitle'), exchanging: t('link.workingTitle'), readingHomes: t('link.workingTitle'),
    confirming: t('link.confirmTitle'), storing: t('link.storingTitle'), stored: proven ? t('link.doneTitle') : t('link.doneTitleKeyless'), ended: '',
  };
  return (
    <p role="status" className="visually-hidden" data-voice="">
      {attempt.step === 'ended' && attempt.problem ? <ProblemTitle problem={attempt.problem} /> : words[attempt.step]}
    </p>
  );
}

function ProblemTitle({ problem }: { readonly problem: Problem }): ReactElement {
  return <>{useProblemText(problem.code)?.title}</>;
}
