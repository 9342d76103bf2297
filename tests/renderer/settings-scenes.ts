import type { Page } from '@playwright/test';
import type { UpdatesView } from '../../electron/contract/updates.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import { fakeStart } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const open = (name: string, then?: Scene['walk']): NonNullable<Scene['walk']> => async (page) => {
  // A dot for an update is part of its name.
  await page.getByRole('button', { name: new RegExp(`^${name}( new version)?$`, 'u') }).click();
  await then?.(page);
};

const supportText = `${JSON.stringify({
  format: 'liaison-support-1', madeAt: '2026-11-24T18:23:13.012Z', program: { version: '0.1.0', electron: '45.4.1', chrome: '150.0.1.2', node: '24.19.0', packaged: true, mode: 'real' },
  computer: { system: 'windows', systemVersion: '10.0.22631', processor: 'x64', timeOffsetMinutes: 60, clock: 'confirmed', clockDifferenceSeconds: -2, freeMegabytes: 81_234 },
  returnLink: { route: 'scheme', owner: 'ours' }, events: ['2026-11-24T19:23:13.012+01:00 return.accepted source=argv', '2026-11-24T19:23:14.400+01:00 attempt.changed step=ended code=L-24'], eventsLeftOut: 0,
}, null, 2)}\n`;

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
    { name: 'support', answers: { ...all, 'support.preview': { text: supportText } }, walk: open('Help', async (page) => page.getByRole('button', { name: 'Make a support file' }).click()) },
    { name: 'support-refused', answers: { ...all, 'support.preview': { text: supportText }, 'support.save': { refusal: { code: 'L-70' } } }, walk: open('Help', async (page) => {
      await page.getByRole('button', { name: 'Make a support file' }).click();
      await page.getByRole('button', { name: 'Save support file' }).click();
    }) },
    { name: 'help-read', answers: all, walk: open('Help', async (page) => page.getByRole('button', { name: /^L-21/u }).click()) },
  ];
}
