import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenewalsView } from '../../../electron/contract/views.ts';
import { useCall } from '../../client.ts';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StorageBar } from '../../components/storage-bar.tsx';
import { wholeNumber } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { BackgroundPanel } from './background-panel.tsx';
import { CompanyTrouble } from './company-trouble.tsx';
import { Counts } from './counts.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { RoundActions } from './round-actions.tsx';
import { RoundHead } from './round-head.tsx';
import { headlineOf, hoursNeeded } from './round-words.ts';

/** Renewals: keep all links alive in one go. Main renews; this screen shows how far it is and what a person may do. */
export function RenewalsScreen(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const renewals = useCall('renewals.view', undefined);
  return (
    <Page back={{ label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) }}>
      {renewals.problem ? <ProblemNote problem={renewals.problem} /> : null}
      {renewals.value ? <Overview view={renewals.value} again={renewals.again} /> : null}
    </Page>
  );
}

/** What the parts of the screen may use. */
export interface PartProps {
  readonly view: RenewalsView;
  /** Asks main again; after every action, besides main's own hints. */
  readonly again: () => void;
}

function Overview({ view, again }: PartProps): ReactElement {
  const { start } = useSession();
  const headline = headlineOf(view, start.storageProblem !== null);
  const reason = headline === 'waiting' ? view.reason : null;
  return (
    <>
      <RoundHead view={view} headline={headline} />
      {start.storageProblem ? <StorageBar problem={start.storageProblem} /> : null}
      {reason ? <ProblemNote problem={reason} tone="warn" /> : null}
      {view.companyProblem ? <CompanyTrouble problem={view.companyProblem} again={again} /> : null}
      <RoundActions view={view} headline={headline} again={again} />
      <Counts counts={view.counts} />
      <HoursNeeded links={view.counts.links} />
      <div className="renewals-columns">
        <ResultsPanel view={view} />
        <BackgroundPanel background={view.background} again={again} />
      </div>
    </>
  );
}

/** A book so large that an hour now and then no longer renews all of it. */
function HoursNeeded({ links }: { readonly links: number }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const hours = hoursNeeded(links);
  return hours === null ? null : <Notice tone="unknown">{t('renewals.hoursNeeded', { links: wholeNumber(links, i18n.language), count: hours })}</Notice>;
}
