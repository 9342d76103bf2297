import type { Page } from '@playwright/test';
import type { Similar } from '../../electron/contract/day-list.ts';
import { fakeList, fakeRows, fakeStart, type FakeAnswers } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const DAY_TABLE = [
  'Kunde;Straße;PLZ;Ort;Datum;Uhrzeit;Telefon',
  'Mme Claire Dupont;12 rue des Lilas;87000;Limoges;24.11.2026;08:00;05 55 00 00 00',
  'Cabinet Moreau;4 place Jourdan;87000;Limoges;24.11.2026;10:30;',
  'Rosier;2 rue Haute;87000;Limoges;31.02.2026;11:00;',
  'Résidence du Parc, appartement 12, 3e étage;8 boulevard de la République;87100;Limoges;;;',
  ';;;;24.11.2026;14:00;',
  'Tanguy;3 impasse du Four;87700;Aixe-sur-Vienne;24.11.2026;16:00;',
  'Tanguy;3 impasse du Four;87700;Aixe-sur-Vienne;24.11.2026;17:00;',
].join('\n');

/** Three lines in four are new; one is in the book, one came before. */
const SIMILAR: Similar[] = [
  { site: { id: 's1', name: 'Maison Dupont', address: '12 rue des Lilas, 87000 Limoges', by: 'address' }, twin: null },
  { site: { id: 's3', name: 'Cabinet Moreau', address: '4 place Jourdan, Limoges', by: 'name' }, twin: null },
  { site: null, twin: null }, { site: null, twin: null }, { site: null, twin: 3 },
];

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import day list' }).click();
  if (text !== '') await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  if (text !== '') await page.getByRole('heading', { level: 1, name: 'Is this your day?' }).or(page.getByRole('alert')).first().waitFor();
}

const scroll = async (page: Page): Promise<void> => {
  await page.locator('.list-body').evaluate((body) => body.scrollTo({ top: body.scrollHeight / 2 }));
  await page.getByText('Maison 50', { exact: false }).first().waitFor();
};

/** The list of sites in its states, and the import of a day list. */
export function siteListScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const day: FakeAnswers = { ...all, 'sites.similar': SIMILAR };
  return [
    { name: 'list-filter', answers: { ...all, 'sites.list': fakeList(fakeRows(now).filter(({ group }) => group === 'needsYou')) }, walk: async (page) => page.getByRole('button', { name: /^Needs me/u }).click() },
    { name: 'list-none-here', answers: { ...all, 'sites.list': fakeList([]) }, walk: async (page) => page.getByRole('button', { name: /^Due soon/u }).click() },
    { name: 'list-all-fine', answers: { ...all, 'sites.list': fakeList([], 10_000) }, walk: scroll },
    { name: 'list-awaited', answers: { ...all, 'sites.list': 'awaited' }, walk: async (page) => page.getByText('Getting the list ready…').waitFor() },
    { name: 'list-refused', answers: { ...all, 'sites.list': { refusal: { code: 'L-81', reason: 'internal' } } } },
    { name: 'day-list', answers: { ...day, 'app.start': fakeStart({ mode: 'practice' }) }, walk: async (page) => choose(page, '', '') },
    { name: 'day-list-refused', answers: day, walk: async (page) => choose(page, 'plan.csv', '1;2;3') },
    { name: 'day-list-preview', answers: day, walk: async (page) => choose(page, 'plan.csv', DAY_TABLE) },
    { name: 'day-list-nothing-left', answers: day, walk: async (page) => choose(page, 'plan.csv', 'Name;Datum\nDupont;31.02.2026') },
    {
      name: 'day-list-full-disk', answers: { ...day, 'sites.import': { refusal: { code: 'L-62' } } },
      walk: async (page) => {
        await choose(page, 'plan.csv', DAY_TABLE);
        await page.getByRole('button', { name: /^Add/u }).click();
      },
    },
  ];
}
