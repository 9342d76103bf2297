import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

/** Whether the system tells of sites that wait for a person. */
export function NoticesPanel(): ReactElement {
  const { t } = useTranslation();
  const { start, learn } = useSession();
  const set = useAction('settings.change');
  return (
    <section className="panel" aria-labelledby="settings-notices">
      <h2 id="settings-notices">{t('settings.notices')}</h2>
      <div className="stack-tight">
        <label className="switch">
          <input type="checkbox" checked={start.settings.notices} disabled={set.busy} aria-describedby="settings-notices-hint" onChange={(event) => set.run({ notices: event.target.checked }, learn)} />
          <span>{t('settings.noticesSwitch')}</span>
        </label>
        <p className="small muted" id="settings-notices-hint">{t('settings.noticesHint')}</p>
      </div>
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </section>
  );
}
