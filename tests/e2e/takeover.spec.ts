import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { signInAs } from '../authority/customer.ts';
import { expect, test } from './support/fixtures.ts';
import { launchApp, type RunningApp } from './support/running-app.ts';
import { backToSite, companyFileOf, confirmHome, firstStart, importCompany, newSite, startSignIn } from './support/steps.ts';

/** The person answers both file dialogs with `file`. */
async function answerDialogs({ app }: RunningApp, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
}

async function openTakeover({ window }: RunningApp): Promise<void> {
  await window.keyboard.press('Control+,');
  await window.getByRole('button', { name: 'Give or take over sites' }).click();
}

test('sites go to a colleague’s laptop without a secret, ask there for a new sign-in only, and a damaged file leads to L-88', async ({ laptop }) => {
  const { authority, options } = await laptop.authority();
  const company = companyFileOf(authority.origin, options);
  const anna = await laptop.start();
  await firstStart(anna.window);
  await importCompany(anna, laptop.elsewhere, company);
  await newSite(anna.window, 'Maison Dupont');
  await anna.returnThroughOpenUrl(await signInAs(await startSignIn(anna), authority.customers()[0]!));
  await confirmHome(anna.window);
  await backToSite(anna.window, 'Maison Dupont');
  const file = path.join(laptop.elsewhere, 'give.liaison-sites');
  await openTakeover(anna);
  await answerDialogs(anna, file);
  await anna.window.getByRole('button', { name: 'Save the file' }).click();
  await expect(anna.window.getByText('1 site is in the file.').first()).toBeVisible();
  expect(readFileSync(file).includes(Buffer.from(options.mark))).toBe(false);
  await anna.close();

  const ben = await launchApp(path.join(laptop.elsewhere, 'ben'));
  const { window } = ben;
  await firstStart(window);
  await importCompany(ben, laptop.elsewhere, company);
  const broken = path.join(laptop.elsewhere, 'broken.liaison-sites');
  writeFileSync(broken, readFileSync(file).subarray(0, -40));
  await openTakeover(ben);
  await answerDialogs(ben, broken);
  await window.getByRole('button', { name: 'Choose the file' }).click();
  await expect(window.getByText('L-88').first()).toBeVisible();
  await answerDialogs(ben, file);
  await window.getByRole('button', { name: 'Choose the file' }).click();
  await window.getByRole('button', { name: 'Take over 1 site' }).click();
  await window.getByRole('button', { name: /Maison Dupont/u }).click();
  await expect(window.getByText('Taken over from a colleague')).toBeVisible();
  await expect(window.getByText('The customer agreed')).toBeVisible();
  await ben.returnThroughOpenUrl(await signInAs(await startSignIn(ben), authority.customers()[0]!));
  await confirmHome(window);
  await backToSite(window, 'Maison Dupont');
  await expect(window.getByText('Linked and proven').first()).toBeVisible();
  await openTakeover(ben);
  await window.getByRole('button', { name: 'Choose the file' }).click();
  await expect(window.getByText('All of these sites are here already.')).toBeVisible();
  await ben.close();
});
