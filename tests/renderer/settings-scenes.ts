import type { Page } from '@playwright/test';
import type { AboutView } from '../../electron/contract/about.ts';
import type { RecentSite } from '../../electron/contract/recent.ts';
import type { UpdatesView } from '../../electron/contract/updates.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import { fakeStart } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const open = (name: string, then?: Scene['walk']): NonNullable<Scene['walk']> => async (page) => {
  // A dot for an update is part of its name.
  await page.getByRole('button', { name: new RegExp(`^${name}( new version)?$`, 'u') }).click();
  await then?.(page);
};

const dropped = (names: readonly string[]): NonNullable<Scene['walk']> => async (page) =>
  page.evaluate((files) => {
    const data = new DataTransfer();
    for (const name of files) data.items.add(new File(['content'], name));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, names);

const supportText = `${JSON.stringify({
  format: 'liaison-support-1', madeAt: '2026-11-24T18:23:13.012Z', program: { version: '0.1.0', electron: '45.4.1', chrome: '150.0.1.2', node: '24.19.0', packaged: true, mode: 'real' },
  computer: { system: 'windows', systemVersion: '10.0.22631', processor: 'x64', timeOffsetMinutes: 60, clock: 'confirmed', clockDifferenceSeconds: -2, freeMegabytes: 81_234 },
  returnLink: { route: 'scheme', owner: 'ours' }, events: ['2026-11-24T19:23:13.012+01:00 return.accepted source=argv', '2026-11-24T19:23:14.400+01:00 attempt.changed step=ended code=L-24'], eventsLeftOut: 0,
}, null, 2)}\n`;

const mit = (owner: string): string => `MIT License\n\nCopyright (c) ${owner}\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction.\n`;
const about: AboutView = {
  program: '0.1.0', electron: '45.4.1', chrome: '150.0.1.2', node: '24.19.0', licence: mit('Liaison contributors'),
  packages: [['i18next 27.1.2', 'MIT'], ['ical.js 2.2.1', 'MPL-2.0'], ['lucide-react 1.75.0', 'ISC'], ['react 19.3.1', 'MIT'], ['zod 4.6.7', 'MIT']].map(([name = '', licence = '']) => ({ name, licence, text: mit(name) })),
};

const recent: RecentSite[] = [['s1', 'Maison Dupont', '12 rue des Lilas, 87000 Limoges'], ['s7', 'Villa Rossi', 'Via Roma 8, Varese'], ['s5', 'Lefèvre, rénovation', ''], ['s10', 'Résidence du Parc, appartement 12, 3e étage', '8 boulevard de la République, 87100 Limoges'], ['s9', 'Weber', 'Lindenweg 4, Kehl'], ['s3', 'Cabinet Moreau', '4 place Jourdan, Limoges'], ['s8', 'Rosier', '2 rue Haute, Limoges'], ['s2', 'Appartement Petit', '31 av. Foch, Limoges']].map(([id = '', name = '', address = '']) => ({ id, name, address }));
const updates = (view: UpdatesView, isNews = false): FakeAnswers => ({ 'updates.view': { view, isNews } });

/** Updates, as the settings show them. */
function updateScenes(all: FakeAnswers): readonly Scene[] {
  const version = '1.4.0';
  const problem = { code: 'L-89', reason: 'noUpdateAnswer' } as const;
  const panel = async (page: Page): Promise<void> => page.getByRole('heading', { name: 'Updates' }).scrollIntoViewIfNeeded();
  const scene = (name: string, answers: FakeAnswers): Scene => ({ name: `updates-${name}`, answers: { ...all, ...answers }, walk: open('Settings', panel) });
  const dotted = updates({ state: 'available', version, megabytes: 118, problem: null }, true);
  return [
    scene('none', updates({ state: 'none' })),
    scene('off', updates({ state: 'off' })),
    scene('not-yet', updates({ state: 'idle', checkedAt: null, problem: null })),
    scene('newest', updates({ state: 'idle', checkedAt: 1_767_323_045_678, problem: null })),
    scene('no-answer', updates({ state: 'idle', checkedAt: null, problem })),
    scene('checking', updates({ state: 'checking' })),
    scene('refused', { ...updates({ state: 'available', version, megabytes: null, problem: { code: 'L-89', reason: 'updateRefused' } }) }),
    { name: 'updates-dot', answers: { ...all, ...dotted } },
    { name: 'updates-available', answers: { ...all, ...dotted }, walk: async (page) => {
      await page.getByRole('button', { name: 'Settings new version' }).click();
      await panel(page);
    } },
    scene('downloading', updates({ state: 'downloading', version, percent: 42 })),
    scene('ready', updates({ state: 'ready', version, wish: 'none', problem: null }, true)),
    scene('put-away', updates({ state: 'ready', version, wish: 'none', problem: null })),
    scene('waiting', updates({ state: 'ready', version, wish: 'waiting', problem: null })),
    scene('preparing', updates({ state: 'ready', version, wish: 'preparing', problem: null })),
    scene('at-quit', updates({ state: 'ready', version, wish: 'atQuit', problem: null })),
    { name: 'updates-sign-in-runs', answers: { ...all, ...updates({ state: 'ready', version, wish: 'none', problem: null }), 'updates.install': { refusal: { code: 'L-83', siteName: 'Maison Dupont' } } }, walk: open('Settings', async (page) => {
      await page.getByRole('button', { name: 'Install now' }).click();
    }) },
  ];
}

/** Settings, and Help with its search. */
export function settingsScenes(all: FakeAnswers): readonly Scene[] {
  const refused: FakeAnswers = { ...all, 'settings.change': { refusal: { code: 'L-62', reason: 'preferences' } } };
  return [
    ...updateScenes(all),
    { name: 'settings', answers: all, walk: open('Settings') },
    { name: 'settings-practice-no-name', answers: { ...all, 'app.start': fakeStart({ mode: 'practice' }) }, walk: open('Settings', async (page) => page.getByLabel('Name of your company').fill('')) },
    { name: 'settings-refused', answers: refused, walk: open('Settings', async (page) => page.getByRole('radio', { name: 'Dark' }).click()) },
    { name: 'about', answers: { ...all, 'about.view': about }, walk: open('Settings', async (page) => {
      await page.getByRole('button', { name: 'About Liaison' }).click();
      await page.locator('summary').last().click();
    }) },
    { name: 'about-refused', answers: { ...all, 'about.view': { refusal: { code: 'L-81', reason: 'licences' } } }, walk: open('Settings', open('About Liaison')) },
    { name: 'recent', answers: { ...all, 'recent.list': recent }, walk: async (page) => page.keyboard.press('Control+o') },
    { name: 'recent-none', answers: { ...all, 'recent.list': [] }, walk: async (page) => page.keyboard.press('Control+o') },
    { name: 'recent-refused', answers: { ...all, 'recent.list': recent, 'recent.forget': { refusal: { code: 'L-62', reason: 'preferences' } } }, walk: async (page) => {
      await page.keyboard.press('Control+o');
      await page.getByRole('button', { name: 'Forget this list' }).click();
    } },
    { name: 'help', answers: all, walk: open('Help') },
    { name: 'help-found', answers: all, walk: open('Help', async (page) => page.getByRole('searchbox').fill('password')) },
    { name: 'help-none', answers: all, walk: open('Help', async (page) => page.getByRole('searchbox').fill('bicycle')) },
    { name: 'settings-data-moved', answers: { ...all, 'data.view': { path: 'D:\\Betrieb\\Kundendaten\\Liaison\\real', isHome: false, problem: { code: 'L-64' } } }, walk: open('Settings') },
    { name: 'takeover', answers: all, walk: open('Settings', async (page) => page.getByRole('button', { name: 'Give or take over sites' }).click()) },
    { name: 'takeover-found', answers: { ...all, 'takeover.look': { madeAt: 1_767_323_045_678, companyName: 'Martin Électricité', sites: 12, known: 2, photos: 31, names: ['Maison Dupont', 'Gîte', 'Villa Rossi', 'Cabinet Moreau'] } }, walk: open('Settings', async (page) => {
      await page.getByRole('button', { name: 'Give or take over sites' }).click();
      await page.getByRole('button', { name: 'Choose the file' }).click();
    }) },
    { name: 'takeover-refused', answers: { ...all, 'takeover.look': { refusal: { code: 'L-88', reason: 'damaged' } } }, walk: open('Settings', async (page) => {
      await page.getByRole('button', { name: 'Give or take over sites' }).click();
      await page.getByRole('button', { name: 'Choose the file' }).click();
    }) },
    { name: 'drop-several', answers: all, walk: dropped(['a.liaison-sites', 'b.liaison-sites']) },
    { name: 'drop-foreign', answers: all, walk: dropped(['Angebot Badezimmer Erdgeschoss 2026-11-24 endgültig.docx']) },
    { name: 'drop-sites', answers: { ...all, 'takeover.lookReceived': { madeAt: 1_767_323_045_678, companyName: 'Martin Électricité', sites: 12, known: 2, photos: 31, names: ['Maison Dupont', 'Gîte', 'Villa Rossi', 'Cabinet Moreau'] } }, walk: dropped(['a.liaison-sites']) },
    { name: 'drop-sites-refused', answers: { ...all, 'takeover.lookReceived': { refusal: { code: 'L-88', reason: 'damaged' } } }, walk: dropped(['a.liaison-sites']) },
    { name: 'support', answers: { ...all, 'support.preview': { text: supportText } }, walk: open('Help', async (page) => page.getByRole('button', { name: 'Make a support file' }).click()) },
    { name: 'support-refused', answers: { ...all, 'support.preview': { text: supportText }, 'support.save': { refusal: { code: 'L-70' } } }, walk: open('Help', async (page) => {
      await page.getByRole('button', { name: 'Make a support file' }).click();
      await page.getByRole('button', { name: 'Save support file' }).click();
    }) },
    { name: 'help-read', answers: all, walk: open('Help', async (page) => page.getByRole('button', { name: /^L-21/u }).click()) },
  ];
}
