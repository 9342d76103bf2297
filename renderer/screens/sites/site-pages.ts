import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { SiteRow } from '../../../electron/contract/views.ts';
import { call, useHints } from '../../client.ts';

const PAGE = 100;

/** The part of the list that is loaded. */
export interface SitePages {
  readonly rows: readonly SiteRow[];
  readonly total: number;
  readonly loaded: boolean;
  readonly problem: Problem | null;
  readonly more: () => void;
}

type Held = Omit<SitePages, 'more'>;

async function readPages(query: string, pages: number, before: Held): Promise<Held> {
  const offsets = Array.from({ length: pages }, (_, page) => page * PAGE);
  const answers = await Promise.all(offsets.map(async (offset) => call('sites.list', { query, offset, limit: PAGE })));
  const refused = answers.find((answer) => !answer.ok);
  if (refused && !refused.ok) return { ...before, loaded: true, problem: refused.problem };
  const read = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  return { rows: read.flatMap(({ rows }) => rows), total: read.at(-1)?.total ?? 0, loaded: true, problem: null };
}

/** The sites that match `query`, in pages of 100; read again at every hint. A late answer to an older question is dropped. */
export function useSitePages(query: string): SitePages {
  const [held, setHeld] = useState<Held>({ rows: [], total: 0, loaded: false, problem: null });
  const [wanted, setWanted] = useState({ query, pages: 1 });
  const newest = useRef(0);
  const pages = wanted.query === query ? wanted.pages : 1;
  const read = useCallback(() => {
    const turn = ++newest.current;
    void readPages(query, pages, { rows: [], total: 0, loaded: true, problem: null }).then((result) => void (turn === newest.current && setHeld(result)));
  }, [query, pages]);
  useEffect(read, [read]);
  useHints(['sites', 'app'], read);
  return { ...held, more: () => setWanted({ query, pages: pages + 1 }) };
}
