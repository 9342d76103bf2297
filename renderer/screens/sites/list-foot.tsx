import { CircleHelp, ClipboardCheck, KeyRound, RefreshCw, Settings, Sun } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenewalsView } from '../../../electron/contract/views.ts';
import { useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { useSession } from '../../session.ts';

/** The ways to everything that is no site. */
export const ListFoot = memo(function ListFoot(): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  return (
    <div className="list-foot">
      <RenewalsButton />
      <Button variant="quiet" size="small" onClick={() => goTo({ name: 'ready', back: screen })}>
        <ClipboardCheck size={18} aria-hidden="true" />
        {t('ready.open')}
      </Button>
      <Button variant="quiet" size="small" onClick={() => goTo({ name: 'credentials', form: false })}>
        <KeyRound size={18} aria-hidden="true" />
        {t('sites.credentials')}
      </Button>
      <FootTools />
    </div>
  );
});

/** What belongs to the laptop rather than to the job; small, in one line. */
function FootTools(): ReactElement {
  const { t } = useTranslation();
  const { start, goTo, toggleSiteMode } = useSession();
  return (
    <div className="foot-tools">
      <Button variant="quiet" size="small" onClick={() => goTo({ name: 'settings' })}>
        <Settings size={18} aria-hidden="true" />
        {t('settings.title')}
        <NewVersion />
      </Button>
      <Button variant="quiet" size="small" onClick={() => goTo({ name: 'help', query: '' })}>
        <CircleHelp size={18} aria-hidden="true" />
        {t('help.open')}
      </Button>
      <Button variant="quiet" size="small" aria-pressed={start.settings.siteMode} onClick={toggleSiteMode}>
        <Sun size={18} aria-hidden="true" />
        {t('settings.siteModeShort')}
      </Button>
    </div>
  );
}

/** The way to Renewals, with how far a round is, or else the number of links that want it. */
function RenewalsButton(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const view = useCall('renewals.view', undefined).value;
  return (
    <Button variant="quiet" size="small" onClick={() => goTo({ name: 'renewals' })}>
      <RefreshCw size={18} aria-hidden="true" />
      {t('renewals.open')}
      {view ? <RenewalsBadge view={view} /> : null}
    </Button>
  );
}

function RenewalsBadge({ view }: { readonly view: RenewalsView }): ReactElement | null {
  const { t } = useTranslation();
  const { round, done, total, counts } = view;
  if (round === 'running' || round === 'paused' || round === 'waiting') return <span className="badge tone-now">{t('renewals.progressText', { done, total })}</span>;
  if (counts.due === 0) return null;
  return (
    <>
      <span className="badge tone-warn" aria-hidden="true">
        {counts.due}
      </span>
      <span className="visually-hidden">{t('renewals.openDue', { count: counts.due })}</span>
    </>
  );
}

/** A dot while a newer version is there that nobody has put away. */
function NewVersion(): ReactElement | null {
  const { t } = useTranslation();
  const page = useCall('updates.view', undefined).value;
  if (page?.isNews !== true) return null;
  return (
    <>
      <span className="news-dot" aria-hidden="true" />
      <span className="visually-hidden">{t('updates.dot')}</span>
    </>
  );
}
