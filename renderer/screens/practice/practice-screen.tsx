import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeFault } from '../../../electron/contract/practice-faults.ts';
import type { PracticeView } from '../../../electron/contract/practice.ts';
import { useAction, useCall, type Action } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { FaultList } from './fault-list.tsx';

/** Plays the whole job with an invented customer, and every fault on demand. */
export function PracticeScreen(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const practice = useCall('practice.view', undefined);
  const set = useAction('practice.setFault');
  const problem = practice.problem ?? set.problem;
  return (
    <Page back={{ label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) }}>
      <div className="stack-tight">
        <Landing>{t('practice.title')}</Landing>
        <p className="lead">{t('practice.lead')}</p>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {practice.value ? <Playing view={practice.value} set={set} again={practice.again} /> : null}
    </Page>
  );
}

interface PlayingProps {
  readonly view: PracticeView;
  readonly set: Action<'practice.setFault'>;
  readonly again: () => void;
}

function Playing({ view, set, again }: PlayingProps): ReactElement {
  const { t } = useTranslation();
  const choose = (fault: PracticeFault): void => set.run({ fault }, again, again);
  return (
    <>
      <div className="page-columns practice-columns">
        <WholeJob isFaulty={view.fault !== 'none'} />
        <Customers view={view} />
      </div>
      <section className="stack-wide">
        <div className="stack-tight">
          <h2>{t('practice.fault')}</h2>
          <p className="muted">{t('practice.faultHint')}</p>
        </div>
        <FaultNow fault={view.fault} busy={set.busy} allWell={() => choose('none')} />
        <FaultList fault={view.fault} busy={set.busy} choose={choose} />
      </section>
    </>
  );
}

function FaultNow({ fault, busy, allWell }: { readonly fault: PracticeFault; readonly busy: boolean; readonly allWell: () => void }): ReactElement {
  const { t } = useTranslation();
  if (fault === 'none') return <Notice tone="ok">{t('practice.faultOff')}</Notice>;
  const end = <Button variant="primary" size="small" disabled={busy} onClick={allWell}>{t('practice.allWell')}</Button>;
  return (
    <div role="status">
      <Notice tone="warn" action={end}>{t('practice.faultOn', { name: t(`faults.${fault}`) })}</Notice>
    </div>
  );
}

const STEPS = ['site', 'signIn', 'confirm', 'fault'] as const;

function WholeJob({ isFaulty }: { readonly isFaulty: boolean }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  return (
    <section className="panel">
      <h2>{t('practice.whole')}</h2>
      <ol className="practice-steps">
        {STEPS.map((step) => (
          <li key={step}>{t(`practice.wholeSteps.${step}`)}</li>
        ))}
      </ol>
      <div className="actions">
        <Button variant={isFaulty ? 'secondary' : 'primary'} onClick={() => goTo({ name: 'newSite' })}>
          {t('practice.play')}
        </Button>
      </div>
    </section>
  );
}

function Customers({ view }: { readonly view: PracticeView }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('practice.customer')}</h2>
      <p className="muted">{t('practice.customerHint')}</p>
      <table className="practice-customers">
        <thead>
          <tr>
            <th scope="col">{t('practice.email')}</th>
            <th scope="col">{t('practice.password')}</th>
            <th scope="col">{t('practice.homes')}</th>
          </tr>
        </thead>
        <tbody>
          {view.customers.map((customer) => (
            <tr key={customer.email}>
              <td>{customer.email}</td>
              <td className="practice-password">{customer.password}</td>
              <td>{customer.homes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
