import { CalendarDays, CalendarOff, CircleCheckBig, FilePenLine, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedSite } from '../../../electron/contract/site-list.ts';
import { LinkChipShown } from '../../components/link-state.tsx';
import { useSession } from '../../session.ts';
import type { RowMark } from './row-marks.ts';
import { rowWords, type RowWords } from './row-words.ts';

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
  const { name, chip, second, marks } = rowWords(row, now, t, i18n.language);
  return (
    <>
      <span className="site-row-name">{name}</span>
      {chip ? <LinkChipShown {...chip} /> : null}
      {second.length === 0 ? null : (
        <span className="site-row-second dotted">
          {second.map(({ text, isWhole }) => (
            <span key={text} className={isWhole ? 'unbroken' : undefined}>
              {text}
            </span>
          ))}
        </span>
      )}
      {marks.length === 0 ? null : (
        <span className="row-marks">
          {marks.map((mark) => <Mark key={mark.kind} {...mark} />)}
        </span>
      )}
    </>
  );
}

const icons: Readonly<Record<RowMark['kind'], LucideIcon>> = {
  visitToday: CalendarDays, visitTomorrow: CalendarDays, handOverOpen: FilePenLine, contractEndsToday: CalendarOff, contractEndsIn: CalendarOff, contractOver: CalendarOff, ended: CircleCheckBig,
};

function Mark({ kind, text }: RowWords['marks'][number]): ReactElement {
  const Icon = icons[kind];
  return (
    <span className="row-mark">
      <Icon size={15} aria-hidden="true" />
      {text}
    </span>
  );
}
