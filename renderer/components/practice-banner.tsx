import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../client.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { RichText } from './rich-text.tsx';

/** The amber stripes. */
export function PracticeStripes(): ReactElement {
  return <div className="stripes" aria-hidden="true" />;
}

/** Stripes and a quiet line on every screen of practice, so that it is never mistaken for reality. `quiet`: while a customer is shown something, without buttons. */
export function PracticeBanner({ quiet }: { readonly quiet: boolean }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  return (
    <header className="practice">
      <PracticeStripes />
      <div className="practice-line">
        <p>
          <RichText text={t('practice.banner')} />
        </p>
        <FaultOn quiet={quiet || screen.name === 'practice'} />
        <span className="spacer" />
        {quiet ? null : (
          <>
            <Button variant="quiet" size="small" onClick={() => goTo({ name: 'practice' })}>
              {t('practice.openPanel')}
            </Button>
            <Button variant="quiet" size="small" onClick={() => goTo({ name: 'credentials', form: false })}>
              {t('practice.setUp')}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}

/** Which fault is on, and the way to end it. */
function FaultOn({ quiet }: { readonly quiet: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const practice = useCall('practice.view', undefined);
  const set = useAction('practice.setFault');
  const fault = practice.value?.fault ?? 'none';
  if (fault === 'none') return null;
  return (
    <>
      <p className="practice-fault">
        <RichText text={t('practice.faultIsOn', { name: '{{name}}' })} values={{ name: t(`faults.${fault}`) }} />
      </p>
      {quiet ? null : (
        <Button variant="quiet" size="small" disabled={set.busy} onClick={() => set.run({ fault: 'none' }, practice.again)}>
          {t('practice.allWell')}
        </Button>
      )}
    </>
  );
}

/** A mark on every screen of practice, below what is read and above what is pressed, so that no picture of it passes as real. */
export function PracticeMark(): ReactElement | null {
  const { t } = useTranslation();
  const { start } = useSession();
  if (start.mode !== 'practice' || !start.firstStartDone) return null;
  return (
    <span className="practice-mark" aria-hidden="true">
      {t('practice.mark')}
    </span>
  );
}
