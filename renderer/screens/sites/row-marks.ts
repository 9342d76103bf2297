import { daysBetween, dayOf } from '../../../electron/contract/calendar.ts';
import type { ListedSite } from '../../../electron/contract/site-list.ts';

/** A small mark of a row: what it says, with the number or the time that belongs to it. */
export type RowMark =
  | { readonly kind: 'visitToday' | 'visitTomorrow'; readonly time: string | null }
  | { readonly kind: 'handOverOpen' | 'contractEndsToday' | 'contractOver' | 'ended' }
  | { readonly kind: 'contractEndsIn'; readonly days: number };

/** The time of a visit that has one. */
function timeOf(visit: string): string | null {
  return visit.length > 10 ? visit.slice(11) : null;
}

function visitMark({ visit }: Pick<ListedSite, 'visit'>, today: string): readonly RowMark[] {
  const days = visit === '' ? -1 : daysBetween(today, visit.slice(0, 10));
  if (days === 0) return [{ kind: 'visitToday', time: timeOf(visit) }];
  return days === 1 ? [{ kind: 'visitTomorrow', time: timeOf(visit) }] : [];
}

function contractMark({ contractEndsOn }: Pick<ListedSite, 'contractEndsOn'>, today: string): readonly RowMark[] {
  if (contractEndsOn === '') return [];
  const days = daysBetween(today, contractEndsOn);
  if (days === 0) return [{ kind: 'contractEndsToday' }];
  return days < 0 ? [{ kind: 'contractOver' }] : [{ kind: 'contractEndsIn', days }];
}

/** What a row says besides the state of its link. `now` in milliseconds since 1970-01-01 UTC. */
export function marksOf(row: ListedSite, now: number): readonly RowMark[] {
  const today = dayOf(now);
  if (row.group === 'ended') return [{ kind: 'ended' }];
  return [...visitMark(row, today), ...(row.handOverOpen ? [{ kind: 'handOverOpen' } as const] : []), ...contractMark(row, today)];
}
