import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { rowAfter } from './list-keys.ts';
import { groupStarts, indexOf, rowAt, type GroupStart, type Pages } from './list-pages.ts';
import { SiteRowButton } from './site-row.tsx';
import type { ShownList, SiteListState } from './use-site-list.ts';

/** Guesses in pixels, until a row is measured. */
const ROW = 77;
const HEADING = 38;
/** About what stands above and below the rows, until their place is measured. */
const AROUND = 260;
/** Rows beyond the edges, so that scrolling never shows a gap. */
const BEYOND = 6;

/** Where the rows will be, before that is measured: rows that are there already are drawn with the window, not after it. */
const guessedPlace = (): { readonly width: number; readonly height: number } => ({ width: 0, height: Math.max(0, innerHeight - AROUND) });

interface SiteRowsProps extends SiteListState {
  readonly selected: string | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** The rows on screen and a few beyond, however many there are. One stop for the Tab key; the arrow keys, Home and End move between rows. What is typed above draws them only once, with its answer. */
export const SiteRows = memo(function SiteRows({ shown, see, selected, now }: SiteRowsProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const total = shown.numbers?.total ?? 0;
  const groups = shown.numbers?.groups;
  const starts = useMemo(() => groupStarts(groups ?? []), [groups]);
  const [wanted, setActive] = useState(0);
  const active = Math.max(0, Math.min(wanted, total - 1));
  // oxlint-disable-next-line react/incompatible-library -- nothing is memoized here that takes its functions
  const rows = useVirtualizer({
    count: total, overscan: BEYOND, useFlushSync: false, initialRect: guessedPlace(),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW + (starts.has(index) ? HEADING : 0),
    // The row that has the focus stays, wherever one scrolls.
    rangeExtractor: useCallback((range: Range) => [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b), [active]),
  });
  const move = useFocus(scroller, rows, shown.pages, active, setActive);
  useTop(rows, shown, setActive);
  useSelectedInView(scroller, rows, shown, selected, setActive);
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  useEffect(() => see(startIndex, endIndex), [see, startIndex, endIndex, shown.pages]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? null : rowAfter(event.key, active, total);
    if (to === null) return;
    event.preventDefault();
    move(to);
  };
  return (
    <div className="list-body" ref={scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its rows are buttons; the keys only move between them */}
      <ul className="site-rows" style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li key={index} data-index={index} ref={rows.measureElement} aria-setsize={total} aria-posinset={index + 1} style={{ transform: `translateY(${start}px)` }}>
            <Heading start={starts.get(index)} />
            <SiteRowButton row={rowAt(shown.pages, index)} selected={selected} now={now} reachable={index === active} onFocus={() => setActive(index)} />
          </li>
        ))}
      </ul>
    </div>
  );
});

function Heading({ start }: { readonly start: GroupStart | undefined }): ReactElement | null {
  const { t } = useTranslation();
  return start ? <h3 className="group">{t(`siteList.groups.${start.group}`)}</h3> : null;
}

type Rows = Virtualizer<HTMLDivElement, Element>;

const hasFocus = (list: HTMLElement | null): boolean => list?.contains(document.activeElement) ?? false;

/** Moves the focus to a row by its index; when the order changes under it, the focus goes with the site it is on. */
function useFocus(list: RefObject<HTMLDivElement | null>, rows: Rows, pages: Pages, active: number, setActive: (index: number) => void): (index: number) => void {
  const wanted = useRef(false);
  const at = useRef<string | null>(null);
  useLayoutEffect(() => {
    const moved = hasFocus(list.current) ? indexOf(pages, at.current) : null;
    if (moved === null || moved === active) return;
    wanted.current = true;
    setActive(moved);
    // Only a new order is followed; what the person does is followed below.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [pages]);
  useLayoutEffect(() => {
    at.current = rowAt(pages, active)?.id ?? null;
    if (!wanted.current) return;
    wanted.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${active}"] > button`)?.focus({ preventScroll: true });
  }, [list, pages, active]);
  return (index) => {
    wanted.current = true;
    setActive(index);
    rows.scrollToIndex(index);
  };
}

/** Another question begins at its first row. */
function useTop(rows: Rows, { key }: ShownList, setActive: (index: number) => void): void {
  const former = useRef(key);
  useLayoutEffect(() => {
    if (former.current === key) return;
    const isFirst = former.current === '';
    former.current = key;
    if (isFirst) return;
    setActive(0);
    // At the top already there is nowhere to go, and asking would lay the page out once more at every keystroke.
    if (rows.scrollOffset) rows.scrollToOffset(0);
  }, [rows, key, setActive]);
}

/** The open site is scrolled into view when it was opened elsewhere, and stays in view when the order changes under it. The Tab key leads to it. */
function useSelectedInView(list: RefObject<HTMLDivElement | null>, rows: Rows, { pages, place, key }: ShownList, selected: string | null, setActive: (index: number) => void): void {
  const known = indexOf(pages, selected) ?? (place?.siteId === selected ? place.index : null);
  const former = useRef<{ readonly selected: string | null; readonly index: number | null; readonly key: string }>({ selected: null, index: null, key });
  useLayoutEffect(() => {
    const { selected: before, index, key: question } = former.current;
    former.current = { selected, index: known, key };
    const isOtherQuestion = question !== key && question !== '';
    if (known === null || selected === null || isOtherQuestion) return;
    if (!hasFocus(list.current)) setActive(known);
    const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
    const wasSeen = index !== null && index >= startIndex && index <= endIndex;
    const isNews = before !== selected || index === null;
    if (isNews || (index !== known && wasSeen)) rows.scrollToIndex(known);
  }, [list, rows, known, selected, key, setActive]);
}
