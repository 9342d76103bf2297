import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ERASE_ASK_YEARS } from '../../../electron/contract/calendar.ts';
import { useAction } from '../../client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

/** How long the files of customers whose contract is over are kept before a person is asked. */
export function KeepingPanel(): ReactElement {
  const { t } = useTranslation();
  const { start, learn } = useSession();
  const set = useAction('settings.change');
  return (
    <section className="panel" aria-labelledby="settings-keeping">
      <h2 id="settings-keeping">{t('keeping.settings')}</h2>
      <fieldset className="field">
        <legend className="field-label">{t('keeping.ask')}</legend>
        <div className="segments">
          {ERASE_ASK_YEARS.map((years) => (
            <label key={years} className="segment">
              <input type="radio" name="keeping" checked={start.settings.eraseAskYears === years} onChange={() => set.run({ eraseAskYears: years }, learn)} />
              <span>{years === 0 ? t('keeping.never') : t('keeping.years', { count: years })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="small muted">{t('keeping.hint')}</p>
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </section>
  );
}
