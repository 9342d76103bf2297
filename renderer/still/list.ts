import type { TFunction } from 'i18next';
import { siteFilters } from '../../electron/contract/site-groups.ts';
import type { ListedSite, SiteList } from '../../electron/contract/site-list.ts';
import { wholeNumber } from '../i18n/format.ts';
import { groupStarts, type GroupStart } from '../screens/sites/list-pages.ts';
import { rowWords, type RowWords } from '../screens/sites/row-words.ts';
import { iconRoom, part, smallButton } from './parts.ts';

/** What the words of a picture depend on. */
export interface Voice {
  readonly t: TFunction;
  readonly language: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** A row is not lower than this, and so much at least stands above and below the rows; in pixels. */
const LOWEST_ROW = 64;
const AROUND = 200;

/** The list as `site-list.tsx` draws it first: no icon, nothing that can be pressed. */
export function listPicture(list: SiteList, isSiteMode: boolean, voice: Voice): HTMLElement {
  return part('nav', 'list', head(list, voice), rows(list, voice), foot(isSiteMode, voice));
}

function head({ counts }: SiteList, { t, language }: Voice): HTMLElement {
  const actions = part('div', 'list-actions', smallButton('quiet', iconRoom(20)), smallButton('secondary', iconRoom(18), t('sites.newSite')));
  const field = part('input', 'input');
  field.placeholder = t('sites.searchPlaceholder');
  const filters = siteFilters.map((each) => {
    const filter = part('button', 'filter', t(`siteList.filters.${each}`), part('span', 'filter-count', wholeNumber(counts[each], language)));
    filter.setAttribute('aria-pressed', String(each === 'all'));
    return filter;
  });
  return part('div', 'list-head', part('div', 'row-between list-title', part('h2', '', t('sites.title')), actions), part('div', 'search', iconRoom(18), field), part('div', 'filters', ...filters));
}

function rows({ groups, rows: all }: SiteList, voice: Voice): HTMLElement {
  const starts = groupStarts(groups);
  const seen = all.slice(0, Math.ceil(Math.max(LOWEST_ROW, innerHeight - AROUND) / LOWEST_ROW));
  return part('div', 'list-body', part('ul', 'site-rows', ...seen.map((row, index) => part('li', '', ...heading(starts.get(index), voice), line(row, voice)))));
}

function heading(start: GroupStart | undefined, { t }: Voice): readonly HTMLElement[] {
  return start ? [part('h3', 'group', t(`siteList.groups.${start.group}`))] : [];
}

function line(row: ListedSite, { t, language, now }: Voice): HTMLElement {
  const { name, chip, second, marks } = rowWords(row, now, t, language);
  return part('button', 'site-row', part('span', 'site-row-name', name), ...chipPicture(chip), ...secondLine(second), ...markLine(marks));
}

function chipPicture(chip: RowWords['chip']): readonly HTMLElement[] {
  return chip ? [part('span', `chip tone-${chip.tone}`, iconRoom(15), chip.text)] : [];
}

function secondLine(second: RowWords['second']): readonly HTMLElement[] {
  return second.length === 0 ? [] : [part('span', 'site-row-second dotted', ...second.map(({ text, isWhole }) => part('span', isWhole ? 'unbroken' : '', text)))];
}

function markLine(marks: RowWords['marks']): readonly HTMLElement[] {
  return marks.length === 0 ? [] : [part('span', 'row-marks', ...marks.map(({ text }) => part('span', 'row-mark', iconRoom(15), text)))];
}

function foot(isSiteMode: boolean, { t }: Voice): HTMLElement {
  const way = (text: string): HTMLButtonElement => smallButton('quiet', iconRoom(18), text);
  const siteMode = way(t('settings.siteModeShort'));
  siteMode.setAttribute('aria-pressed', String(isSiteMode));
  const tools = part('div', 'foot-tools', way(t('settings.title')), way(t('help.open')), siteMode);
  return part('div', 'list-foot', way(t('renewals.open')), way(t('ready.open')), way(t('sites.credentials')), tools);
}
