import { CircleHelp, ClipboardCheck, KeyRound, Plus, RefreshCw, Search, Settings, Sun } from 'lucide-react';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenewalsView, SiteRow } from '../../../electron/contract/views.ts';
import { useCall } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { needsPerson } from '../../components/link-state.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { SiteRowButton } from './site-row.tsx';
import { useSitePages } from './site-pages.ts';

/** The list of sites with its search, trouble first. */
export function SiteList({ selected }: { readonly selected: string | null }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const [query, setQuery] = useState('');
  const pages = useSitePages(useDeferredValue(query));
  return (
    <nav className="list" aria-label={t('sites.title')}>
      <div className="list-head">
        <div className="row-between">
          <div className="list-title">
            <h2>{t('sites.title')}</h2>
            <span className="muted" aria-hidden="true">{pages.loaded ? pages.total : null}</span>
            <span className="visually-hidden">{t('sites.count', { count: pages.total })}</span>
          </div>
          <Button size="small" onClick={() => goTo({ name: 'newSite' })}>
            <Plus size={18} aria-hidden="true" />
            {t('sites.newSite')}
          </Button>
        </div>
        <SearchField query={query} onQuery={setQuery} />
      </div>
      <div className="list-body">
        {pages.problem ? <ProblemNote problem={pages.problem} /> : null}
        <Groups rows={pages.rows} selected={selected} />
        {pages.loaded && pages.rows.length === 0 ? <NoRows query={query} onClear={() => setQuery('')} /> : null}
        {pages.rows.length < pages.total ? (
          <div className="list-more">
            <Button size="small" onClick={pages.more}>{t('sites.showMore')}</Button>
          </div>
        ) : null}
      </div>
      <ListFoot />
    </nav>
  );
}

function SearchField({ query, onQuery }: { readonly query: string; readonly onQuery: (query: string) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="search">
      <Search size={18} aria-hidden="true" />
      <input type="search" className="input" aria-label={t('sites.search')} placeholder={t('sites.searchPlaceholder')} maxLength={200} spellCheck={false} value={query}
        onChange={(event) => onQuery(event.target.value)} />
    </div>
  );
}

function Groups({ rows, selected }: { readonly rows: readonly SiteRow[]; readonly selected: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const now = useAge();
  const urgent = rows.filter((row) => needsPerson(row.state, row.endsAt, now));
  const others = rows.filter((row) => !urgent.includes(row));
  const group = (members: readonly SiteRow[], title: string | null): ReactElement | null =>
    members.length === 0 ? null : (
      <>
        {title === null ? null : <h3 className="group">{title}</h3>}
        <ul>
          {members.map((row) => (
            <SiteRowButton key={row.id} row={row} now={now} current={row.id === selected} />
          ))}
        </ul>
      </>
    );
  return (
    <>
      {group(urgent, t('sites.needsYou'))}
      {group(others, urgent.length === 0 ? null : t('sites.others'))}
    </>
  );
}

function NoRows({ query, onClear }: { readonly query: string; readonly onClear: () => void }): ReactElement {
  const { t } = useTranslation();
  if (query.trim() === '') return <p className="list-empty muted">{t('sites.emptyList')}</p>;
  return (
    <div className="list-empty stack">
      <p className="muted">{t('sites.noMatch', { query })}</p>
      <Button size="small" onClick={onClear}>
        {t('sites.clearSearch')}
      </Button>
    </div>
  );
}

function ListFoot(): ReactElement {
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
}

/** What belongs to the laptop rather than to the job; small, in one line. */
function FootTools(): ReactElement {
  const { t } = useTranslation();
  const { start, goTo, toggleSiteMode } = useSession();
  return (
    <div className="foot-tools">
      <Button variant="quiet" size="small" onClick={() => goTo({ name: 'settings' })}>
        <Settings size={18} aria-hidden="true" />
        {t('settings.title')}
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
