import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { startTestAuthority } from '../authority/chaos.ts';
import { signInAs, signInOnPage } from '../authority/customer.ts';
import { findChromium } from '../../build/scripts/chromium.ts';
import type { PracticeFault } from '../../electron/contract/practice-faults.ts';
import { faults as faultWords } from '../../renderer/i18n/en/faults.ts';
import { launchApp, type RunningApp } from '../e2e/support/running-app.ts';
import { companyFileOf, confirmHome, expectProblem, importCompany, newSite, startSignIn } from '../e2e/support/steps.ts';

const pictures = path.resolve(import.meta.dirname, '../../tour');
const customer = { email: 'claire.dupont@example.com', password: 'Practice-2468' };

interface Tour {
  readonly running: RunningApp;
  readonly browser: Browser;
  /** Writes a numbered picture of a page. */
  shot(name: string, page?: Page): Promise<void>;
}

async function openTour(): Promise<Tour & { close(): Promise<void> }> {
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'liaison-tour-'));
  const running = await launchApp(folder);
  await running.window.setViewportSize({ width: 1280, height: 720 });
  const executablePath = await findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  let number = 0;
  return {
    running, browser,
    shot: async (name, page = running.window) => {
      number += 1;
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: path.join(pictures, `${String(number).padStart(2, '0')}-${name}.png`), animations: 'disabled' });
    },
    close: async () => {
      await browser.close();
      await running.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const press = async ({ running }: Tour, name: string | RegExp): Promise<void> => running.window.getByRole('button', { name }).first().click();

async function firstScreens(tour: Tour): Promise<void> {
  const { window } = tour.running;
  await tour.shot('first-start');
  await press(tour, 'Start in practice');
  await tour.shot('first-start-name-missing');
  await window.getByLabel('Name of your company').fill('Martin Électricité');
  await press(tour, 'Start in practice');
  await expect(window.getByRole('heading', { name: 'Add your first site' })).toBeVisible();
  await tour.shot('sites-empty');
  await press(tour, /Add the first site/);
  await tour.shot('new-site');
  await press(tour, 'Create site');
  await tour.shot('new-site-name-missing');
  await press(tour, 'Cancel');
  await newSite(window, 'Maison Dupont');
  await tour.shot('site-not-linked');
}

async function beforeSignIn(tour: Tour): Promise<void> {
  const { window } = tour.running;
  await press(tour, 'Link this customer’s account');
  await expect(window.getByText('Ready. Call the customer.')).toBeVisible();
  await tour.shot('link-1-check');
  await press(tour, 'Show the customer card');
  await tour.shot('link-2-explain');
  await press(tour, 'I agree, continue');
  await expect(window.getByRole('button', { name: 'Paste address' })).toBeVisible();
  await tour.shot('link-3-sign-in');
}

async function dialogs(tour: Tour): Promise<void> {
  const { window } = tour.running;
  await press(tour, 'Paste address');
  await window.getByRole('textbox', { name: 'Address from the browser' }).fill('https://example.com/');
  await press(tour, 'Use this address');
  await tour.shot('link-3-paste-refused');
  await window.keyboard.press('Escape');
  await press(tour, 'What do you see?');
  await tour.shot('link-3-what-do-you-see');
  await window.keyboard.press('Escape');
}

async function customerSignsIn(tour: Tour): Promise<void> {
  const page = await tour.browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto((await tour.running.openedAddresses()).at(-1) ?? '');
  await tour.shot('browser-sign-in', page);
  await page.getByLabel('E-mail address').fill(customer.email);
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await tour.shot('browser-wrong-password', page);
  await signInOnPage(page, customer);
  await page.getByText('You can close this window').waitFor();
  await tour.shot('browser-return', page);
  await page.close();
}

async function afterSignIn(tour: Tour): Promise<void> {
  const { window } = tour.running;
  await expect(window.getByRole('heading', { name: 'Is this your home?' })).toBeVisible();
  await tour.shot('link-4-confirm');
  await confirmHome(window);
  await tour.shot('link-5-done');
  await press(tour, 'Back to Maison Dupont');
  await expect(window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
  await tour.shot('site-linked');
  await window.emulateMedia({ colorScheme: 'dark' });
  await tour.shot('site-linked-dark');
  await window.emulateMedia({ colorScheme: 'light' });
}

/** Faults of practice and the page each ends on; one picture each. */
const faults = [
  ['authorize.access_denied', 'L-03'], ['token.invalid_client', 'L-08'], ['token.expired_secret', 'L-16'], ['token.invalid_grant', 'L-20'],
  ['token.server_error', 'L-09'], ['token.html', 'L-45'], ['token.too_many_requests', 'L-44'],
] as const;

async function problems(tour: Tour): Promise<void> {
  const { running } = tour;
  await newSite(running.window, 'Villa Rossi', 'Via Roma 8, Varese', 'Sig. Rossi');
  for (const [fault, code] of faults) {
    await chooseFault(tour, fault);
    const address = await startSignIn(running);
    await fetch(await signInAs(address, customer));
    await expectProblem(running.window, code);
    await tour.shot(`problem-${code}-${fault}`);
    await press(tour, /^Back to Villa Rossi/);
  }
  await chooseFault(tour, 'none');
  await fetch(await signInAs(await startSignIn(running), customer));
  await expectProblem(running.window, 'L-24');
  await tour.shot('problem-L-24-other-site');
  await press(tour, /^Back to Villa Rossi/);
}

async function chooseFault(tour: Tour, fault: PracticeFault): Promise<void> {
  const { window } = tour.running;
  await press(tour, 'Practice panel');
  await window.getByRole('button', { name: fault === 'none' ? 'All is well again' : faultWords[fault] }).first().click();
  if (fault === 'token.expired_secret') await tour.shot('practice-panel');
  await press(tour, /^Back/);
  await press(tour, /Villa Rossi/);
}

async function homesInTrouble(tour: Tour): Promise<void> {
  for (const fault of ['homes.none', 'homes.terms_not_accepted', 'homes.one_home_fails'] as const) {
    await chooseFault(tour, fault);
    await fetch(await signInAs(await startSignIn(tour.running), { email: 'marco.rossi@example.com', password: 'Practice-1357' }));
    await expect(tour.running.window.getByRole('button', { name: 'No, another account' })).toBeVisible();
    await tour.shot(`link-4-${fault}`);
    await press(tour, 'No, another account');
    await expectProblem(tour.running.window, 'L-25');
    await press(tour, /^Back to Villa Rossi/);
  }
}

async function uncertain(tour: Tour): Promise<void> {
  const { window } = tour.running;
  await chooseFault(tour, 'token.no_answer');
  await press(tour, /Maison Dupont/);
  await press(tour, 'Renew now');
  await expect(window.getByText('Link uncertain').first()).toBeVisible();
  await tour.shot('site-uncertain');
  await chooseFault(tour, 'none');
}

async function keptAlive(tour: Tour): Promise<void> {
  const { window } = tour.running;
  await press(tour, /^Renewals/);
  await expect(window.getByRole('heading', { name: /link/ }).first()).toBeVisible();
  await tour.shot('renewals');
  await press(tour, 'Back to sites');
  await press(tour, /Maison Dupont/);
  await press(tour, 'End this link');
  await tour.shot('site-end-link');
  await press(tour, 'Cancel');
}

async function around(tour: Tour): Promise<void> {
  const { window } = tour.running;
  await window.keyboard.press('Control+o');
  await expect(window.getByRole('dialog', { name: 'Recent sites' })).toBeVisible();
  await tour.shot('recent-sites');
  await window.keyboard.press('Escape');
  await press(tour, 'Papers and contract');
  await window.getByRole('heading', { name: 'This customer’s file' }).scrollIntoViewIfNeeded();
  await tour.shot('customers-file');
  await window.keyboard.press('Control+,');
  await tour.shot('settings');
  await press(tour, 'About Liaison');
  await tour.shot('about');
  await press(tour, 'Back');
  await press(tour, 'Back to sites');
}

async function real(tour: Tour): Promise<void> {
  const { running } = tour;
  const { authority, options } = await startTestAuthority();
  await press(tour, 'Set up for real');
  await tour.shot('credentials-in-practice');
  await press(tour, 'Type them in');
  await tour.shot('credentials-form');
  await press(tour, /^(Back|Cancel)/);
  const back = running.window.getByRole('button', { name: 'Back to sites' });
  if (await back.isVisible()) await back.click();
  await importCompany(running, os.tmpdir(), companyFileOf(authority.origin, options));
  await tour.shot('sites-real-empty');
  await press(tour, 'Company credentials');
  await press(tour, 'Test credentials');
  await expect(running.window.getByText('Legrand knows your company')).toBeVisible();
  await tour.shot('credentials-tested');
  await press(tour, 'Replace secret');
  await tour.shot('credentials-replace-secret');
  await authority.close();
}

test('the main job, with a picture of every screen', async () => {
  const tour = await openTour();
  try {
    await firstScreens(tour);
    await beforeSignIn(tour);
    await dialogs(tour);
    await customerSignsIn(tour);
    await afterSignIn(tour);
    await problems(tour);
    await homesInTrouble(tour);
    await uncertain(tour);
    await keptAlive(tour);
    await around(tour);
    await real(tour);
  } finally {
    await tour.close();
  }
});
