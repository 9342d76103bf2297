import { readFileSync, mkdirSync, appendFileSync } from 'node:fs';
import path from 'node:path';
import { signInAs } from '../authority/customer.ts';
import { expect, test } from './support/fixtures.ts';
import type { RunningApp } from './support/running-app.ts';
import { backToSite, confirmHome, firstStart, newSite, startSignIn } from './support/steps.ts';

/** The person answers the next save dialog with `file`. */
async function saveAs({ app }: RunningApp, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath });
  }, file);
}

test('a support file is read before it is saved, and holds no secret, no name, no address and no account', async ({ laptop }) => {
  const { authority, options } = await laptop.authority();
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await window.getByRole('button', { name: 'Set up for real' }).click();
  await window.getByRole('button', { name: 'Type them in' }).click();
  for (const [label, value] of [['Sign-in address', authority.origin], ['Company ID', options.clientId], ['Company secret', options.clientSecret], ['Subscription key', options.subscriptionKey], ['Address of the homes service', authority.origin]] as const) {
    await window.getByLabel(label).fill(value);
  }
  await window.getByRole('textbox', { name: 'Return address' }).fill(options.redirectUri);
  await window.getByRole('button', { name: 'Save credentials' }).click();
  await window.getByRole('button', { name: 'Back to sites' }).click();
  await newSite(window, 'PLANTED-SITE Lilas');
  const address = await startSignIn(running);
  await running.returnThroughSecondProcess(await signInAs(address, authority.customers()[0]!));
  await confirmHome(window);
  await backToSite(window, 'PLANTED-SITE Lilas');
  // Anybody can write into the log file.
  appendFileSync(path.join(laptop.folder, 'logs', 'liaison.log'), `2026-11-24T19:23:13.012+00:00 {"event":"program.quit","note":"PLANTED-LOG ${authority.customers()[0]!.email}"}\nPLANTED-LINE\n`);

  await window.keyboard.press('F1');
  await window.getByRole('button', { name: 'Make a support file' }).click();
  const shown = await window.getByRole('textbox', { name: 'The file, letter by letter' }).inputValue();
  const file = path.join(laptop.elsewhere, 'support.txt');
  await saveAs(running, file);
  await window.getByRole('button', { name: 'Save support file' }).click();
  await expect(window.getByText('Support file saved.')).toBeAttached();
  const saved = readFileSync(file, 'utf8');
  expect(saved).toBe(shown);
  for (const secret of [options.mark, options.clientId, options.redirectUri, 'PLANTED', laptop.folder, ...authority.customers().flatMap(({ email }) => [email, email.split('@')[0]!])]) expect(saved).not.toContain(secret);
  expect(saved).not.toContain('@');
  expect(JSON.parse(saved)).toMatchObject({ format: 'liaison-support-1', program: { mode: 'real', packaged: false }, company: { set: true, legrandHost: false, subscriptionKey: true }, storage: { sites: 1, links: 1, problem: null }, eventsLeftOut: 1 });
  expect((JSON.parse(saved) as { events: string[] }).events.join('\n')).toMatch(/return\.accepted source=second-instance[^]*link\.stored site=#[0-9a-f]{8}/u);
});

test('a folder that refuses the file leads to L-70 and nothing is half written', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await window.keyboard.press('F1');
  await window.getByRole('button', { name: 'Make a support file' }).click();
  const folder = path.join(laptop.elsewhere, 'is-a-folder');
  mkdirSync(folder);
  await saveAs(running, folder);
  await window.getByRole('button', { name: 'Save support file' }).click();
  await expect(window.getByText('L-70').first()).toBeVisible();
});
