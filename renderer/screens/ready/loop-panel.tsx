import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoopView, ReadinessView } from '../../../electron/contract/readiness.ts';
import { useAction } from '../../client.ts';
import { useNow } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { timeOfDay } from '../../i18n/format.ts';

interface LoopPanelProps {
  readonly view: ReadinessView;
  /** It is the next thing to do on this screen. */
  readonly primary: boolean;
  readonly again: () => void;
}

/** The test of the way back: only a browser that really comes back proves it. */
export function LoopPanel({ view, primary, again }: LoopPanelProps): ReactElement {
  const { t } = useTranslation();
  const start = useAction('readiness.startLoop');
  const { loop } = view;
  return (
    <section className="panel" aria-labelledby="ready-loop">
      <h2 id="ready-loop">{t('ready.loop.title')}</h2>
      {loop.step === 'waiting' ? (
        <Waiting loop={loop} again={again} />
      ) : (
        <>
          <p className="small muted">{t('ready.loop.lead')}</p>
          <Outcome loop={loop} />
          {start.problem ? <ProblemNote problem={start.problem} /> : null}
          <Button variant={primary ? 'primary' : 'secondary'} enter={primary} disabled={start.busy} onClick={() => start.run({ cold: false }, again)}>
            {loop.step === 'none' ? t('ready.loop.start') : t('ready.loop.again')}
          </Button>
          {view.coldPossible ? (
            <>
              <p className="small muted">{t('ready.loop.coldLead')}</p>
              <Button disabled={start.busy} onClick={() => start.run({ cold: true }, again)}>{t('ready.loop.startCold')}</Button>
            </>
          ) : null}
        </>
      )}
    </section>
  );
}

function Waiting({ loop, again }: { readonly loop: Extract<LoopView, { readonly step: 'waiting' }>; readonly again: () => void }): ReactElement {
  const { t } = useTranslation();
  const stop = useAction('readiness.stopLoop');
  const left = Math.max(0, Math.ceil((loop.deadline - useNow(1000)) / 1000));
  return (
    <>
      <p role="status">
        <strong>{t('ready.loop.waiting')}</strong>
      </p>
      <p className="small muted">{t('ready.loop.left', { count: left })}</p>
      <p className="small">{loop.cold ? t('ready.loop.cold') : <RichText text={t('ready.loop.allow')} />}</p>
      <Button variant="stop" disabled={stop.busy} onClick={() => stop.run(undefined, again)}>{t('ready.loop.stop')}</Button>
    </>
  );
}

function Outcome({ loop }: { readonly loop: LoopView }): ReactElement | null {
  const { t, i18n } = useTranslation();
  if (loop.step === 'missing') return <ProblemNote problem={loop.problem} />;
  if (loop.step !== 'returned') return null;
  const time = timeOfDay(loop.at, i18n.language);
  return (
    <div role="status">
      <Notice tone="ok">{loop.cold ? t('ready.loop.returnedCold', { time }) : t('ready.loop.returned', { time })}</Notice>
    </div>
  );
}
