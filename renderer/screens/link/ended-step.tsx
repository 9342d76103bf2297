import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import { useAction } from '../../client.ts';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { Flow } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';

/** The sign-in ended with a problem: its page, inside the journey. The consent stays valid, so a new sign-in may start from here. */
export function EndedStep({ site, again, leave, problem }: StepProps & { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const [at] = useState(() => Date.now());
  const close = useAction('link.close');
  const begin = useAction('link.start');
  const failed = (refusal: Problem): void => goTo(problemScreen(refusal, { name: 'sites', siteId: site.id }));
  const startAgain = (): void => close.run(undefined, () => begin.run({ siteId: site.id }, again, failed), failed);
  return (
    <Flow site={site} step="signIn" onStop={null}>
      <div className="stage-body">
        <ProblemPanel problem={problem} at={at} retry={{ label: t('link.startAgain'), act: startAgain }} back={{ label: t('common.backToSite', { site: site.name }), act: leave }} />
      </div>
    </Flow>
  );
}
