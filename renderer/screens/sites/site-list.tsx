import { CalendarPlus, Plus, Search } from 'lucide-react';
import { memo, useDeferredValue, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/contract/calendar.ts';
import { siteFilters, type SiteFilter } from '../../../electron/contract/site-groups.ts';
import type { SiteList as Answer } from '../../../electron/contract/site-list.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { wholeNumber } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { ListFoot } from './list-foot.tsx';
import { SiteRows } from './site-rows.tsx';
import { useLate } from './use-late.ts';
import { useSiteList } from './use-site-list.ts';

interface SiteListProps {
  readonly selected: string | null;
  /** A part of the list that was asked for from outside; each time another object. */
  readonly wanted: { readonly filter?: SiteFilter } | null;
}

/** The list of sites with its search and filters, trouble first. */
export function SiteList({ selected, wanted }: SiteListProps): ReactElement {
  const { t } = useTranslation();
  const now = useAge();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<SiteFilter>(wanted?.filter ?? 'all');
  const [seen, setSeen] = useState(wanted);
  if (wanted !== seen) {
    setSeen(wanted);
    if (wanted?.filter) {
      setQuery('');
      setFilter(wanted.filter);
    }
  }
  const list = useSiteList({ query: useDeferredValue(query), filter, about: selected, day: dayOf(now) });
  const { numbers, problem } = list.shown;
  const clear = (): void => {
    setQuery('');
    setFilter('all');
  };
  return (
    <nav className="list" aria-label={t('sites.title')}>
      <div className="list-head">
        <ListTitle />
        <SearchField query={query} onQuery={setQuery} />
        <Filters counts={numbers?.counts ?? null} filter={filter} onFilter={setFilter} />
        <span className="visually-hidden" aria-live="polite">{numbers ? t('sites.count', { count: numbers.total }) : null}</span>
      </div>
      {problem ? <div className="list-problem"><ProblemNote problem={problem} /></div> : null}
      {numbers || problem ? null : <Awaited />}
      {numbers?.total === 0 ? <NoRows query={query} filter={filter} onClear={clear} /> : <SiteRows {...list} selected={selected} now={now} />}
      <ListFoot />
    </nav>
  );
}

function ListTitle(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  return (
    <div className="row-between list-title">
      <h2>{t('sites.title')}</h2>
      <div className="list-actions">
        {/* The list needs the height of a second line more; the menu bar and the empty book have the words. */}
        <Button variant="quiet" size="small" title={t('dayList.open')} onClick={() => goTo({ name: 'dayList' })}>
          <CalendarPlus size={20} aria-hidden="true" />
          <span className="visually-hidden">{t('dayList.open')}</span>
        </Button>
        <Button size="small" onClick={() => goTo({ name: 'newSite' })}>
          <Plus size={18} aria-hidden="true" />
          {t('sites.newSite')}
        </Button>
      </div>
    </div>
  );
}

/** Down leads from the search into what it found. */
function toRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.site-rows button[tabindex="0"]')?.focus();
}

function SearchField({ query, onQuery }: { readonly query: string; readonly onQuery: (query: string) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="search">
      <Search size={18} aria-hidden="true" />
      <input type="search" className="input" aria-label={t('sites.search')} placeholder={t('sites.searchPlaceholder')} maxLength={200} spellCheck={false} value={query}
        onChange={(event) => onQuery(event.target.value)} onKeyDown={toRows} />
    </div>
  );
}

interface FiltersProps {
  readonly counts: Answer['counts'] | null;
  readonly filter: SiteFilter;
  readonly onFilter: (filter: SiteFilter) => void;
}

/** Drawn when an answer comes, not at every key. */
const Filters = memo(function Filters({ counts, filter, onFilter }: FiltersProps): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <div className="filters" role="group" aria-label={t('siteList.show')}>
      {siteFilters.map((each) => (
        // Pressing it once more shows all again.
        <button key={each} type="button" className="filter" aria-pressed={each === filter} onClick={() => onFilter(each === filter ? 'all' : each)}>
          {t(`siteList.filters.${each}`)}
          <span className="filter-count">{counts ? wholeNumber(counts[each], i18n.language) : null}</span>
        </button>
      ))}
    </div>
  );
});

/** Says that the list is on its way, where that takes longer than a moment. */
function Awaited(): ReactElement {
  const { t } = useTranslation();
  const isLate = useLate();
  return <p className="list-empty muted" role="status">{isLate ? t('siteList.preparing') : null}</p>;
}

interface NoRowsProps {
  readonly query: string;
  readonly filter: SiteFilter;
  readonly onClear: () => void;
}

function NoRows({ query, filter, onClear }: NoRowsProps): ReactElement {
  const { t } = useTranslation();
  const searched = query.trim() !== '';
  if (!searched && filter === 'all') return <div className="list-body"><p className="list-empty muted">{t('sites.emptyList')}</p></div>;
  return (
    <div className="list-body">
      <div className="list-empty stack">
        <p className="muted">{searched ? t('sites.noMatch', { query }) : t('siteList.noneHere')}</p>
        <Button size="small" onClick={onClear}>
          {searched ? t('sites.clearSearch') : t('siteList.showAll')}
        </Button>
      </div>
    </div>
  );
}
