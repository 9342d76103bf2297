import type { Page } from '@playwright/test';
import type { TestAuthority } from '../authority/chaos.ts';
import { createFetchBrowser } from '../authority/browser.ts';
import { signInAs } from '../authority/customer.ts';
import { expect, test, type Laptop } from './support/fixtures.ts';
import type { RunningApp } from './support/running-app.ts';
import { companyFileOf, confirmHome, expectProblem, firstStart, importCompany, newSite, startSignIn, throughDoor } from './support/steps.ts';

interface Ready {
  readonly running: RunningApp;
  readonly window: Page;
  readonly authority: TestAuthority;
}

async function ready(laptop: Laptop): Promise<Ready> {
  const authority = await laptop.authority();
  const running = await laptop.start();
  await firstStart(running.window);
  await importCompany(running, laptop.elsewhere, companyFileOf(authority.authority.origin, authority.options));
  return { running, window: running.window, authority };
}

const [claire, marco] = [0, 1].map((place) => ({ authority }: TestAuthority) => authority.customers()[place]!) as [(of: TestAuthority) => ReturnType<TestAuthority['authority']['customers']>[number], (of: TestAuthority) => ReturnType<TestAuthority['authority']['customers']>[number]];
/** Milliseconds somebody needs at least to type e-mail and password. */
const TYPING = 5500;

/** Counts what a mouse does in the window; words typed into fields are not clicks. */
async function countClicks(window: Page): Promise<() => Promise<number>> {
  await window.evaluate(() => {
    Object.assign(globalThis, { clicks: 0 });
    const { document } = globalThis as unknown as { document: { addEventListener(type: string, listener: (event: { isTrusted: boolean }) => void, capture: boolean): void } };
    document.addEventListener('click', ({ isTrusted }) => void (isTrusted && ((globalThis as unknown as { clicks: number }).clicks += 1)), true);
  });
  return async () => window.evaluate(() => (globalThis as unknown as { clicks: number }).clicks);
}

async function linkUnhurried({ running, window, authority }: Ready): Promise<void> {
  const returned = await signInAs(await startSignIn(running), claire(authority));
  await window.waitForTimeout(TYPING);
  await running.returnThroughOpenUrl(returned);
  await expect(window.getByRole('heading', { name: 'Is this your home?' })).toBeVisible();
  await expect(window.getByRole('checkbox')).toHaveCount(0);
  await confirmHome(window);
}

test('a first link takes at most twelve clicks from Sites to Done, the customer’s own answers included', async ({ laptop }) => {
  const all = await ready(laptop);
  const { window } = all;
  const clicks = await countClicks(window);
  await newSite(window, 'Maison Dupont');
  await linkUnhurried(all);
  const whole = await clicks();
  const [agree, confirm] = [1, 1];
  console.log(`clicks of a first link: ${whole} with a new site, ${whole - 2} for a site that is there; of these ${agree} on the card and ${confirm} on the home are the customer's own`);
  expect(whole).toBeLessThanOrEqual(12);
});

test('a return faster than typing is stopped: sign out, start again, and the right customer is linked', async ({ laptop }) => {
  const all = await ready(laptop);
  const { running, window, authority } = all;
  await newSite(window, 'Maison Dupont');
  const browser = createFetchBrowser();
  await signInAs(authority.authorizeUrl(), marco(authority), { browser });
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), claire(authority), { browser }));
  await expect(window.getByText('faster than anyone can type', { exact: false })).toBeVisible();
  await expectProblem(window, 'L-27');
  await expect(window.getByRole('button', { name: 'Yes, this is our home' })).toBeDisabled();
  await window.getByRole('button', { name: 'Sign out and start again' }).click();
  await expect(window.getByRole('heading', { name: 'Sign out of Legrand first' })).toBeVisible();
  await expect(window.locator('.plate').getByText('Maison Dupont')).toBeVisible();
  const opened = await running.openedAddresses();
  expect(opened.at(-1)).toBe(`${authority.authority.origin}/logout`);
  await browser.get(opened.at(-1) ?? '');
  await window.getByRole('button', { name: 'Signed out, go on' }).click();
  await expect.poll(async () => (await running.openedAddresses()).length).toBe(opened.length + 1);
  const returned = await signInAs(await throughDoor((await running.openedAddresses()).at(-1) ?? ''), claire(authority), { browser });
  await window.waitForTimeout(TYPING);
  await running.returnThroughOpenUrl(returned);
  await confirmHome(window);
  await expect(window.getByText('Maison Dupont').first()).toBeVisible();
});

test('a normal window is chosen with a warning, signed out before, and needs the home read aloud', async ({ laptop }) => {
  const { running, window, authority } = await ready(laptop);
  await newSite(window, 'Maison Dupont');
  await window.getByRole('button', { name: 'Link this customer’s account' }).click();
  await window.getByRole('button', { name: 'Change the browser' }).click();
  await window.getByRole('button', { name: /Normal window of your browser/ }).click();
  await expect(window.getByText('It may remember another customer', { exact: false })).toBeVisible();
  await window.getByRole('button', { name: 'Show the customer card' }).click();
  await window.getByRole('button', { name: 'I agree, continue' }).click();
  await expect(window.getByRole('heading', { name: 'Sign out of Legrand first' })).toBeVisible();
  expect(await running.openedAddresses()).toEqual([`${authority.authority.origin}/logout`]);
  await window.getByRole('button', { name: 'Signed out, go on' }).click();
  await expect.poll(async () => (await running.openedAddresses()).length).toBe(2);
  const returned = await signInAs((await running.openedAddresses())[1] ?? '', claire(authority));
  await window.waitForTimeout(TYPING);
  await running.returnThroughOpenUrl(returned);
  await expect(window.getByText('This browser window may remember another customer', { exact: false })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Yes, this is our home' })).toBeDisabled();
  await confirmHome(window);
  expect(await running.browserCommands()).toEqual([]);
});

test('no command line and no clipboard ever holds the state, and an address that was used leads nowhere', async ({ laptop }) => {
  const { running, window } = await ready(laptop);
  await newSite(window, 'Maison Dupont');
  const address = await startSignIn(running);
  const state = new URL(address).searchParams.get('state') ?? '';
  await window.getByRole('button', { name: 'Copy link' }).click();
  const copied = await running.app.evaluate(async ({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}$/u);
  const everything = JSON.stringify([await running.openedAddresses(), await running.browserCommands(), copied]);
  expect([state.length > 40, everything.includes(state)]).toEqual([true, false]);
  expect((await fetch((await running.openedAddresses())[0] ?? '')).status).toBe(410);
  expect(await throughDoor(copied)).toBe(address);
});

test('“What do you see?” leads each picture to its page, and the sign-in goes on where that is right', async ({ laptop }) => {
  const { running, window, authority } = await ready(laptop);
  await newSite(window, 'Maison Dupont');
  const address = await startSignIn(running);
  const see = async (...names: readonly (string | RegExp)[]): Promise<void> => {
    await window.getByRole('button', { name: 'What do you see?' }).first().click();
    for (const name of names) await window.getByRole('dialog').getByRole('button', { name }).click();
  };
  const backToWaiting = async (code: string): Promise<void> => {
    await expectProblem(window, code);
    await window.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(window.getByRole('heading', { name: 'The customer signs in on Legrand’s page' })).toBeVisible();
  };
  await see(/^The sign-in page/, 'Good, we wait');
  await see(/^A question/, 'Pressed, we wait');
  await see(/^A question/, 'It was refused, or nothing happens');
  await backToWaiting('L-32');
  await see(/^Something else/, 'Read more');
  await backToWaiting('L-12');
  for (const [trouble, code] of [['E-mail or password refused', 'L-21'], ['Password forgotten', 'L-22'], ['No account yet', 'L-23']] as const) {
    await see(trouble);
    await backToWaiting(code);
  }
  await see(/^Something else/, 'Paste address');
  await window.getByRole('textbox', { name: 'Address from the browser' }).fill(await signInAs(address, claire(authority)));
  await window.getByRole('button', { name: 'Use this address' }).click();
  await window.getByRole('button', { name: 'No, another account' }).click();
  await expectProblem(window, 'L-25');
  for (const [names, code] of [[[/^A text with/, /Internal error/], 'L-06'], [[/^A text with/, /Another error/], 'L-01'], [[/^An empty page/, 'It is still empty'], 'L-10'], [[/^Signed in already/], 'L-27']] as const) {
    await window.getByRole('button', { name: /^(Sign out and start again|Start the sign-in again|Back to Maison Dupont)$/ }).first().click();
    await startOrGoOn(running);
    await see(...names);
    await expectProblem(window, code);
  }
  await expect(window.getByRole('button', { name: 'Sign out and start again' })).toBeVisible();
});

/** From wherever a problem page led to, back to the waiting sign-in. */
async function startOrGoOn(running: RunningApp): Promise<void> {
  const { window } = running;
  const [signedOut, link, waiting] = [window.getByRole('button', { name: 'Signed out, go on' }), window.getByRole('button', { name: 'Link this customer’s account' }), window.getByRole('button', { name: 'Paste address' })];
  await expect(signedOut.or(link).or(waiting).first()).toBeVisible();
  if (await signedOut.isVisible()) await signedOut.click();
  else if (await link.isVisible()) await startSignIn(running);
  await expect(waiting).toBeVisible();
}

test('in front of the customer nothing leads away but the small way back, and nothing is recorded by it', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await newSite(window, 'Maison Dupont');
  await window.getByRole('button', { name: 'Link this customer’s account' }).click();
  await window.getByRole('button', { name: 'Show the customer card' }).click();
  await expect(window.getByText('Practice: nothing here is real', { exact: true })).toBeVisible();
  expect(await window.getByRole('button').allTextContents()).toEqual(['Back to the electrician', 'I agree, continue', 'Not now']);
  for (const keys of ['Control+n', 'Control+f', 'Control+l', 'Enter']) await window.keyboard.press(keys);
  await expect(window.getByRole('button', { name: 'I agree, continue' })).toBeVisible();
  await window.getByRole('button', { name: 'Back to the electrician' }).click();
  await expect(window.getByRole('heading', { name: 'Is this laptop ready?' })).toBeVisible();
  await window.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByText('Site created')).toBeVisible();
  await expect(window.getByText('Consent given', { exact: false })).toHaveCount(0);
});
