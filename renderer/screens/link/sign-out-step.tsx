import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Flow, StageHead } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';

type SigningOut = Extract<AttemptView, { readonly step: 'signingOut' }>;

/** Before a window that may remember somebody: the electrician sees to it that nobody is signed in. */
export function SignOutStep({ site, again, attempt }: StepProps & { readonly attempt: SigningOut }): ReactElement {
  const { t } = useTranslation();
  const stop = useAction('link.stop');
  const done = useAction('link.signedOut');
  const open = useAction('link.openAgain');
  const problem = done.problem ?? open.problem;
  return (
    <Flow site={site} step="signIn" onStop={() => stop.run(undefined, again, again)}>
      <StageHead title={t('signIn.signOutTitle')} lead={t('signIn.signOutLead')} />
      <div className="stage-body stack-wide">
        <Notice tone="warn">{attempt.canSignOut ? t('signIn.signOutOpened') : t('signIn.signOutByHand')}</Notice>
        {problem ? <ProblemNote problem={problem} /> : null}
      </div>
      <div className="actions stage-actions">
        <Button variant="primary" disabled={done.busy} onClick={() => done.run(undefined, again, again)}>{t('signIn.signOutDone')}</Button>
        {attempt.canSignOut ? <Button disabled={open.busy} onClick={() => open.run(undefined)}>{t('signIn.signOutAgain')}</Button> : null}
      </div>
    </Flow>
  );
}
