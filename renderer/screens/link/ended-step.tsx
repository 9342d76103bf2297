import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { Flow } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';
import { useStartOver } from './start-over.ts';

/** Somebody else was signed in: without signing out first the same would happen again. */
const WRONG_ACCOUNT: ReadonlySet<Problem['code']> = new Set(['L-24', 'L-25', 'L-27']);

/** The sign-in ended with a problem: its page, inside the journey. The consent stays valid, so a new sign-in may start from here. */
export function EndedStep({ site, again, leave, problem }: StepProps & { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const [at] = useState(() => Date.now());
  const startOver = useStartOver(site.id, again);
  const signOutFirst = WRONG_ACCOUNT.has(problem.code);
  return (
    <Flow site={site} step="signIn" onStop={null}>
      <div className="stage-body">
        <ProblemPanel problem={problem} at={at} retry={{ label: signOutFirst ? t('signIn.startOver') : t('link.startAgain'), act: () => startOver(signOutFirst) }} back={{ label: t('common.backToSite', { site: site.name }), act: leave }} />
      </div>
    </Flow>
  );
}
