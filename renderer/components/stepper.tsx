import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** The five steps of linking, in order. */
export const linkSteps = ['check', 'explain', 'signIn', 'confirm', 'done'] as const;
/** One step of linking. */
export type LinkStep = (typeof linkSteps)[number];

function Step({ step, index, current }: { readonly step: LinkStep; readonly index: number; readonly current: number }): ReactElement {
  const { t } = useTranslation();
  const done = index < current;
  const state = done ? 'step-done' : index === current ? 'step-now' : 'step-later';
  return (
    <li className={`step ${state}`} aria-current={index === current ? 'step' : undefined}>
      <span className="step-dot" aria-hidden="true">
        {done ? <Check size={18} strokeWidth={3} /> : index + 1}
      </span>
      <span className="step-name">
        {t(`link.steps.${step}`)}
        {done ? <span className="visually-hidden"> ({t('link.stepDone')})</span> : null}
      </span>
    </li>
  );
}

/** Where we are in linking. A picture, not a menu: steps cannot be jumped to. */
export function Stepper({ current, finished = false }: { readonly current: LinkStep; readonly finished?: boolean }): ReactElement {
  const { t } = useTranslation();
  const index = finished ? linkSteps.length : linkSteps.indexOf(current);
  return (
    <ol className="stepper" aria-label={t('link.stepsLabel')}>
      {linkSteps.map((step, at) => (
        <Step key={step} step={step} index={at} current={index} />
      ))}
    </ol>
  );
}
