import i18next from 'i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bringOtherTexts, prepareTexts, speak } from '../../../../renderer/i18n/index.ts';

beforeEach(() => void vi.stubGlobal('document', { documentElement: { lang: '' } }));
afterEach(() => void vi.unstubAllGlobals());

it('speaks English whole, though a part of it was there before for a paper', async () => {
  await prepareTexts('de');
  expect([i18next.t('sites.title'), document.documentElement.lang]).toEqual(['Objekte', 'de']);
  // As the sheet for the client's IT does, which is in English besides.
  i18next.addResourceBundle('en', 'translation', { sheet: { name: 'Sheet' } }, true, false);
  await speak('en');
  expect([i18next.t('sites.title'), document.documentElement.lang]).toEqual(['Sites', 'en']);
});

it('speaks what was asked for last', async () => {
  await prepareTexts('en');
  await Promise.all([speak('fr'), speak('it')]);
  expect([i18next.t('sites.title'), document.documentElement.lang]).toEqual(['Cantieri', 'it']);
});

it('speaks English where it is asked for a language it does not know', async () => {
  await prepareTexts('de');
  await speak('ja');
  expect(document.documentElement.lang).toBe('en');
});

it('has only what a start shows at first, and the rest of that language when a screen asks for it', async () => {
  await prepareTexts('it');
  expect([i18next.exists('sites.title'), i18next.exists('firstStart.title'), document.documentElement.lang]).toEqual([true, false, 'it']);
  await speak('it');
  expect(i18next.exists('help.lead')).toBe(false);
  await bringOtherTexts();
  expect(i18next.exists('help.lead')).toBe(true);
});

it('changes to another language only with its whole catalogue', async () => {
  await prepareTexts('it');
  await speak('nl');
  expect([i18next.t('common.back'), i18next.exists('help.lead')]).toEqual(['Terug', true]);
});
