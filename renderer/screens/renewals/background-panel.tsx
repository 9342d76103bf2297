import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenewalsView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { backgroundWords } from './background-words.ts';
import type { PartProps } from './renewals-screen.tsx';

/** Whether links are renewed when nobody opens the program. */
export function BackgroundPanel({ background, again }: Pick<PartProps, 'again'> & Pick<RenewalsView, 'background'>): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const set = useAction('renewals.setBackground');
  const change = (on: boolean): void =>
    set.run({ on }, (view) => {
      again();
      announce(t(backgroundWords[view.background]));
    });
  return (
    <section className="panel" aria-labelledby="renewals-background">
      <h2 id="renewals-background">{t('renewals.background')}</h2>
      {background === 'unsupported' ? (
        <p className="small muted">{t('renewals.backgroundUnsupported')}</p>
      ) : (
        <>
          <label className="switch">
            <input type="checkbox" checked={background !== 'off'} disabled={set.busy} onChange={(event) => change(event.target.checked)} />
            <span>{t('renewals.backgroundSwitch')}</span>
          </label>
          <p className="small muted">{t(background === 'waitingForApproval' ? 'renewals.backgroundWaiting' : 'renewals.backgroundHint')}</p>
        </>
      )}
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </section>
  );
}
