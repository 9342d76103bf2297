import { UserCog } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { StatusChip } from '../../components/status-chip.tsx';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import type { PartProps } from './renewals-screen.tsx';

/** The company's credentials are the suspect: who must act, that nothing is lost, and the way out for a person who knows better. */
export function CompanyTrouble({ problem, again }: Pick<PartProps, 'again'> & { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const [asking, setAsking] = useState(false);
  const text = useProblemText(problem.code);
  return (
    <section className="panel panel-lead" aria-labelledby="renewals-company">
      <div className="row-between state-head">
        <h2 id="renewals-company">
          {problem.code} {text?.title ?? t('problem.fallbackTitle')}
        </h2>
        <StatusChip tone="bad" icon={UserCog}>
          {t('problem.who.admin')}
        </StatusChip>
      </div>
      <p>{t('renewals.officeNote')}</p>
      <div className="actions">
        <Button variant="primary" enter onClick={() => goTo({ name: 'credentials', form: false })}>{t('problem.openCredentials')}</Button>
        <Button onClick={() => goTo(problemScreen(problem, screen))}>{t('common.whatToDo')}</Button>
        <Button variant="quiet" onClick={() => setAsking(true)}>{t('renewals.trust')}</Button>
      </div>
      {asking ? <TrustDialog again={again} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function TrustDialog({ again, onClose }: Pick<PartProps, 'again'> & { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const trust = useAction('renewals.trustCredentials');
  const confirm = (): void =>
    trust.run(undefined, () => {
      closeDialog();
      again();
      announce(t('renewals.trusted'));
    });
  return (
    <Dialog title={t('renewals.trustTitle')} onClose={onClose}>
      <p>{t('renewals.trustLead')}</p>
      <p className="muted">{t('renewals.trustEffect')}</p>
      {trust.problem ? <ProblemNote problem={trust.problem} /> : null}
      <div className="actions">
        <Button variant="primary" disabled={trust.busy} onClick={confirm}>{t('renewals.trustConfirm')}</Button>
        <Button variant="quiet" data-first="" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
