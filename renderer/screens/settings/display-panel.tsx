import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../../electron/contract/settings.ts';
import { useAction } from '../../client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Site mode, and light or dark. */
export function DisplayPanel(): ReactElement {
  const { t } = useTranslation();
  const { start, learn, toggleSiteMode } = useSession();
  const set = useAction('settings.change');
  const keys = t(`settings.siteModeKeys.${start.platform === 'mac' ? 'mac' : 'other'}`);
  return (
    <section className="panel" aria-labelledby="settings-display">
      <h2 id="settings-display">{t('settings.display')}</h2>
      <div className="stack-tight">
        <label className="switch">
          <input type="checkbox" checked={start.settings.siteMode} aria-describedby="settings-site-mode" onChange={toggleSiteMode} />
          <span>{t('settings.siteMode')}</span>
        </label>
        <p className="small muted" id="settings-site-mode">{t('settings.siteModeHint', { keys })}</p>
      </div>
      <fieldset className="field">
        <legend className="field-label">{t('settings.theme')}</legend>
        <div className="segments">
          {THEMES.map((theme) => (
            <label key={theme} className="segment">
              <input type="radio" name="theme" checked={start.settings.theme === theme} onChange={() => set.run({ theme }, learn)} />
              <span>{t(`settings.themes.${theme}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </section>
  );
}
