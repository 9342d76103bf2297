import type { TFunction } from 'i18next';
import { CalendarDays, CalendarOff, CircleCheckBig, FilePenLine, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedSite } from '../../../electron/contract/site-list.ts';
import { LinkStateChip } from '../../components/link-state.tsx';
import { relativeTime } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { marksOf, type RowMark } from './row-marks.ts';

interface SiteRowButtonProps {
  /** Undefined while its page is fetched: the same button then, so that the focus stays where it is. */
  readonly row: ListedSite | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  readonly selected: string | null;
  /** Whether the Tab key leads to this row; the arrow keys lead to the others. */
  readonly reachable: boolean;
  readonly onFocus: () => void;
}

/** One line of the list: name, state, place, the age of what is known, and what is to be done besides the link. */
export function SiteRowButton({ row, now, selected, reachable, onFocus }: SiteRowButtonProps): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const open = (): void => {
    if (row) goTo({ name: 'sites', siteId: row.id });
  };
  return (
    <button type="button" className={row ? 'site-row' : 'site-row site-row-awaited'} tabIndex={reachable ? 0 : -1} aria-current={row && row.id === selected ? 'true' : undefined} onFocus={onFocus} onClick={open}>
      {row ? <Words row={row} now={now} /> : <span className="visually-hidden">{t('siteList.awaited')}</span>}
    </button>
  );
}

function Words({ row, now }: { readonly row: ListedSite; readonly now: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const age = row.provenAt === null ? null : t('sites.provenAgo', { ago: relativeTime(row.provenAt, now, i18n.language) });
  const second = [row.address, age ?? (row.state === 'notLinked' ? null : t('sites.neverProven'))].filter(Boolean);
  const marks = marksOf(row, now);
  return (
    <>
      <span className="site-row-name">{row.name}</span>
      {row.group === 'ended' ? null : <LinkStateChip state={row.state} endsAt={row.endsAt} now={now} />}
      {second.length === 0 ? null : (
        <span className="site-row-second dotted">
          {second.map((part) => (
            <span key={part} className={part === row.address ? undefined : 'unbroken'}>
              {part}
            </span>
          ))}
        </span>
      )}
      {marks.length === 0 ? null : (
        <span className="row-marks">
          {marks.map((mark) => <Mark key={mark.kind} mark={mark} />)}
        </span>
      )}
    </>
  );
}

const icons: Readonly<Record<RowMark['kind'], LucideIcon>> = {
  visitToday: CalendarDays, visitTomorrow: CalendarDays, handOverOpen: FilePenLine, contractEndsToday: CalendarOff, contractEndsIn: CalendarOff, contractOver: CalendarOff, ended: CircleCheckBig,
};

function Mark({ mark }: { readonly mark: RowMark }): ReactElement {
  const { t } = useTranslation();
  const Icon = icons[mark.kind];
  return (
    <span className="row-mark">
      <Icon size={15} aria-hidden="true" />
      {wordsOf(mark, t)}
    </span>
  );
}

function wordsOf(mark: RowMark, t: TFunction): string {
  switch (mark.kind) {
    case 'visitToday':
      return mark.time === null ? t('siteList.visitToday') : t('siteList.visitTodayAt', { time: mark.time });
    case 'visitTomorrow':
      return mark.time === null ? t('siteList.visitTomorrow') : t('siteList.visitTomorrowAt', { time: mark.time });
    case 'contractEndsIn':
      return t('siteList.contractEndsIn', { count: mark.days });
    case 'handOverOpen':
    case 'contractEndsToday':
    case 'contractOver':
    case 'ended':
      return t(`siteList.${mark.kind}`);
  }
}
