import { ArrowRightLeft, CircleHelp, ListChecks, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { useSession } from '../../session.ts';
import { CompanyName } from './company-name.tsx';
import { DataFolder } from './data-folder.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { LanguagePanel } from './language-panel.tsx';
import { PersonName } from './person-name.tsx';
import { UpdatesPanel } from './updates-panel.tsx';

/** How the program speaks and looks. Each choice counts at once; only the company's name is typed and saved. */
export function SettingsScreen(): ReactElement {
  const { t } = useTranslation();
  const { goTo, start } = useSession();
  return (
    <Page back={{ label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) }}>
      <Landing>{t('settings.title')}</Landing>
      <div className="settings-columns">
        <LanguagePanel />
        <DisplayPanel />
        <CompanyName />
        <DataFolder />
        <PersonName />
        <UpdatesPanel />
        <section className="panel" aria-labelledby="settings-more">
          <h2 id="settings-more">{t('settings.more')}</h2>
          <div className="settings-ways">
            <Button onClick={() => goTo({ name: 'renewals' })}>
              <RefreshCw size={18} aria-hidden="true" />
              {t('settings.background')}
            </Button>
            <Button onClick={() => goTo({ name: 'template', back: { name: 'settings' } })}>
              <ListChecks size={18} aria-hidden="true" />
              {t('template.open')}
            </Button>
            <Button onClick={() => goTo({ name: 'takeover', siteId: null, back: { name: 'settings' } })}>
              <ArrowRightLeft size={18} aria-hidden="true" />
              {t('takeover.open')}
            </Button>
            <Button onClick={() => goTo({ name: 'help', query: '' })}>
              <CircleHelp size={18} aria-hidden="true" />
              {t('help.open')}
            </Button>
          </div>
          <p className="small muted">{t('settings.version', { version: start.version })}</p>
        </section>
      </div>
    </Page>
  );
}
