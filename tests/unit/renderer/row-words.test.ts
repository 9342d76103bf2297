import { beforeAll, describe, expect, it, vi } from 'vitest';
import i18next from 'i18next';
import type { ListedSite } from '../../../electron/contract/site-list.ts';
import { prepareTexts } from '../../../renderer/i18n/index.ts';
import { rowWords } from '../../../renderer/screens/sites/row-words.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 12);

function row(part: Partial<ListedSite> = {}): ListedSite {
  return { id: 's', name: 'Weber', address: 'Lindenweg 4, Kehl', state: 'linked', provenAt: NOW - 2 * DAY, endsAt: NOW + 78 * DAY, group: 'fine', visit: '', handOverOpen: false, contractEndsOn: '', ...part };
}
const said = (part: Partial<ListedSite>) => rowWords(row(part), NOW, i18next.t, 'en');

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await prepareTexts('en');
  return () => void vi.unstubAllGlobals();
});

describe('a row of the list', () => {
  it('says name, state, place and the age of what is known', () => {
    expect(said({})).toEqual({
      name: 'Weber', chip: { tone: 'ok', icon: null, text: i18next.t('states.linked') }, marks: [],
      second: [{ text: 'Lindenweg 4, Kehl', isWhole: false }, { text: i18next.t('sites.provenAgo', { ago: '2 days ago' }), isWhole: true }],
    });
  });

  it.each([
    [{ provenAt: null }, ['Lindenweg 4, Kehl', 'sites.neverProven']],
    [{ provenAt: null, state: 'notLinked' }, ['Lindenweg 4, Kehl']],
    [{ provenAt: null, state: 'notLinked', address: '' }, []],
  ] as const)('says of what was never proven only what there is to say: %o', (part, expected) => {
    expect(said(part).second.map(({ text }) => text)).toEqual(expected.map((text) => (text.startsWith('sites.') ? i18next.t('sites.neverProven') : text)));
  });

  it.each([
    [{ state: 'notLinked', endsAt: null }, 'unknown', 'notLinked'],
    [{ state: 'locked' }, 'warn', 'locked'],
    [{ endsAt: NOW + 20 * DAY }, 'warn', 'dueSoon'],
    [{ endsAt: NOW + 5 * DAY }, 'bad', 'dueSoon'],
    [{ endsAt: NOW - DAY }, 'bad', 'over'],
    [{ state: 'signInAgain' }, 'bad', null],
  ] as const)('shows the state %o as %s with the icon %s', (part, tone, icon) => {
    expect(said(part).chip).toMatchObject({ tone, icon });
  });

  it('counts the days that are left', () => {
    expect(said({ endsAt: NOW + 5 * DAY }).chip?.text).toBe(i18next.t('states.dueSoon', { count: 5 }));
  });

  it('says of a contract that is over nothing but that', () => {
    const { chip, marks } = said({ group: 'ended', handOverOpen: true });
    expect([chip, marks.map(({ kind, text }) => [kind, text])]).toEqual([null, [['ended', i18next.t('siteList.ended')]]]);
  });

  it('says what is to be done besides the link', () => {
    const { marks } = said({ visit: '2026-11-25T08:30', handOverOpen: true, contractEndsOn: '2026-12-06' });
    expect(marks.map(({ text }) => text)).toEqual([i18next.t('siteList.visitTomorrowAt', { time: '08:30' }), i18next.t('siteList.handOverOpen'), i18next.t('siteList.contractEndsIn', { count: 12 })]);
  });
});
