import type { TFunction } from 'i18next';
import type { ListedSite } from '../../../electron/contract/site-list.ts';
import { linkChip, type LinkChip } from '../../components/link-chip.ts';
import { relativeTime } from '../../i18n/format.ts';
import { marksOf, type RowMark } from './row-marks.ts';

/** What one line of the list says. */
export interface RowWords {
  readonly name: string;
  /** The state of the link; null for a contract that is over. */
  readonly chip: LinkChip | null;
  /** The place, and the age of what is known; that one is not broken. */
  readonly second: readonly { readonly text: string; readonly isWhole: boolean }[];
  readonly marks: readonly { readonly kind: RowMark['kind']; readonly text: string }[];
}

/** The words of a row in `language`; `now` in milliseconds since 1970-01-01 UTC. */
export function rowWords(row: ListedSite, now: number, t: TFunction, language: string): RowWords {
  return {
    name: row.name,
    chip: row.group === 'ended' ? null : linkChip(row.state, row.endsAt, now, t),
    second: secondLine(row, now, t, language),
    marks: marksOf(row, now).map((mark) => ({ kind: mark.kind, text: markWords(mark, t) })),
  };
}

function secondLine({ address, provenAt, state }: ListedSite, now: number, t: TFunction, language: string): RowWords['second'] {
  const known = state === 'notLinked' ? '' : t('sites.neverProven');
  const age = provenAt === null ? known : t('sites.provenAgo', { ago: relativeTime(provenAt, now, language) });
  return [{ text: address, isWhole: false }, { text: age, isWhole: true }].filter(({ text }) => text !== '');
}

function markWords(mark: RowMark, t: TFunction): string {
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
