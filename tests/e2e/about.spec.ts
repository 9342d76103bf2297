import { expect, test } from './support/fixtures.ts';
import { chooseInMenu } from './support/menu.ts';
import { firstStart } from './support/steps.ts';

test('the licences of all parts are read without a network, from the menu bar and from the settings', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await chooseInMenu(running, 'about');
  await expect(window.getByRole('heading', { level: 1, name: 'About Liaison' })).toBeFocused();
  const licences = window.getByRole('region', { name: 'Licences' });
  await licences.getByText(/^Liaison MIT$/u).click();
  await expect(licences.getByText(/Permission is hereby granted, free of charge/u).first()).toBeVisible();
  await licences.getByText(/^react \d/u).click();
  await expect(licences.getByText(/Meta Platforms/u).first()).toBeVisible();
  await expect(window.getByText('Node.js')).toBeVisible();
  await window.getByRole('button', { name: 'Back' }).click();
  await expect(window.getByRole('heading', { name: 'Sites', exact: true })).toBeVisible();
  await window.keyboard.press('Control+,');
  await window.getByRole('button', { name: 'About Liaison' }).click();
  await window.getByRole('button', { name: 'Back' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});
