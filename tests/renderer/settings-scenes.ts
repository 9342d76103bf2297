import type { FakeAnswers } from './fake-bridge.ts';
import { fakeStart } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const open = (name: string, then?: Scene['walk']): NonNullable<Scene['walk']> => async (page) => {
  await page.getByRole('button', { name, exact: true }).click();
  await then?.(page);
};

/** Settings, and Help with its search. */
export function settingsScenes(all: FakeAnswers): readonly Scene[] {
  const refused: FakeAnswers = { ...all, 'settings.change': { refusal: { code: 'L-62', reason: 'preferences' } } };
  return [
    { name: 'settings', answers: all, walk: open('Settings') },
    { name: 'settings-practice-no-name', answers: { ...all, 'app.start': fakeStart({ mode: 'practice' }) }, walk: open('Settings', async (page) => page.getByLabel('Name of your company').fill('')) },
    { name: 'settings-refused', answers: refused, walk: open('Settings', async (page) => page.getByRole('radio', { name: 'Dark' }).click()) },
    { name: 'help', answers: all, walk: open('Help') },
    { name: 'help-found', answers: all, walk: open('Help', async (page) => page.getByRole('searchbox').fill('password')) },
    { name: 'help-none', answers: all, walk: open('Help', async (page) => page.getByRole('searchbox').fill('bicycle')) },
    { name: 'help-read', answers: all, walk: open('Help', async (page) => page.getByRole('button', { name: /^L-21/u }).click()) },
  ];
}
