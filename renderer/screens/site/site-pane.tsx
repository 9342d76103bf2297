import { Pencil } from 'lucide-react';
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { call, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { siteTabs, type SiteTab } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { EndedPanel } from './ended-panel.tsx';
import { PapersPart } from './papers-part.tsx';
import { SiteHistory } from './site-history.tsx';
import { SiteNotices } from './site-notices.tsx';
import { SiteState } from './site-state.tsx';
import { VisitPart } from './visit-part.tsx';
import { WhatTheLinkSees } from './what-the-link-sees.tsx';

interface SitePaneProps {
  readonly siteId: string;
  readonly tab: SiteTab;
}

/** One site, in three parts: its link with the one next action, the visit, the papers. */
export function SitePane({ siteId, tab }: SitePaneProps): ReactElement | null {
  const site = useCall('sites.get', { siteId });
  const found = site.value?.id ?? null;
  // What cannot be remembered is only missing from a list of shortcuts.
  useEffect(() => void (found === null ? null : call('recent.opened', { siteId: found })), [found]);
  if (site.problem && !site.value) return <ProblemNote problem={site.problem} />;
  if (!site.value) return null;
  return (
    <div className="site">
      <SiteHead site={site.value} />
      <SiteTabs siteId={siteId} tab={tab} />
      <SiteNotices site={site.value} tab={tab} again={site.again} />
      <Part tab={tab} site={site.value} again={site.again} />
    </div>
  );
}

/** One part of the page. `again` asks for the site again. */
function Part({ tab, site, again }: { readonly tab: SiteTab; readonly site: SiteView; readonly again: () => void }): ReactElement {
  if (tab === 'visit') return <VisitPart site={site} again={again} />;
  if (tab === 'papers') return <PapersPart site={site} again={again} />;
  return (
    <>
      <div className="site-main">
        {site.endedAt === null ? <SiteState site={site} again={again} /> : <EndedPanel site={site} endedAt={site.endedAt} again={again} />}
        {site.link ? <WhatTheLinkSees site={site} link={site.link} again={again} /> : null}
      </div>
      <SiteHistory history={site.history} consent={site.consent} />
    </>
  );
}

function SiteTabs({ siteId, tab }: { readonly siteId: string; readonly tab: SiteTab }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  return (
    <nav className="tabs" aria-label={t('book.parts')}>
      {siteTabs.map((each) => (
        <button key={each} type="button" className="tab" aria-current={each === tab ? 'page' : undefined} onClick={() => goTo({ name: 'sites', siteId, tab: each })}>
          {t(`book.tabs.${each}`)}
        </button>
      ))}
    </nav>
  );
}

function SiteHead({ site }: { readonly site: SiteView }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const facts = [site.address, site.customerName, t(`site.reads.${site.customerLanguage}`)].filter((fact) => fact !== '');
  return (
    <header className="site-head">
      <div className="stack-tight">
        <Landing>{site.name}</Landing>
        <p className="muted dotted">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <Button size="small" variant="quiet" onClick={() => goTo({ name: 'editSite', siteId: site.id })}>
        <Pencil size={18} aria-hidden="true" />
        {t('site.edit')}
      </Button>
    </header>
  );
}
