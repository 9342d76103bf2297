import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import type { LiaisonBridge } from '../../electron/contract/bridge.ts';
import { signInAs } from '../authority/customer.ts';
import { expect, test, type Laptop } from './support/fixtures.ts';
import type { TestAuthority } from '../authority/chaos.ts';
import { backToSite, companyFileOf, confirmHome, expectProblem, firstStart, importCompany, newSite, startSignIn } from './support/steps.ts';
import type { RunningApp } from './support/running-app.ts';

interface Ready {
  readonly running: RunningApp;
  readonly authority: TestAuthority;
}

async function readyToLink(laptop: Laptop, redirectUri = 'liaison://auth/callback', latencyMilliseconds = 0): Promise<Ready> {
  const authority = await laptop.authority({ redirectUri, latencyMilliseconds });
  const running = await laptop.start();
  await firstStart(running.window);
  await importCompany(running, laptop.elsewhere, companyFileOf(authority.authority.origin, authority.options));
  await newSite(running.window, 'Maison Dupont');
  return { running, authority };
}

const claire = ({ authority }: TestAuthority) => authority.customers()[0]!;

async function expectLinked(running: RunningApp): Promise<void> {
  await backToSite(running.window, 'Maison Dupont');
  await expect(running.window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
  await expect(running.window.getByText('c…t@example.com').first()).toBeVisible();
  await expect(running.window.getByText(/^Consent given on .*, text 1, English$/)).toBeVisible();
  await expect(running.window.getByText('By Mme Dupont, to Martin Électricité.')).toBeVisible();
  await expect(running.window.getByText('Homes seen: Maison Dupont, Gîte.')).toBeVisible();
  // The servers of these tests are on this computer and have its clock.
  await expect(running.window.getByText('Laptop clock, not compared with a server.')).toBeVisible();
  for (const event of ['Site created', 'The customer agreed', 'Account linked', 'Link proven']) {
    await expect(running.window.getByRole('listitem').filter({ hasText: event })).toBeVisible();
  }
}

test('links through a second process that carries the return, and shows how long each step took', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  const address = await startSignIn(running);
  const returned = await signInAs(address, claire(authority));
  expect(await running.returnThroughSecondProcess(returned)).toBe(0);
  const { window } = running;
  await expect(window.getByRole('heading', { name: 'Is this your home?' })).toBeVisible();
  await expect(window.getByText('c…t@example.com')).toBeVisible();
  await expect(window.getByRole('heading', { name: 'Maison Dupont' })).toBeVisible();
  await expect(window.getByText('14 devices')).toBeVisible();
  await confirmHome(window);
  await expectLinked(running);
  console.log(`launch to window: ${running.launchedIn.toFixed(0)} ms`);
});

test('links through open-url, the way of macOS', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  const returned = await signInAs(await startSignIn(running), claire(authority));
  const before = performance.now();
  await running.returnThroughOpenUrl(returned);
  await expect(running.window.getByRole('heading', { name: 'Is this your home?' })).toBeVisible();
  console.log(`callback to Confirm: ${(performance.now() - before).toFixed(0)} ms`);
  await confirmHome(running.window);
  await expectLinked(running);
});

test('links through the loopback address, once, and shows a calm page in the browser', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop, 'http://localhost:43117/callback');
  const returned = await signInAs(await startSignIn(running), claire(authority));
  const page = await fetch(returned);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('You can close this window and go back to Liaison.');
  await confirmHome(running.window);
  await expect(fetch(returned)).rejects.toThrow();
  await expectLinked(running);
});

test('links through the company’s bounce page, which hands the answer over to our own scheme', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop, 'https://company.example/callback');
  const returned = await signInAs(await startSignIn(running), claire(authority));
  expect(returned).toMatch(/^https:\/\/company\.example\/callback\?/);
  await running.returnThroughOpenUrl(`liaison://auth/callback${new URL(returned).search}`);
  await confirmHome(running.window);
  await expectLinked(running);
});

test('links through the scheme that Legrand’s portal derives from the client id', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop, 'msal7700d7f4-b48e-4452-b493-5d14b45ef47e://auth');
  const returned = await signInAs(await startSignIn(running), claire(authority));
  expect(await running.returnThroughSecondProcess(returned)).toBe(0);
  await confirmHome(running.window);
  await expectLinked(running);
});

test('links by pasting the address, and refuses another text without ending the sign-in', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  const returned = await signInAs(await startSignIn(running), claire(authority));
  const { window } = running;
  await window.getByRole('button', { name: 'Paste address' }).click();
  await window.getByRole('textbox', { name: 'Address from the browser' }).fill('https://example.com/');
  await window.getByRole('button', { name: 'Use this address' }).click();
  await expect(window.getByText('This is not the address of this sign-in', { exact: false })).toBeVisible();
  await window.getByRole('textbox', { name: 'Address from the browser' }).fill(returned);
  await window.getByRole('button', { name: 'Use this address' }).click();
  await confirmHome(window);
  await expectLinked(running);
});

test('a customer who says no ends on a page that says so, and nothing is stored', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  const returned = await signInAs(await startSignIn(running), claire(authority), { atConsent: 'cancel' });
  await running.returnThroughOpenUrl(returned);
  await expectProblem(running.window, 'L-03');
  expect(authority.memory.state()?.families ?? []).toEqual([]);
});

test('an error page that never comes back is told with “What do you see?”', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  authority.authority.setFault('authorize.reply_url_page');
  const page = await (await fetch(await startSignIn(running))).text();
  expect(page).toContain('reply url');
  await running.window.getByRole('button', { name: 'What do you see?' }).click();
  await running.window.getByRole('button', { name: /A text with/ }).click();
  await running.window.getByRole('button', { name: /reply url/ }).click();
  await expectProblem(running.window, 'L-11');
});

test('a return with a wrong state is refused and the running sign-in goes on', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  const address = await startSignIn(running);
  const returned = await signInAs(address, claire(authority));
  await running.returnThroughOpenUrl('liaison://auth/callback?code=forged&state=forged');
  await expect(running.window.getByText('An answer that did not belong here was ignored', { exact: false })).toBeVisible();
  expect(authority.authority.requests().filter(({ path }) => path === '/token')).toHaveLength(0);
  await running.returnThroughOpenUrl(returned);
  await confirmHome(running.window);
});

test('“No, another account” leaves nothing behind', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority)));
  await running.window.getByRole('button', { name: 'No, another account' }).click();
  await expectProblem(running.window, 'L-25');
  await running.close();
  const again = await laptop.start();
  await again.window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await expect(again.window.getByRole('heading', { name: 'Not linked yet' })).toBeVisible();
});

test('a start with a return that nobody waits for tells so and links nothing', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  const returned = await signInAs(await startSignIn(running), claire(authority));
  await running.close();
  const cold = await laptop.start(['--auth-callback', '--', returned]);
  await expect(cold.window.getByText('L-14', { exact: true })).toBeVisible();
  expect(authority.authority.requests().filter(({ path }) => path === '/token')).toHaveLength(0);
});

test('a restart keeps the link, a check proves it again, and a renewal rotates the token', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority)));
  await confirmHome(running.window);
  await running.close();
  const { window } = await laptop.start();
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await expect(window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
  await window.getByRole('button', { name: 'Check now' }).click();
  await expect(window.getByText('Checked: the link was proven just now.').first()).toBeAttached();
  for (const expected of [2, 3]) {
    await window.getByRole('button', { name: 'Renew now' }).click();
    await expect.poll(() => authority.memory.state()?.families[0]?.tokens.length).toBe(expected);
  }
});

test('another site’s home stops the sign-in with the name of that site', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority)));
  await confirmHome(running.window);
  await backToSite(running.window, 'Maison Dupont');
  await newSite(running.window, 'Villa Rossi');
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority)));
  await expectProblem(running.window, 'L-24');
  await expect(running.window.getByText('Maison Dupont').first()).toBeVisible();
});

test('an expired company secret is told as the company’s, and with a new one the same link goes on', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop);
  const { window } = running;
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority)));
  await confirmHome(window);
  await backToSite(window, 'Maison Dupont');
  authority.authority.setFault('token.expired_secret');
  await window.getByRole('button', { name: 'Renew now' }).click();
  await expect(window.getByText('L-16', { exact: true })).toBeVisible();
  authority.authority.setFault('none');
  await window.getByRole('button', { name: 'Company credentials' }).click();
  await window.getByRole('button', { name: 'Replace secret' }).click();
  await window.getByLabel('New company secret').fill(authority.options.clientSecret);
  await window.getByRole('button', { name: 'Save new secret' }).click();
  await expect(window.getByText('The new secret is stored. Every link stays.').first()).toBeVisible();
  await window.getByRole('button', { name: 'Back to sites' }).click();
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await window.getByRole('button', { name: 'Renew now' }).click();
  await expect(window.getByText('Renewed: 90 more days.').first()).toBeAttached();
});

test('a busy return port is a clear problem and the sign-in page is not opened', async ({ laptop }) => {
  const { running } = await readyToLink(laptop, 'http://localhost:43118/callback');
  const other = createServer().listen(43118, '127.0.0.1');
  const { window } = running;
  await window.getByRole('button', { name: 'Link this customer’s account' }).click();
  await expect(window.getByText('Solve the red line first. The customer is not needed yet.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Show the customer card' })).toBeDisabled();
  await window.getByRole('button', { name: 'What to do Way back from the browser' }).click();
  await expectProblem(window, 'L-82');
  await expect(window.getByText('The port in use: 43118')).toBeVisible();
  expect(await running.openedAddresses()).toEqual([]);
  other.close();
});

test('quitting in the middle of a renewal waits for the answer and keeps the new token', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop, 'liaison://auth/callback', 700);
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority)));
  await confirmHome(running.window);
  await backToSite(running.window, 'Maison Dupont');
  await running.window.getByRole('button', { name: 'Renew now' }).click();
  await expect.poll(() => authority.authority.requests().filter(({ grantType }) => grantType === 'refresh_token')).toHaveLength(1);
  await running.close();
  // The server is strict: presenting the old token again would end the link.
  const { window } = await laptop.start();
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await window.getByRole('button', { name: 'Renew now' }).click();
  await expect(window.getByText('Renewed: 90 more days.').first()).toBeAttached();
});

async function changeMode(window: Page, mode: 'practice' | 'real'): Promise<void> {
  await window.evaluate(async (wanted) => {
    const { liaison } = globalThis as unknown as { readonly liaison: LiaisonBridge };
    await liaison.call('app.setMode', { mode: wanted });
  }, mode);
}

test('changing to practice in the middle of a renewal waits for the answer and keeps the new token', async ({ laptop }) => {
  const { running, authority } = await readyToLink(laptop, 'liaison://auth/callback', 700);
  const { window } = running;
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority)));
  await confirmHome(window);
  await backToSite(window, 'Maison Dupont');
  await window.getByRole('button', { name: 'Renew now' }).click();
  // Faster than a person could: the change is asked for while the answer is under way.
  await changeMode(window, 'practice');
  await expect(window.getByText('nothing here is real', { exact: false })).toBeVisible();
  expect(authority.memory.state()?.families[0]?.tokens).toHaveLength(2);
  await changeMode(window, 'real');
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await window.getByRole('button', { name: 'Renew now' }).click();
  await expect.poll(() => authority.memory.state()?.families[0]?.tokens.length).toBe(3);
});
