import { z } from 'zod';
import type { LinkCounts, LinkStore } from '../../links/link.ts';
import { FARTHEST_PLAN } from '../../links/policy.ts';
import { rowOf, rowsOf, whole, type Preparer } from './sqlite.ts';

/** The questions of the planner; see LinkStore for what each promises. All are answered from an index, no record is opened. */
export type LinkQueries = Pick<LinkStore, 'due' | 'nextDueAt' | 'renewable' | 'suspects' | 'ended' | 'otherRenewedAfter' | 'counts'> & {
  /** Ids of the active links other than this one, those that were renewed longest ago first. */
  controls(linkId: string, limit: number): readonly string[];
};

const idRow = z.object({ id: z.string() });
const timeRow = z.object({ at: whole.nullable() });
const countRow = z.object({ name: z.string(), number: whole });

function idsOf(db: Preparer, sql: string, ...values: readonly (string | number)[]): readonly string[] {
  return rowsOf(db, idRow, sql, ...values).map(({ id }) => id);
}

function counts(db: Preparer, at: number): LinkCounts {
  const rows = rowsOf(db, countRow, 'SELECT condition AS name, count(*) AS number FROM link GROUP BY condition');
  const of = (name: string): number => rows.find((row) => row.name === name)?.number ?? 0;
  const due = rowOf(db, countRow, "SELECT 'due' AS name, count(*) AS number FROM link WHERE next_at <= ? OR next_at > ?", at, at + FARTHEST_PLAN);
  return {
    links: rows.reduce((sum, { number }) => sum + number, 0),
    due: due?.number ?? 0,
    uncertain: of('uncertain'),
    suspect: of('suspect'),
    relinkRequired: of('relinkRequired'),
  };
}

/** The planner's questions on the links of `db`. */
export function createLinkQueries(db: Preparer): LinkQueries {
  return {
    due: (at, limit) => idsOf(db, 'SELECT id FROM link WHERE next_at <= ? OR next_at > ? ORDER BY renewed_at, id LIMIT ?', at, at + FARTHEST_PLAN, limit),
    nextDueAt: (after) => rowOf(db, timeRow, 'SELECT min(next_at) AS at FROM link WHERE next_at > ?', after)?.at ?? null,
    renewable: () => idsOf(db, "SELECT id FROM link WHERE condition IN ('active', 'uncertain', 'suspect') ORDER BY renewed_at, id"),
    suspects: () => idsOf(db, "SELECT id FROM link WHERE condition = 'suspect' ORDER BY renewed_at, id"),
    ended: () => idsOf(db, "SELECT id FROM link WHERE condition = 'relinkRequired' ORDER BY renewed_at, id"),
    // The words are spelt out so that the index on (condition, renewed_at) is entered four times instead of read through.
    otherRenewedAfter: (linkId, at, until) =>
      idsOf(db, "SELECT id FROM link WHERE condition IN ('active', 'uncertain', 'suspect', 'relinkRequired') AND renewed_at > ? AND renewed_at <= ? AND id <> ? LIMIT 1", at, until, linkId).length > 0,
    counts: (at) => counts(db, at),
    controls: (linkId, limit) => idsOf(db, "SELECT id FROM link WHERE condition = 'active' AND id <> ? ORDER BY renewed_at, id LIMIT ?", linkId, limit),
  };
}
