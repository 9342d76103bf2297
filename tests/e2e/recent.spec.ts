import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { chooseInMenu, submenu } from './support/menu.ts';
import { firstStart, newSite } from './support/steps.ts';

test('the sites opened last are in the menu bar and under one key, for practice alone, over a new start, and an erased one is gone at once', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await window.keyboard.press('Control+o');
  await expect(window.getByText('No site was opened yet.')).toBeVisible();
  await window.keyboard.press('Escape');
  for (const name of ['Maison Lilas', 'Villa Rossi']) {
    // oxlint-disable-next-line no-await-in-loop -- one site after the other
    await newSite(window, name);
  }
  await expect.poll(async () => submenu(running, 'Recent sites')).toEqual(['Villa Rossi', 'Maison Lilas', 'Show recent sites']);

  await window.keyboard.press('Control+,');
  await chooseInMenu(running, 'Maison Lilas');
  await expect(window.getByRole('heading', { level: 1, name: 'Maison Lilas' })).toBeVisible();
  await expect.poll(async () => submenu(running, 'Recent sites')).toEqual(['Maison Lilas', 'Villa Rossi', 'Show recent sites']);
  await window.keyboard.press('Control+o');
  await expect(window.getByRole('dialog').getByRole('button', { name: /^Maison Lilas/u })).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Villa Rossi' })).toBeVisible();

  await window.getByRole('button', { name: 'Papers and contract' }).click();
  await window.getByRole('button', { name: 'End the contract' }).click();
  await window.getByRole('radio', { name: /^Erase it/u }).check();
  await window.getByRole('button', { name: 'Go on to erasing' }).click();
  await window.getByRole('button', { name: 'Erase for good' }).click();
  await expect.poll(async () => submenu(running, 'Recent sites')).toEqual(['Maison Lilas', 'Show recent sites']);
  expect(readFileSync(path.join(laptop.folder, 'preferences.json'), 'utf8')).not.toMatch(/Lilas|Rossi/u);
  await running.close();

  const again = await laptop.start();
  await expect.poll(async () => submenu(again, 'Recent sites')).toEqual(['Maison Lilas', 'Show recent sites']);
  await again.window.getByRole('button', { name: 'Set up for real' }).first().click();
  await again.window.keyboard.press('Control+o');
  await again.window.getByRole('dialog').getByRole('button', { name: 'Forget this list' }).click();
  await expect.poll(async () => submenu(again, 'Recent sites')).toEqual(['None yet', 'Show recent sites']);
});
