import { useCallback, useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import type { AttemptView, SiteView } from '../../../electron/contract/views.ts';
import { useAction, useCall } from '../../client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { CheckStep } from './check-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DoneStep } from './done-step.tsx';
import { EndedStep } from './ended-step.tsx';
import { ExplainStep } from './explain-step.tsx';
import { StepVoice } from './step-voice.tsx';
import { SignInStep } from './sign-in-step.tsx';
import { SignOutStep } from './sign-out-step.tsx';
import { WorkingStep } from './working-step.tsx';

/** What a step of linking may use. */
export interface StepProps {
  readonly site: SiteView;
  /** Asks main for the attempt again; after every action, besides main's own hints. */
  readonly again: () => void;
  /** Leaves the journey for the site; whatever main still holds of the attempt is closed. */
  readonly leave: () => void;
  /** The same for another screen. */
  readonly leaveFor: (screen: Screen) => void;
}

/** The journey of linking one site. Main owns the attempt; before there is one, Check and Explain happen here. */
export function LinkScreen({ siteId }: { readonly siteId: string }): ReactElement | null {
  const { goTo } = useSession();
  const attempt = useCall('link.view', undefined);
  const site = useCall('sites.get', { siteId });
  const close = useAction('link.close');
  const running = attempt.value;
  const leaveFor = useCallback((screen: Screen) => {
    const go = (): void => goTo(screen);
    if (!running || running.step === 'idle') go();
    else close.run(undefined, go, go);
  }, [running, goTo, close]);
  const leave = useCallback(() => leaveFor({ name: 'sites', siteId }), [leaveFor, siteId]);
  useStopped(running, leave);
  useFreshSite(running?.step === 'stored', site.again);
  useForeign(running, siteId);
  if (site.problem && !site.value) return <main className="page"><ProblemNote problem={site.problem} back={{ name: 'sites', siteId: null }} /></main>;
  if (!site.value || !running) return null;
  const props: StepProps = { site: site.value, again: attempt.again, leave, leaveFor };
  return (
    <>
      <StepVoice attempt={running} proven={(site.value.link?.proof ?? null) !== null} />
      {running.step === 'idle' ? <BeforeAttempt {...props} /> : <DuringAttempt {...props} attempt={running} />}
    </>
  );
}

/** A stopped attempt shows nothing: the person wanted to go. */
function useStopped(attempt: AttemptView | null, leave: () => void): void {
  const stopped = attempt?.step === 'ended' && attempt.problem === null;
  const go = useEffectEvent(leave);
  useEffect(() => {
    if (stopped) go();
  }, [stopped]);
}

/** What Done says was proven is read after the link was stored, whatever hints came. */
function useFreshSite(stored: boolean, again: () => void): void {
  useEffect(() => {
    if (stored) again();
  }, [stored, again]);
}

/** One sign-in at a time: if another site's is running, that one is shown. */
function useForeign(attempt: AttemptView | null, siteId: string): void {
  const { goTo } = useSession();
  const other = attempt && attempt.step !== 'idle' && attempt.siteId !== siteId ? attempt.siteId : null;
  useEffect(() => {
    if (other !== null) goTo({ name: 'link', siteId: other });
  }, [other, goTo]);
}

function BeforeAttempt(props: StepProps): ReactElement {
  const [explaining, setExplaining] = useState(false);
  return explaining ? <ExplainStep {...props} back={() => setExplaining(false)} /> : <CheckStep {...props} goOn={() => setExplaining(true)} />;
}

type RunningAttempt = Exclude<AttemptView, { readonly step: 'idle' }>;

function DuringAttempt({ attempt, ...props }: StepProps & { readonly attempt: RunningAttempt }): ReactElement | null {
  switch (attempt.step) {
    case 'preparing':
    case 'exchanging':
    case 'readingHomes':
    case 'storing':
      return <WorkingStep {...props} step={attempt.step} />;
    case 'signingOut':
      return <SignOutStep {...props} attempt={attempt} />;
    case 'waiting':
      return <SignInStep {...props} attempt={attempt} />;
    case 'confirming':
      return <ConfirmStep {...props} attempt={attempt} />;
    case 'stored':
      return <DoneStep {...props} canSignOut={attempt.canSignOut} askBackground={attempt.askBackground} />;
    case 'ended':
      return attempt.problem ? <EndedStep {...props} problem={attempt.problem} /> : null;
  }
}
