import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../electron/contract/views.ts';
import { useAction, useCall } from '../../client.ts';
import { useNow } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { SameAccount } from '../../components/same-account.tsx';
import { duration, timeOfDay } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { ToCustomer } from '../../components/to-customer.tsx';
import { BrowserMissing } from './browser-choice.tsx';
import { Flow, StageHead } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { Phases } from './phases.tsx';
import { WhatDoYouSee } from './what-do-you-see.tsx';

/** The attempt while the customer signs in. */
export type WaitingAttempt = Extract<AttemptView, { readonly step: 'waiting' }>;
type WaitingProps = StepProps & { readonly attempt: WaitingAttempt };

/** Link 3 Sign in: the customer signs in alone, in the browser; here it is calm. */
export function SignInStep(props: WaitingProps): ReactElement {
  const { t } = useTranslation();
  const { site, again, attempt } = props;
  const stop = useAction('link.stop');
  const lead = site.customerName === '' ? t('link.signInLeadNobody') : t('link.signInLead', { customer: site.customerName });
  return (
    <Flow site={site} step="signIn" onStop={() => stop.run(undefined, again, again)}>
      <StageHead title={t('link.signInTitle')} lead={lead} />
      <div className="stage-body stack-wide">
        <ToCustomer language={site.customerLanguage} say="signIn" />
        <WaitingPhases attempt={attempt} />
        {attempt.isMissing ? <BrowserMissing again={again} /> : null}
        {site.link ? <SameAccount account={site.link.account} /> : null}
        {attempt.refused ? (
          <div role="status">
            <Notice tone="unknown">{t('link.refused')}</Notice>
          </div>
        ) : null}
        <WaitingHelp route={attempt.route} />
      </div>
      <WaitingActions again={again} openedAt={attempt.openedAt} />
    </Flow>
  );
}

function WaitingPhases({ attempt }: { readonly attempt: WaitingAttempt }): ReactElement {
  const { t, i18n } = useTranslation();
  const openedIn = (name: string | null, time: string): string => (name === null ? t('signIn.openedInNormal', { time }) : t('signIn.openedIn', { time, name }));
  return (
    <Phases
      phases={[
        { state: attempt.isMissing ? 'now' : 'over', name: attempt.isMissing ? t('signIn.notShown') : t('link.phaseOpened'), detail: openedIn(attempt.window.name, timeOfDay(attempt.openedAt, i18n.language)) },
        { state: attempt.isMissing ? 'later' : 'now', name: t('link.phaseWaiting'), detail: <Elapsed since={attempt.openedAt} /> },
        { state: 'later', name: t('link.phaseBack'), detail: t('link.phaseBackHint') },
      ]}
    />
  );
}

/** Counts up once a second. A timer is silent for screen readers, so it is not read each time. */
function Elapsed({ since }: { readonly since: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const now = useNow(1000);
  return (
    <span role="timer" className="elapsed">
      {t('link.phaseElapsed', { elapsed: duration(now - since, i18n.language) })}
    </span>
  );
}

function WaitingHelp({ route }: Pick<WaitingAttempt, 'route'>): ReactElement {
  const { t } = useTranslation();
  const { start } = useSession();
  const help = { scheme: t('link.openHelp'), loopback: t('link.loopbackHelp'), bounce: t('link.bounceHelp') }[route];
  return (
    <div className="stack">
      <p className="aside">
        <RichText text={help} />
      </p>
      {start.mode === 'practice' ? <PracticeHelp /> : null}
    </div>
  );
}

function PracticeHelp(): ReactElement | null {
  const { t } = useTranslation();
  const practice = useCall('practice.view', undefined);
  if (!practice.value) return null;
  return (
    <p className="aside aside-practice">
      <RichText text={t('link.practiceHelp', { email: '{{email}}', password: '{{password}}' })} values={{ email: practice.value.customerEmail, password: practice.value.customerPassword }} />
    </p>
  );
}

/** Milliseconds after which a person who waits is asked, calmly, what the browser shows. */
const OFFER_AFTER = 60_000;

function Offer({ openedAt, ask }: { readonly openedAt: number; readonly ask: () => void }): ReactElement {
  const { t } = useTranslation();
  const isLate = useNow(5000) - openedAt >= OFFER_AFTER;
  // The region is there before its text, so that screen readers tell when it comes.
  return (
    <div role="status">
      {isLate ? <Notice tone="unknown" action={<Button size="small" onClick={ask}>{t('signIn.see')}</Button>}>{t('signIn.offer')}</Notice> : null}
    </div>
  );
}

function WaitingActions({ again, openedAt }: Pick<WaitingProps, 'again'> & Pick<WaitingAttempt, 'openedAt'>): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const [dialog, setDialog] = useState<'paste' | 'see' | null>(null);
  const open = useAction('link.openAgain');
  const copy = useAction('link.copyLink');
  const problem = open.problem ?? copy.problem;
  return (
    <div className="stack">
      <Offer openedAt={openedAt} ask={() => setDialog('see')} />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="actions stage-actions">
        <Button variant="primary" enter disabled={open.busy} onClick={() => open.run(undefined, () => { again(); announce(t('link.openedAgain')); })}>
          {t('link.openAgain')}
        </Button>
        <Button onClick={() => setDialog('see')}>{t('signIn.see')}</Button>
        <Button disabled={copy.busy} onClick={() => copy.run(undefined, () => announce(t('link.linkCopied')))}>{t('link.copyLink')}</Button>
        <Button variant="quiet" onClick={() => setDialog('paste')}>{t('link.pasteAddress')}</Button>
      </div>
      {dialog === 'paste' ? <PasteDialog again={again} onClose={() => setDialog(null)} /> : null}
      {dialog === 'see' ? <WhatDoYouSee again={again} openAgain={() => open.run(undefined, again)} paste={() => setDialog('paste')} onClose={() => setDialog((now) => (now === 'see' ? null : now))} /> : null}
    </div>
  );
}
