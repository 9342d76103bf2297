import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { launchApp } from './support/running-app.ts';
import { companyFileOf, firstStart, newSite } from './support/steps.ts';

/** Drops a file onto the window, as the browser tells it the page. */
async function drop(window: Page, name: string, text: string): Promise<void> {
  await window.evaluate(([fileName, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], fileName));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, [name, text] as const);
}

test('a company file that is dropped onto the window is asked for once and then used; a bad one leads to L-80 and changes nothing', async ({ laptop }) => {
  const { authority, options } = await laptop.authority();
  const { window } = await laptop.start();
  await firstStart(window);
  await drop(window, 'holiday.png', 'picture');
  await expect(window.getByRole('dialog', { name: '“holiday.png” cannot be used here' })).toBeVisible();
  await window.getByRole('button', { name: 'Understood' }).click();

  await drop(window, 'acme.liaison', '{"liaisonCompanyFile":1}');
  await window.getByRole('button', { name: 'Use this file' }).click();
  await expect(window.getByRole('dialog').getByText('L-80')).toBeVisible();
  await window.getByRole('button', { name: 'Cancel' }).click();

  await drop(window, 'acme.liaison', JSON.stringify({ liaisonCompanyFile: 1, ...companyFileOf(authority.origin, options) }));
  await expect(window.getByRole('dialog').getByText('acme.liaison')).toBeVisible();
  await window.getByRole('button', { name: 'Use this file' }).click();
  await expect(window.getByRole('heading', { name: 'Company credentials' })).toBeVisible();
  await expect(window.getByText(options.redirectUri).first()).toBeVisible();
  expect(await window.content()).not.toContain(options.mark);
});

/** Drops these files, of which the window is given the bytes. */
async function dropFiles(window: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const coded = files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')] as const);
  await window.evaluate((given) => {
    const data = new DataTransfer();
    for (const [name, base64] of given) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], name));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, coded);
}

test('sites of a colleague that are dropped onto the window are looked through, taken when a person says so, and leave no copy; several or foreign files are refused in words', async ({ laptop }) => {
  const anna = await laptop.start();
  await firstStart(anna.window);
  await newSite(anna.window, 'Maison Dupont');
  const file = path.join(laptop.elsewhere, 'give.liaison-sites');
  await anna.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await anna.window.keyboard.press('Control+,');
  await anna.window.getByRole('button', { name: 'Give or take over sites' }).click();
  await anna.window.getByRole('button', { name: 'Save the file' }).click();
  await expect(anna.window.getByText('1 site is in the file.').first()).toBeVisible();
  await anna.close();
  const sites = { name: 'give.liaison-sites', bytes: readFileSync(file) };

  const folder = path.join(laptop.elsewhere, 'ben');
  const ben = await launchApp(folder);
  const { window } = ben;
  await firstStart(window);
  await dropFiles(window, [sites, { ...sites, name: 'second.liaison-sites' }]);
  await expect(window.getByRole('dialog', { name: 'One file at a time, please' })).toBeVisible();
  await window.keyboard.press('Escape');
  // Larger than one piece, and nothing of ours.
  await dropFiles(window, [{ name: 'wrong.liaison-sites', bytes: new Uint8Array(1_500_000).fill(65) }]);
  await expect(window.getByText('L-88').first()).toBeVisible();
  expect(existsSync(path.join(folder, 'received.liaison-sites'))).toBe(false);
  await dropFiles(window, [sites]);
  await window.getByRole('button', { name: 'Take over 1 site' }).click();
  await expect(window.getByRole('button', { name: /Maison Dupont/u })).toBeVisible();
  expect(existsSync(path.join(folder, 'received.liaison-sites'))).toBe(false);
  await ben.close();
});
