import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/fixtures.ts';
import type { RunningApp } from './support/running-app.ts';
import { backToSite, companyFileOf, confirmHome, firstStart, importCompany, newSite, startSignIn } from './support/steps.ts';
import { signInAs } from '../authority/customer.ts';

async function chooseFolder({ app }: RunningApp, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
}

test('the data are moved to another folder with their links, and are found there by the next start', async ({ laptop }) => {
  const { authority, options } = await laptop.authority();
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await importCompany(running, laptop.elsewhere, companyFileOf(authority.origin, options));
  await newSite(window, 'Maison Dupont');
  const address = await startSignIn(running);
  await running.returnThroughOpenUrl(await signInAs(address, authority.customers()[0]!));
  await confirmHome(window);
  await backToSite(window, 'Maison Dupont');
  await window.keyboard.press('Control+,');
  await expect(window.locator('.data-path')).toHaveText(path.join(laptop.folder, 'real'));

  const chosen = path.join(laptop.elsewhere, 'Other disk');
  mkdirSync(chosen);
  await chooseFolder(running, chosen);
  await window.getByRole('button', { name: 'Move to another folder' }).click();
  await expect(window.locator('.data-path')).toHaveText(path.join(chosen, 'Liaison', 'real'));
  expect(existsSync(path.join(laptop.folder, 'real'))).toBe(false);
  await window.getByRole('button', { name: 'Back to sites' }).click();
  await window.getByRole('button', { name: /Maison Dupont/u }).click();
  await window.getByRole('button', { name: 'Renew now' }).click();
  await expect(window.getByText('Renewed: 90 more days.').first()).toBeAttached();
  await running.close();

  const next = await laptop.start();
  await next.window.getByRole('button', { name: /Maison Dupont/u }).click();
  await next.window.getByRole('button', { name: 'Check now' }).click();
  await expect(next.window.getByText('Linked and proven').first()).toBeVisible();
  await next.close();
});
