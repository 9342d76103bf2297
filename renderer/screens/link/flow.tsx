import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Stepper, type LinkStep } from '../../components/stepper.tsx';

interface FlowProps {
  readonly site: SiteView;
  readonly step: LinkStep;
  readonly finished?: boolean;
  /** Null where there is nothing left to stop. */
  readonly onStop: (() => void) | null;
  readonly children: ReactNode;
}

/** The frame of linking: whose site, which step, and Stop, always in the same place. */
export function Flow({ site, step, finished = false, onStop, children }: FlowProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="flow">
      <aside className="flow-side">
        <div className="plate">
          <strong>{site.name}</strong>
          {site.address === '' ? null : <span>{site.address}</span>}
        </div>
        <Stepper current={step} finished={finished} />
        {onStop ? (
          <div className="flow-stop">
            <Button size="small" variant="stop" onClick={onStop}>
              {t('link.stop')}
            </Button>
            <span className="small muted">{t('link.stopHint')}</span>
          </div>
        ) : null}
      </aside>
      <main className="stage">{children}</main>
    </div>
  );
}

interface StageHeadProps {
  readonly title: string;
  readonly lead: string;
}

/** The one large thing of a step, and the sentence below it. */
export function StageHead({ title, lead }: StageHeadProps): ReactElement {
  return (
    <header className="stage-head">
      <Landing key={title}>{title}</Landing>
      <p className="lead">{lead}</p>
    </header>
  );
}
