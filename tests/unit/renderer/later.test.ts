import i18next from 'i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prepareTexts } from '../../../renderer/i18n/index.ts';
import { later } from '../../../renderer/later.tsx';

beforeEach(() => void vi.stubGlobal('document', { documentElement: { lang: '' } }));
afterEach(() => void vi.unstubAllGlobals());

it('a later part is there only when the texts that a start does not bring are there too', async () => {
  await prepareTexts('de');
  expect([i18next.exists('sites.title'), i18next.exists('help.title')]).toEqual([true, false]);
  await later(async () => () => null).fetch();
  expect(i18next.t('help.title')).toBe('Was ist das Problem?');
});

it('a later part that could not be loaded is loaded when it is wanted once more', async () => {
  await prepareTexts('en');
  const load = vi.fn<() => Promise<() => null>>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(() => null);
  const part = later(load);
  await expect(part.fetch()).rejects.toThrow('gone');
  await part.fetch();
  await part.fetch();
  expect(load).toHaveBeenCalledTimes(2);
});
