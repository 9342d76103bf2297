import { User } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { HomeCard } from '../../components/home-card.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { ToCustomer } from '../../components/to-customer.tsx';
import { DoubtfulDecision, DoubtNotice } from './doubtful-decision.tsx';
import { Flow, StageHead } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';

/** The attempt while both decide whose home it is. */
export type ConfirmingAttempt = Extract<AttemptView, { readonly step: 'confirming' }>;

/** Link 4 Confirm home: catch the wrong account. No key decides by itself; nothing is stored before the yes. */
export function ConfirmStep({ site, again, attempt }: StepProps & { readonly attempt: ConfirmingAttempt }): ReactElement {
  const { t } = useTranslation();
  const stop = useAction('link.stop');
  return (
    <Flow site={site} step="confirm" onStop={() => stop.run(undefined, again, again)}>
      <StageHead title={t('link.confirmTitle')} lead={t('link.confirmLead')} />
      <div className="stage-body stack">
        {attempt.doubt ? <DoubtNotice doubt={attempt.doubt} /> : null}
        <ToCustomer language={site.customerLanguage} say="home" />
        <p className="account">
          <User size={22} aria-hidden="true" />
          <span>
            <RichText text={t('link.signedInAs', { account: '{{account}}' })} values={{ account: attempt.account }} />
          </span>
        </p>
        {attempt.problem ? <ProblemNote problem={attempt.problem} tone="warn" /> : null}
        <Homes attempt={attempt} />
      </div>
      {attempt.doubt ? <DoubtfulDecision attempt={attempt} again={again} /> : <Decision again={again} />}
    </Flow>
  );
}

function Homes({ attempt }: { readonly attempt: ConfirmingAttempt }): ReactElement | null {
  const { t } = useTranslation();
  if (attempt.homes && attempt.homes.length > 0) {
    return (
      <ul className="homes">
        {attempt.homes.map((home) => (
          <HomeCard key={home.shortId} home={home} />
        ))}
      </ul>
    );
  }
  if (attempt.homes !== null || attempt.problem) return null;
  return (
    <section className="panel">
      <h2>{t('link.keylessTitle')}</h2>
      <p className="muted">{t('link.keyless')}</p>
    </section>
  );
}

function Decision({ again }: Pick<StepProps, 'again'>): ReactElement {
  const { t } = useTranslation();
  const confirm = useAction('link.confirm');
  const reject = useAction('link.reject');
  const busy = confirm.busy || reject.busy;
  const problem = confirm.problem ?? reject.problem;
  return (
    <div className="stack">
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="actions stage-actions">
        <Button variant="primary" disabled={busy} onClick={() => confirm.run(undefined, again, again)}>{t('link.confirmYes')}</Button>
        <Button disabled={busy} onClick={() => reject.run(undefined, again, again)}>{t('link.confirmNo')}</Button>
        <span className="small muted">{t('link.confirmNoHint')}</span>
      </div>
    </div>
  );
}
