import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { useSession } from '../../session.ts';
import { CompanyName } from './company-name.tsx';
import { DataFolder } from './data-folder.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { LanguagePanel } from './language-panel.tsx';
import { KeepingPanel } from './keeping-panel.tsx';
import { MoreWays } from './more-ways.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { PersonName } from './person-name.tsx';
import { UpdatesPanel } from './updates-panel.tsx';

/** How the program speaks and looks. Each choice counts at once; only the company's name is typed and saved. */
export function SettingsScreen(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  return (
    <Page back={{ label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) }}>
      <Landing>{t('settings.title')}</Landing>
      <div className="settings-columns">
        <LanguagePanel />
        <DisplayPanel />
        <CompanyName />
        <DataFolder />
        <PersonName />
        <NoticesPanel />
        <KeepingPanel />
        <UpdatesPanel />
        <MoreWays />
      </div>
    </Page>
  );
}
