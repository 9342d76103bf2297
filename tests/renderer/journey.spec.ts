import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { AttemptView } from '../../electron/contract/views.ts';
import { fakeConfirming, fakeEnded, fakeStep, fakeStored, fakeWaiting } from './fake-bridge.ts';
import { scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const built = path.resolve(import.meta.dirname, '../../out/renderer');
let stage: Stage;

test.beforeAll(async () => {
  stage = await openStage(built);
});
test.afterAll(async () => stage.close());

async function open(name: string): Promise<Page> {
  const scene = scenes(Date.now()).find((each) => each.name === name);
  if (!scene) throw new Error(`no scene ${name}`);
  const { page, found } = await stage.open(scene);
  expect(found).toEqual([]);
  return page;
}

const change = async (page: Page, attempt: AttemptView): Promise<void> =>
  page.evaluate((next) => (window as unknown as { changeAttempt: (attempt: AttemptView) => void }).changeAttempt(next), attempt);

test('each step of the journey is told to a screen reader, by one region that stays, and its heading takes the focus', async () => {
  const page = await open('link-3-waiting');
  const voice = page.locator('[data-voice]');
  await expect(voice).toHaveText('The customer signs in on Legrand’s page');
  await voice.evaluate((element) => element.setAttribute('data-same', 'yes'));
  const steps: readonly (readonly [AttemptView, string])[] = [
    [fakeStep('exchanging'), 'The customer has signed in'],
    [fakeStep('readingHomes'), 'The customer has signed in'],
    [fakeConfirming(), 'Is this your home?'],
    [fakeStep('storing'), 'Saving the link'],
    [fakeStored(true), 'Linked, homes not readable'],
    [fakeWaiting(Date.now()), 'The customer signs in on Legrand’s page'],
    [fakeEnded({ code: 'L-03' }), 'did not give permission'],
  ];
  for (const [attempt, words] of steps) {
    // oxlint-disable no-await-in-loop -- one step after the other
    await change(page, attempt);
    await expect(voice).toContainText(words);
    await expect(page.locator('h1')).toContainText(words);
    await expect(page.locator('h1')).toBeFocused();
    // oxlint-enable no-await-in-loop
  }
  await expect(voice).toHaveAttribute('data-same', 'yes');
  await expect(voice).toHaveAttribute('role', 'status');
  await page.close();
});

test('a return that was refused is told while the sign-in goes on', async () => {
  const page = await open('link-3-waiting');
  const before = await page.getByRole('status').count();
  await change(page, fakeWaiting(Date.now(), { refused: { code: 'L-13' } }));
  await expect(page.getByRole('status')).toHaveCount(before + 1);
  await page.close();
});

test('commands by keyboard: settings, help, site mode anywhere but nothing else during a dialog', async () => {
  const page = await open('site-linked');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { level: 1, name: 'What is the problem?' })).toBeFocused();
  await page.close();
  const asking = await open('site-unlink');
  await asking.keyboard.press('F1');
  await expect(asking.locator('dialog[open]')).toBeVisible();
  await expect(asking.locator('html')).not.toHaveAttribute('data-site-mode');
  await asking.keyboard.press('Control+Shift+S');
  await expect(asking.locator('html')).toHaveAttribute('data-site-mode');
  await asking.close();
});

test('a part of the window that cannot be loaded is told in words, never as an empty window', async () => {
  const page = await open('sites-pick');
  await page.route('**/settings-screen-*.js', async (route) => route.abort());
  await page.reload();
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('alert')).toContainText('could not be shown');
  await expect(page.getByRole('alert')).toContainText('L-81');
  await page.close();
});
