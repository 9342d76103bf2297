import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problems.ts';
import { problemScreen, type Screen } from '../navigation.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useProblemText } from './problem-text.ts';

interface ProblemNoteProps {
  readonly problem: Problem;
  readonly tone?: 'warn' | 'bad';
  /** Where the problem page leads back to; the screen shown now unless told. */
  readonly back?: Screen;
}

/** A problem in one line, with the way to its page. */
export function ProblemNote({ problem, tone = 'bad', back }: ProblemNoteProps): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const text = useProblemText(problem.code);
  const open = (
    <Button variant="quiet" size="small" onClick={() => goTo(problemScreen(problem, back ?? screen))}>
      {t('common.whatToDo')}
    </Button>
  );
  return (
    <div role="alert">
      <Notice tone={tone} action={open}>
        <strong>{problem.code}</strong> {text?.title ?? t('problem.fallbackTitle')}
      </Notice>
    </div>
  );
}
