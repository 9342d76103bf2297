import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './running-app.ts';

/** The members of a company file. */
export interface CompanyFile {
  readonly authorizationServer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly subscriptionKey?: string;
  readonly homesServer?: string;
  readonly [member: string]: unknown;
}

/** The file the office would send for an authority of the tests. */
export function companyFileOf(origin: string, options: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string; readonly subscriptionKey: string }): CompanyFile {
  const { clientId, clientSecret, redirectUri, subscriptionKey } = options;
  return { authorizationServer: origin, homesServer: origin, clientId, clientSecret, redirectUri, subscriptionKey };
}

/** Answers the first screen. */
export async function firstStart(window: Page, company = 'Martin Électricité'): Promise<void> {
  await window.getByLabel('Name of your company').fill(company);
  await window.getByRole('button', { name: 'Start in practice' }).click();
  await expect(window.getByRole('heading', { name: 'Sites', exact: true })).toBeVisible();
}

/** Lets the system's open dialog answer with a file of this content. */
export async function offerFile({ app }: RunningApp, folder: string, content: string): Promise<void> {
  const file = path.join(folder, 'company.liaison');
  writeFileSync(file, content);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
}

/** Imports a company file from the practice banner or the site list; ends on Sites in real mode. */
export async function importCompany(running: RunningApp, folder: string, company: CompanyFile): Promise<void> {
  const { window } = running;
  await offerFile(running, folder, JSON.stringify({ liaisonCompanyFile: 1, ...company }));
  await window.getByRole('button', { name: /^(Set up for real|Company credentials)$/ }).first().click();
  await window.getByRole('button', { name: 'Import company file' }).click();
  await expect(window.getByText('Company credentials saved. You can link real customers now.').first()).toBeVisible();
  await window.getByRole('button', { name: 'Back to sites' }).click();
}

/** Adds a site; ends on its page. */
export async function newSite(window: Page, name: string, address = '12 rue des Lilas, 87000 Limoges', customer = 'Mme Dupont'): Promise<void> {
  await window.getByRole('button', { name: /^(New site|Add the first site)$/ }).first().click();
  await window.getByLabel('Name of the site').fill(name);
  await window.getByLabel('Address').fill(address);
  await window.getByLabel('Name of the customer').fill(customer);
  await window.getByRole('button', { name: 'Create site' }).click();
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Goes through the one-time address that the browser was given, as the browser does; returns the address of the sign-in page. */
export async function throughDoor(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  return answer.headers.get('location') ?? '';
}

/** From the site's page to the waiting sign-in; returns the address of the sign-in page. Where the window is not private, somebody has signed out before. */
export async function startSignIn(running: RunningApp): Promise<string> {
  const { window } = running;
  const before = (await running.openedAddresses()).filter((address) => !address.endsWith('/logout')).length;
  await window.getByRole('button', { name: /^(Link this customer’s account|Sign in again|Start the sign-in again|Sign out and start again)$/ }).first().click();
  const card = window.getByRole('button', { name: 'Show the customer card' });
  const signIn = window.getByRole('heading', { name: 'The customer signs in on Legrand’s page' });
  const signedOut = window.getByRole('button', { name: 'Signed out, go on' });
  await expect(card.or(signIn).or(signedOut).first()).toBeVisible();
  if (await card.isVisible()) {
    await card.click();
    await window.getByRole('button', { name: 'I agree, continue' }).click();
  }
  await expect(signIn.or(signedOut).first()).toBeVisible();
  if (await signedOut.isVisible()) await signedOut.click();
  await expect(signIn).toBeVisible();
  await expect.poll(async () => (await running.openedAddresses()).filter((address) => !address.endsWith('/logout')).length).toBe(before + 1);
  return throughDoor((await running.openedAddresses()).at(-1) ?? '');
}

/** Says yes to the home. A test signs in faster than any person, so it is asked for the deliberate act (L-27) more often than not. */
export async function sayYes(window: Page): Promise<void> {
  const yes = window.getByRole('button', { name: 'Yes, this is our home' });
  await yes.waitFor();
  const tick = window.getByRole('checkbox', { name: /^We read/ });
  if (await tick.isVisible()) await tick.check();
  await yes.click();
}

/** Confirms the home and waits for the proof. */
export async function confirmHome(window: Page): Promise<void> {
  await sayYes(window);
  await expect(window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
}

/** Expects a problem page with this code. */
export async function expectProblem(window: Page, code: string): Promise<void> {
  await expect(window.getByLabel(`Problem code ${code}`).or(window.getByText(code, { exact: true })).first()).toBeVisible();
}

/** Leaves *Done* for the site, and waits for it: main closes the attempt first, and until then a key combination leads nowhere. */
export async function backToSite(window: Page, site: string): Promise<void> {
  await window.getByRole('button', { name: `Back to ${site}` }).click();
  await expect(window.getByRole('heading', { level: 1, name: site })).toBeVisible();
  await expect(window.getByRole('searchbox')).toBeVisible();
}
