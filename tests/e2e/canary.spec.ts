import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { signInAs } from '../authority/customer.ts';
import { filesBelow, filesWithSecret, processesWithSecret } from './support/canary.ts';
import { expect, test } from './support/fixtures.ts';
import { backToSite, confirmHome, firstStart, newSite, startSignIn } from './support/steps.ts';

test('no secret of a whole link is found in files, output, log, command lines or the browser profile', async ({ laptop }) => {
  const { authority, options } = await laptop.authority();
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await window.getByRole('button', { name: 'Set up for real' }).click();
  await window.getByRole('button', { name: 'Type them in' }).click();
  await window.getByLabel('Sign-in address').fill(authority.origin);
  await window.getByLabel('Company ID').fill(options.clientId);
  await window.getByLabel('Company secret').fill(options.clientSecret);
  await window.getByRole('textbox', { name: 'Return address' }).fill(options.redirectUri);
  await window.getByLabel('Subscription key').fill(options.subscriptionKey);
  await window.getByLabel('Address of the homes service').fill(authority.origin);
  await window.getByRole('button', { name: 'Save credentials' }).click();
  await window.getByRole('button', { name: 'Test credentials' }).click();
  await expect(window.getByText('Legrand knows your company')).toBeVisible();
  await window.getByRole('button', { name: 'Back to sites' }).click();
  await newSite(window, 'Maison Dupont');
  const address = await startSignIn(running);
  const returned = await signInAs(address, authority.customers()[0]!);
  expect(returned).toContain(options.mark);
  await running.returnThroughOpenUrl('liaison://auth/callback?code=CANARY-forged&state=CANARY-forged');
  await running.returnThroughSecondProcess(returned);
  await confirmHome(window);
  await backToSite(window, 'Maison Dupont');
  await window.getByRole('button', { name: 'Renew now' }).click();
  await expect(window.getByText('Renewed: 90 more days.').first()).toBeAttached();

  const state = new URL(address).searchParams.get('state') ?? '';
  expect(state.length).toBeGreaterThan(40);
  const secrets = [options.mark, 'CANARY-forged', state];
  expect(processesWithSecret(secrets)).toEqual([]);
  expect(await window.content()).not.toContain(options.mark);
  await running.close();
  expect(filesWithSecret(laptop.folder, secrets)).toEqual([]);
  for (const secret of secrets) expect(running.output()).not.toContain(secret);
  console.log(`canary scan: ${secrets.length} secrets, ${filesBelow(laptop.folder).length} files, 0 hits`);
});

test('the scan itself finds a planted secret in clear, in UTF-16 and in base64', async ({ laptop }) => {
  await laptop.authority();
  const planted = 'CANARY0123456789abcdef-';
  writeFileSync(path.join(laptop.elsewhere, 'plain'), `x${planted}y`);
  writeFileSync(path.join(laptop.elsewhere, 'wide'), Buffer.from(`x${planted}`, 'utf16le'));
  for (const shift of ['', 'a', 'ab']) writeFileSync(path.join(laptop.elsewhere, `base64${shift}`), Buffer.from(`${shift}${planted}zz`).toString('base64'));
  writeFileSync(path.join(laptop.elsewhere, 'clean'), 'nothing here');
  expect(filesWithSecret(laptop.elsewhere, [planted]).map((file) => path.basename(file)).toSorted()).toEqual(['base64', 'base64a', 'base64ab', 'plain', 'wide']);
});
