import { Pencil } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { SiteHistory } from './site-history.tsx';
import { SiteState } from './site-state.tsx';
import { WhatTheLinkSees } from './what-the-link-sees.tsx';

/** One site: its state, the one next action, what the link sees, what happened. */
export function SitePane({ siteId }: { readonly siteId: string }): ReactElement | null {
  const site = useCall('sites.get', { siteId });
  if (site.problem && !site.value) return <ProblemNote problem={site.problem} />;
  if (!site.value) return null;
  return (
    <div className="site">
      <SiteHead site={site.value} />
      <div className="site-main">
        <SiteState site={site.value} again={site.again} />
        {site.value.link ? <WhatTheLinkSees site={site.value} link={site.value.link} again={site.again} /> : null}
      </div>
      <SiteHistory history={site.value.history} consent={site.value.consent} />
    </div>
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
