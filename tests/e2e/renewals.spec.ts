import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { TestAuthority } from '../authority/chaos.ts';
import { signInAs } from '../authority/customer.ts';
import { runtimeName } from '../runtime/launch.ts';
import { changeData, numberIn } from './support/data.ts';
import { expect, test, type Laptop } from './support/fixtures.ts';
import { startAtLogin, type RunningApp } from './support/running-app.ts';
import { backToSite, companyFileOf, confirmHome, expectProblem, firstStart, importCompany, newSite, startSignIn } from './support/steps.ts';

const DAY = 86_400_000;
const SITES = ['Maison Dupont', 'Villa Rossi', 'Cabinet Moreau'] as const;

async function link(running: RunningApp, authority: TestAuthority, name: string, customer: number): Promise<void> {
  await newSite(running.window, name);
  const person = authority.authority.customers()[customer]!;
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), person));
  await confirmHome(running.window);
  await running.window.getByRole('button', { name: `Back to ${name}` }).click();
}

/** A laptop whose company has as many linked sites as there are invented customers to link, at most `count`. */
async function linked(laptop: Laptop, count: number): Promise<{ readonly running: RunningApp; readonly authority: TestAuthority }> {
  const authority = await laptop.authority();
  const running = await laptop.start();
  await firstStart(running.window);
  await importCompany(running, laptop.elsewhere, companyFileOf(authority.authority.origin, authority.options));
  for (const [index, name] of SITES.slice(0, count).entries()) await link(running, authority, name, index);
  return { running, authority };
}

const refreshes = ({ authority }: TestAuthority): number => authority.requests().filter(({ grantType }) => grantType === 'refresh_token').length;
const open = async (window: Page): Promise<void> => window.getByRole('button', { name: /^Renewals/ }).first().click();

test('all links are renewed in one go, each with its result', async ({ laptop }) => {
  const { running, authority } = await linked(laptop, 2);
  const { window } = running;
  await open(window);
  await expect(window.getByRole('heading', { name: 'All 2 links are safe' })).toBeVisible();
  await window.getByRole('button', { name: 'Renew all links now' }).click();
  await expect(window.getByRole('heading', { name: 'Done: 2 links renewed' })).toBeVisible();
  for (const name of SITES.slice(0, 2)) await expect(window.getByRole('listitem').filter({ hasText: name }).getByText('Renewed')).toBeVisible();
  expect(refreshes(authority)).toBe(2);
});

test('a link that is due renews by itself after a start, and says when it will the next time', async ({ laptop }) => {
  const first = await linked(laptop, 1);
  await first.running.close();
  changeData(laptop.folder, 'UPDATE link SET next_at = 1');
  const again = await laptop.start();
  await expect.poll(() => refreshes(first.authority)).toBe(1);
  await again.window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await expect(again.window.getByRole('listitem').filter({ hasText: 'Link renewed' })).toBeVisible();
  await expect(again.window.getByText(/by itself/u).first()).toBeVisible();
});

test('a start at login renews what is due without a window and ends, though practice was left on, and the link goes on from there', async ({ laptop }) => {
  test.setTimeout(120_000);
  const { running, authority } = await linked(laptop, 1);
  await running.window.getByRole('button', { name: 'Company credentials' }).first().click();
  await running.window.getByRole('button', { name: 'Back to practice' }).click();
  await expect(running.window.getByText('nothing here is real', { exact: false })).toBeVisible();
  await running.close();
  changeData(laptop.folder, 'UPDATE link SET next_at = 1');
  expect(await startAtLogin(laptop.folder)).toBe(0);
  expect([refreshes(authority), numberIn(laptop.folder, 'SELECT generation FROM link')]).toEqual([1, 2]);
  const log = readFileSync(path.join(laptop.folder, 'logs', 'liaison.log'), 'utf8');
  expect(log).toContain('background.ended');
  const again = await laptop.start();
  await expect(again.window.getByText('nothing here is real', { exact: false })).toBeVisible();
  await again.window.getByRole('button', { name: 'Set up for real' }).click();
  await again.window.getByRole('button', { name: 'Leave practice' }).click();
  await again.window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await expect(again.window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
});

test('a start at login while the program runs changes nothing', async ({ laptop }) => {
  const { running, authority } = await linked(laptop, 1);
  expect(await startAtLogin(laptop.folder)).toBe(0);
  await expect(running.window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
  expect(refreshes(authority)).toBe(0);
});

test('without internet the round waits, says so, and loses nothing', async ({ laptop }) => {
  test.skip(runtimeName() !== 'stand-in', 'only the stand-in can be taken off the network');
  const { running, authority } = await linked(laptop, 1);
  await running.app.evaluate(() => void (process.env['STANDIN_OFFLINE'] = '1'));
  await importCompany(running, laptop.elsewhere, { ...companyFileOf(authority.authority.origin, authority.options), authorizationServer: 'https://legrand.invalid' });
  const { window } = running;
  await open(window);
  await window.getByRole('button', { name: 'Renew all links now' }).click();
  await expect(window.getByRole('heading', { name: 'Waiting for the internet' })).toBeVisible();
  await window.getByRole('button', { name: 'Pause' }).click();
  await expect(window.getByRole('heading', { name: /Paused at 0 of 1/ })).toBeVisible();
  expect(numberIn(laptop.folder, 'SELECT generation FROM link')).toBe(1);
});

test('an expired company secret is one message for all links; with a new secret all of them go on', async ({ laptop }) => {
  const { running, authority } = await linked(laptop, 2);
  const { window } = running;
  authority.authority.setFault('token.expired_secret');
  await open(window);
  await window.getByRole('button', { name: 'Renew all links now' }).click();
  await expect(window.getByRole('heading', { name: 'Waiting for your office' })).toBeVisible();
  const asked = refreshes(authority);
  expect(asked).toBeLessThanOrEqual(2);
  await window.getByRole('button', { name: 'Open company credentials' }).first().click();
  authority.authority.setFault('none');
  await window.getByRole('button', { name: 'Replace secret' }).click();
  await window.getByLabel('New company secret').fill(authority.options.clientSecret);
  await window.getByRole('button', { name: 'Save new secret' }).click();
  await expect(window.getByText('The new secret is stored. Every link stays.').first()).toBeVisible();
  await expect.poll(() => refreshes(authority)).toBe(asked + 2);
  await window.getByRole('button', { name: 'Back to sites' }).click();
  await open(window);
  await expect(window.getByRole('heading', { name: 'Done: 2 links renewed' })).toBeVisible();
});

test('ending a link forgets it at once: no token stays on the disk and nothing is renewed any more', async ({ laptop }) => {
  const { running, authority } = await linked(laptop, 1);
  const { window } = running;
  await window.getByRole('button', { name: 'End this link' }).click();
  await expect(window.getByText('Legrand describes no way to withdraw', { exact: false })).toBeVisible();
  await window.getByRole('button', { name: 'End the link' }).click();
  await expect(window.getByRole('heading', { name: 'Not linked any more' })).toBeVisible();
  await expect(window.getByRole('listitem').filter({ hasText: 'Link ended on this laptop' })).toBeVisible();
  await running.close();
  expect(numberIn(laptop.folder, 'SELECT (SELECT count(*) FROM link) + (SELECT count(*) FROM renewal) + (SELECT count(*) FROM home)')).toBe(0);
  const again = await laptop.start();
  await again.window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await expect(again.window.getByRole('heading', { name: 'Not linked any more' })).toBeVisible();
  expect(refreshes(authority)).toBe(0);
});

test('signing in again keeps the site’s customer: another account is refused, the same one links again', async ({ laptop }) => {
  const { running, authority } = await linked(laptop, 1);
  const { window } = running;
  await running.close();
  changeData(laptop.folder, `UPDATE link SET condition = 'relinkRequired', problem = '{"code":"L-41"}', next_at = NULL`);
  const again = await laptop.start();
  await again.window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await expect(again.window.getByRole('heading', { name: 'The customer must sign in again' })).toBeVisible();
  await again.returnThroughOpenUrl(await signInAs(await startSignIn(again), authority.authority.customers()[1]!));
  await expectProblem(again.window, 'L-25');
  await again.returnThroughOpenUrl(await signInAs(await startSignIn(again), authority.authority.customers()[0]!));
  await confirmHome(again.window);
  await backToSite(again.window, 'Maison Dupont');
  await expect(again.window.getByRole('listitem').filter({ hasText: 'Account linked again' })).toBeVisible();
  expect(window.isClosed()).toBe(true);
});

test('a locked key store loses nothing: the site says so, and opens again when it is unlocked', async ({ laptop }) => {
  test.skip(runtimeName() !== 'stand-in', 'only the stand-in can lock the key store');
  const { running } = await linked(laptop, 1);
  await running.close();
  const locked = await laptop.start([], { STANDIN_KEYRING: 'locked' });
  const { window } = locked;
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await expect(window.getByRole('heading', { name: 'The saved link is locked' })).toBeVisible();
  await locked.app.evaluate(() => void delete process.env['STANDIN_KEYRING']);
  await window.getByRole('button', { name: 'Try again' }).first().click();
  await expect(window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
});

test('the age of the company secret is told two months before its end, once until the next step', async ({ laptop }) => {
  const { running } = await linked(laptop, 1);
  await running.close();
  changeData(laptop.folder, 'UPDATE profile SET client_secret_set_at = ?', Date.now() - 310 * DAY);
  const again = await laptop.start();
  const reminder = again.window.getByText(/secret ends/u);
  await expect(reminder).toBeVisible();
  await again.window.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(reminder).toBeHidden();
  await again.close();
  const later = await laptop.start();
  await expect(later.window.getByRole('heading', { name: 'Sites', exact: true })).toBeVisible();
  await expect(later.window.getByText(/secret ends/u)).toBeHidden();
});
