import { beforeEach, expect, it, vi } from 'vitest';
import { offeredLanguages } from '../../../electron/contract/languages.ts';
import { prepareTexts, textsIn } from '../../../renderer/i18n/index.ts';
import { customerText, type Kept } from '../../../renderer/screens/site/customer-text.ts';
import { fakeLink, fakeSite } from '../../renderer/fake-bridge.ts';

const NOW = Date.UTC(2026, 5, 1, 12);
const kept: Kept = {
  company: 'Martin', now: NOW,
  site: { ...fakeSite(NOW, fakeLink(NOW, 12)), notes: 'Key under the mat', visit: '2026-06-02T14:30', contractEndsOn: '2031-12-31', endedAt: NOW },
  checks: [
    { item: 'gateway', title: '', criterion: '', verdict: 'failed', at: NOW, who: 'Anna', remark: 'no power' },
    { item: 'own', title: 'Shutters', criterion: '', verdict: 'open', at: null, who: '', remark: '' },
  ],
  photos: [{ id: '7b1f0c3a-4b8e-4a1d-9c55-0d7b8e2f1a90', at: NOW, caption: 'Board', width: 10, height: 10, isMissing: false }],
};

beforeEach(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await prepareTexts('en');
});

it.each(offeredLanguages)('says everything that is kept in the language of the customer, whatever the window speaks (%s)', async (language) => {
  const text = customerText(await textsIn(language), language, kept);
  for (const fact of ['Maison Dupont', '12 rue des Lilas', 'Mme Claire Dupont', 'c…t@orange.fr', 'Salon', 'Key under the mat', '14:30', '2031', 'no power', 'Anna', 'Shutters', 'photos/7b1f0c3a-4b8e-4a1d-9c55-0d7b8e2f1a90.jpg', 'Board']) expect(text).toContain(fact);
  expect(text).not.toMatch(/\{\{|undefined|null|\b(?:keeping|visit|site|states|papers|book)\.[a-z]/u);
  expect(text.split('\r\n').length).toBeGreaterThan(25);
  expect(text).toContain((await textsIn(language))('keeping.textTitle', { company: 'Martin' }));
});

it('leaves out what there is nothing of', async () => {
  const text = customerText(await textsIn('en'), 'en', { ...kept, checks: [], photos: [], site: { ...fakeSite(NOW, null), history: [] } });
  expect(text).toContain('Not linked');
  for (const title of ['Photos', 'Checklist', 'Notes', 'Visit', 'History', 'Contract']) expect(text).not.toMatch(new RegExp(`^${title}\r$`, 'mu'));
});
