import type { SiteFilter } from '../contract/site-groups.ts';
import type { SiteList } from '../contract/site-list.ts';

/** Why a person is told of sites, the most pressing first. */
export const noticeReasons = ['needsYou', 'contract', 'handOver'] as const;
export type NoticeReason = (typeof noticeReasons)[number];

/** What was told last for a reason: when (milliseconds since 1970-01-01 UTC), and of how many sites. For a hand-over, at first: when it was seen. */
export interface Told {
  readonly at: number;
  readonly count: number;
}
export type ToldNotices = { readonly [Reason in NoticeReason]?: Told | undefined };

/** The part of the list that shows what was told. */
export const filterOf: Readonly<Record<NoticeReason, SiteFilter>> = { needsYou: 'needsMe', contract: 'contractEnding', handOver: 'handOverOpen' };

const DAY = 24 * 60 * 60 * 1000;
/** What stays as it was is told again after a week. */
const WEEK = 7 * DAY;

type Verdict = 'tell' | 'remember' | 'forget' | 'nothing';

/**
 * What to do about `count` sites. At most once a day: at once where there was nothing before, or where there are more than were told; else after a week.
 * Papers are handed over days after the link, so an open hand-over is only remembered at first. A clock that was set back is no reason to stay silent for years.
 */
export function verdictOn(reason: NoticeReason, count: number, told: Told | undefined, now: number): Verdict {
  if (!told) return count === 0 ? 'nothing' : reason === 'handOver' ? 'remember' : 'tell';
  const passed = now - told.at;
  if (passed >= 0 && passed < DAY) return 'nothing';
  if (count === 0) return 'forget';
  const isOld = passed < 0 || passed >= WEEK;
  return isOld || (reason !== 'handOver' && count > told.count) ? 'tell' : 'nothing';
}

/** What is to be told now, if anything, and what is to be remembered besides. */
export interface Notices {
  readonly tell: { readonly reason: NoticeReason; readonly count: number } | null;
  readonly told: ToldNotices;
}

/** Looks at the numbers of the whole list; one reason is told at a time. */
export function noticesOf(counts: SiteList['counts'], told: ToldNotices, now: number): Notices {
  const found = noticeReasons.map((reason) => ({ reason, count: counts[filterOf[reason]] })).map((each) => ({ ...each, verdict: verdictOn(each.reason, each.count, told[each.reason], now) }));
  const kept = found.flatMap(({ reason, count, verdict }): [NoticeReason, Told][] => {
    const former = told[reason];
    if (verdict === 'remember') return [[reason, { at: now, count }]];
    return former && verdict !== 'forget' ? [[reason, former]] : [];
  });
  const first = found.find(({ verdict }) => verdict === 'tell');
  return { tell: first ? { reason: first.reason, count: first.count } : null, told: Object.fromEntries(kept) };
}
