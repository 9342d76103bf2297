import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { FIRST_PAGE } from '../../../electron/contract/first-questions.ts';
import type { Problem } from '../../../electron/contract/problems.ts';
import { failure, success, type Result } from '../../../electron/contract/result.ts';
import type { SiteFilter } from '../../../electron/contract/site-groups.ts';
import type { ListedSite, SiteList } from '../../../electron/contract/site-list.ts';
import { call, useHints } from '../../client.ts';
import { earlyAnswer, earlyValue } from '../../early.ts';
import { nearPages, PAGE, pageOf, type Pages } from './list-pages.ts';

/** What is asked of the list. `about`: the site that is open; `day`: today, because the order is that of a day. */
export interface ListQuestion {
  readonly query: string;
  readonly filter: SiteFilter;
  readonly about: string | null;
  readonly day: string;
}

type Numbers = Omit<SiteList, 'rows' | 'position'>;

/** What is shown of the list: what was answered last stays until the next answer is there. */
export interface ShownList {
  /** Which question this answers; the list begins at its top when it changes. */
  readonly key: string;
  /** Null before the first answer. */
  readonly numbers: Numbers | null;
  readonly pages: Pages;
  /** Where the open site is in the list, as far as known. */
  readonly place: { readonly siteId: string; readonly index: number } | null;
  readonly problem: Problem | null;
}

type Read = Pick<ShownList, 'numbers' | 'pages' | 'place'>;

const NOTHING: ShownList = { key: '', numbers: null, pages: new Map(), place: null, problem: null };

/** The pages that are wanted, and the one the open site is on: whoever scrolls to it must not meet a gap. */
async function readPages(question: ListQuestion, wanted: readonly number[]): Promise<Result<Read>> {
  const first = await readExactly(question, wanted);
  const page = first.ok && first.value.place ? pageOf(first.value.place.index) : null;
  if (!first.ok || page === null || wanted.includes(page)) return first;
  const second = await readExactly(question, [page]);
  return second.ok ? success({ ...second.value, pages: new Map([...first.value.pages, ...second.value.pages]) }) : second;
}

async function readExactly({ query, filter, about }: ListQuestion, wanted: readonly number[]): Promise<Result<Read>> {
  const answers = await Promise.all(wanted.map(async (page) => call('sites.list', { query, filter, offset: page * PAGE, limit: PAGE, ...(about === null ? {} : { about }) })));
  const refused = answers.find((answer) => !answer.ok);
  if (refused && !refused.ok) return failure(refused.problem);
  const lists = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const pages = new Map<number, readonly ListedSite[]>(lists.map(({ rows }, index) => [wanted[index] ?? 0, rows]));
  const last = lists.at(-1);
  const place = about === null || last?.position === null || last === undefined ? null : { siteId: about, index: last.position };
  return success({ numbers: last ? { total: last.total, groups: last.groups, counts: last.counts } : null, pages, place });
}

/** What the list begins with: the first page, where main has answered it before the window is drawn. */
function beginning({ query, filter, about }: ListQuestion, key: string): ShownList {
  const isFirst = about === null && query === FIRST_PAGE.query && filter === FIRST_PAGE.filter;
  const answer = isFirst ? earlyValue('sites.list', FIRST_PAGE) : undefined;
  if (!answer) return NOTHING;
  const { total, groups, counts, rows } = answer;
  return { ...NOTHING, key, numbers: { total, groups, counts }, pages: new Map([[0, rows]]) };
}

/** What is shown. `isFresh`, asked once: it is what the list began with, and nothing changed since. */
function useShown(question: ListQuestion, key: string): { readonly shown: ShownList; readonly setShown: Dispatch<SetStateAction<ShownList>>; readonly isFresh: () => boolean } {
  const [shown, setShown] = useState(() => beginning(question, key));
  const isBegun = useRef(shown.numbers !== null);
  const isFresh = useCallback(() => {
    const fresh = isBegun.current && earlyAnswer('sites.list', FIRST_PAGE) !== undefined;
    isBegun.current = false;
    return fresh;
  }, []);
  return { shown, setShown, isFresh };
}

/** The list, and `see`: the rows from `first` to `last` are on screen. */
export interface SiteListState {
  readonly shown: ShownList;
  readonly see: (first: number, last: number) => void;
}

/** The sites that match, in pages of 50 around what is on screen; read again at every hint and every new question. A late answer to an older question is dropped. */
export function useSiteList(question: ListQuestion): SiteListState {
  const key = JSON.stringify([question.query, question.filter]);
  const { shown, setShown, isFresh } = useShown(question, key);
  const asked = useRef(0);
  const arrived = useRef(0);
  const newest = useRef({ question, key, shown });
  const onScreen = useRef<readonly number[]>([0]);
  // Before any effect of the rows asks for pages.
  useLayoutEffect(() => {
    newest.current = { question, key, shown };
  });
  const read = useCallback((pages: readonly number[], join: boolean) => {
    const turn = ++asked.current;
    const wanted = newest.current;
    void readPages(wanted.question, pages).then((result) => {
      // Hints may come faster than answers: every answer newer than the one shown counts, if it answers what is asked now.
      if (turn <= arrived.current || wanted.key !== newest.current.key) return;
      arrived.current = turn;
      const draw = (): void => setShown((before) => follow(before, wanted.key, result, join));
      // The first rows are many at once: drawn in pieces, so that the window does not stand still.
      if (wanted.shown.numbers === null) startTransition(draw);
      else draw();
    });
  }, [setShown]);
  const again = useCallback(() => {
    if (!isFresh()) read(newest.current.shown.key === newest.current.key ? onScreen.current : [0], false);
  }, [read, isFresh]);
  const { about, day } = question;
  useEffect(again, [again, key, about, day]);
  useHints(['sites', 'app'], again);
  const see = useCallback((first: number, last: number) => {
    const pages = Array.from({ length: pageOf(last) - pageOf(first) + 1 }, (_, index) => pageOf(first) + index);
    if (newest.current.shown.numbers === null) return;
    onScreen.current = pages;
    const missing = pages.filter((page) => !newest.current.shown.pages.has(page));
    if (missing.length > 0) read(missing, true);
  }, [read]);
  return { shown, see };
}

/** What is shown after an answer. Pages that join others must be of the same list, or all are read anew by the next look. */
function follow(before: ShownList, key: string, result: Result<Read>, join: boolean): ShownList {
  if (!result.ok) return { ...before, problem: result.problem };
  const { pages, numbers, place } = result.value;
  const isSame = join && before.key === key && before.numbers?.total === numbers?.total;
  return { key, numbers, place, problem: null, pages: isSame ? nearPages(before.pages, pages) : pages };
}
