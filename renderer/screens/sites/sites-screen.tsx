import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FIRST_PAGE } from '../../../electron/contract/first-questions.ts';
import { useCall } from '../../client.ts';
import { earlyValue } from '../../early.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { later } from '../../later.tsx';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { SiteList } from './site-list.tsx';
import { useLate } from './use-late.ts';
import { Alerts } from './alerts.tsx';

const SitePane = later(async () => (await import('../site/site-pane.tsx')).SitePane);
const NewSitePane = later(async () => (await import('../site/site-form.tsx')).NewSitePane);
const EditSitePane = later(async () => (await import('../site/site-form.tsx')).EditSitePane);

/** What stands at the right of the list when it is asked for. */
export const sitePanes = [SitePane, NewSitePane, EditSitePane];

type BookScreen = Extract<Screen, { readonly name: 'sites' | 'newSite' | 'editSite' }>;

/** The site book: the list at the left, one site (or its form) at the right. */
export function SitesScreen({ screen }: { readonly screen: BookScreen }): ReactElement {
  const siteId = screen.name === 'newSite' ? null : screen.siteId;
  return (
    <div className="book">
      <SiteList selected={siteId} wanted={screen.name === 'sites' && screen.filter !== undefined ? screen : null} />
      <main className="detail">
        <Alerts />
        <Pane screen={screen} />
      </main>
    </div>
  );
}

function Pane({ screen }: { readonly screen: BookScreen }): ReactElement {
  if (screen.name === 'newSite') return <NewSitePane />;
  if (screen.name === 'editSite') return <EditSitePane key={screen.siteId} siteId={screen.siteId} />;
  return screen.siteId === null ? <NothingChosen /> : <SitePane key={screen.siteId} siteId={screen.siteId} tab={screen.tab ?? 'link'} />;
}

function NothingChosen(): ReactElement | null {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const list = useCall('sites.list', { query: '', offset: 0, limit: 1 });
  const [first] = useState(() => earlyValue('sites.list', FIRST_PAGE)?.total ?? null);
  const isLate = useLate();
  const total = list.value?.total ?? first;
  // An empty book is there at once.
  if (total === null && !list.problem && !isLate) return null;
  // What went wrong is told where the list would be.
  if (total !== 0) {
    return (
      <div className="blank">
        <Landing>{t('sites.pickTitle')}</Landing>
        <p className="lead">{t('sites.pickLead')}</p>
      </div>
    );
  }
  return (
    <div className="blank">
      <Landing>{t('sites.emptyTitle')}</Landing>
      <p className="lead">{t('sites.emptyLead')}</p>
      <div className="actions">
        <Button variant="primary" enter onClick={() => goTo({ name: 'newSite' })}>
          {t('sites.emptyAction')}
        </Button>
        <Button onClick={() => goTo({ name: 'dayList' })}>{t('dayList.open')}</Button>
      </div>
    </div>
  );
}
