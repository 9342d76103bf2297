import type { Page } from '@playwright/test';
import { signInAs } from '../authority/customer.ts';
import { expect, test } from './support/fixtures.ts';
import { confirmHome, expectProblem, firstStart, newSite, startSignIn } from './support/steps.ts';

const invented = { email: 'claire.dupont@example.com', password: 'Practice-2468' };

test('a first start opens in practice and the whole job can be done with the invented customer', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await expect(window).toHaveTitle('PRACTICE: Liaison');
  await newSite(window, 'Maison Dupont');
  const returned = await signInAs(await startSignIn(running), invented);
  await fetch(returned);
  await confirmHome(window);
  await running.close();
  const again = await laptop.start();
  await again.window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await again.window.getByRole('button', { name: 'Renew now' }).click();
  await expect(again.window.getByText('Renewed: 90 more days.').first()).toBeAttached();
});

test('a fault chosen in the practice panel ends on its problem page', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await newSite(window, 'Maison Dupont');
  await window.getByRole('button', { name: 'Practice panel' }).click();
  await window.getByRole('button', { name: 'The company’s secret has expired' }).click();
  await expect(window.getByText('Fault on: The company’s secret has expired')).toBeVisible();
  await window.getByRole('button', { name: 'Back' }).first().click();
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await fetch(await signInAs(await startSignIn(running), invented));
  await expectProblem(window, 'L-16');
});

/** Presses Tab until the button has the focus; decisions are never on Enter alone. */
async function tabTo(window: Page, name: string): Promise<void> {
  const button = window.getByRole('button', { name });
  await button.waitFor();
  for (let presses = 0; presses < 20; presses += 1) {
    await window.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reaches “${name}”`);
}

test('the whole job can be done by keyboard alone', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await window.getByLabel('Name of your company').focus();
  await window.keyboard.type('Martin');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Sites', exact: true })).toBeVisible();
  await window.keyboard.press('Control+n');
  await window.getByLabel('Name of the site').waitFor();
  await expect(window.getByLabel('Name of the site')).toBeFocused();
  await window.keyboard.type('Maison Dupont');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Maison Dupont' })).toBeVisible();
  await window.keyboard.press('Control+l');
  await expect(window.getByText('Ready. Call the customer.')).toBeVisible();
  await window.keyboard.press('Enter');
  await tabTo(window, 'I agree, continue');
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await running.openedAddresses()).length).toBe(1);
  await fetch(await signInAs((await running.openedAddresses())[0] ?? '', invented));
  await window.getByRole('checkbox', { name: /^We read/ }).focus();
  await window.keyboard.press('Space');
  await tabTo(window, 'Yes, this is our home');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Linked and proven' })).toBeVisible();
});
