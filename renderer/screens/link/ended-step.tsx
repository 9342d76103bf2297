import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import { useAction } from '../../client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { Flow } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';

/** The sign-in ended with a problem: its page, inside the journey. The consent stays valid, so a new sign-in may start from here. */
export function EndedStep({ site, again, leave, problem }: StepProps & { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const [at] = useState(() => Date.now());
  const close = useAction('link.close');
  const begin = useAction('link.start');
  const startAgain = (): void => close.run(undefined, () => begin.run({ siteId: site.id }, again, again));
  return (
    <Flow site={site} step="signIn" onStop={null}>
      <div className="stage-body">
        <ProblemPanel problem={problem} at={at} retry={{ label: t('link.startAgain'), act: startAgain }} back={{ label: t('common.backToSite', { site: site.name }), act: leave }} />
        {begin.problem ? <ProblemNote problem={begin.problem} /> : null}
      </div>
    </Flow>
  );
}
