import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Flow, StageHead } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';
import { Phases, type Phase } from './phases.tsx';

type Working = 'preparing' | 'exchanging' | 'readingHomes' | 'storing';

/** The moments in which the program works and nobody has to do anything: a calm page, no spinner. */
export function WorkingStep({ site, again, step }: StepProps & { readonly step: Working }): ReactElement {
  const { t } = useTranslation();
  const stop = useAction('link.stop');
  const head = {
    preparing: { title: t('link.preparingTitle'), lead: t('link.preparingLead') },
    exchanging: { title: t('link.workingTitle'), lead: t('link.workingLead') },
    readingHomes: { title: t('link.workingTitle'), lead: t('link.workingLead') },
    storing: { title: t('link.storingTitle'), lead: t('link.storingLead') },
  }[step];
  return (
    <Flow site={site} step={step === 'storing' ? 'confirm' : 'signIn'} onStop={step === 'storing' ? null : () => stop.run(undefined, again, again)}>
      <StageHead title={head.title} lead={head.lead} />
      <div className="stage-body">{step === 'preparing' || step === 'storing' ? null : <ReturnedPhases reading={step === 'readingHomes'} />}</div>
    </Flow>
  );
}

function ReturnedPhases({ reading }: { readonly reading: boolean }): ReactElement {
  const { t } = useTranslation();
  const moment = t('link.phaseMoment');
  const exchanging: Phase = { state: reading ? 'over' : 'now', name: t('link.phaseExchanging'), detail: moment };
  const homes: Phase = { state: reading ? 'now' : 'later', name: t('link.phaseReading'), detail: moment };
  return <Phases phases={[{ state: 'over', name: t('link.phaseAnswered'), detail: t('link.phaseReturned') }, exchanging, homes]} />;
}
