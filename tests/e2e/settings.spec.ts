import { offeredLanguages } from '../../electron/contract/languages.ts';
import { languageOf, wordsOf } from '../../electron/shell/words/words.ts';
import { expect, test } from './support/fixtures.ts';
import { firstStart } from './support/steps.ts';

test('settings count at once and are remembered: site mode, colours, the company’s name, the customer’s language', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await window.keyboard.press('Control+,');
  await expect(window.getByText('This build has no updates.')).toBeVisible();
  await window.getByRole('checkbox', { name: /^Site mode/u }).click();
  await expect(window.locator('html')).toHaveAttribute('data-site-mode');
  await window.getByRole('radio', { name: 'Dark' }).click();
  await expect(window.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect.poll(async () => running.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await window.getByLabel('Language of new customers').selectOption('it');
  await window.getByLabel('Name of your company').fill('Rossi Impianti');
  await window.getByRole('button', { name: 'Save name' }).click();
  await expect(window.getByText('Name saved.')).toBeAttached();
  await running.close();
  const again = await laptop.start();
  await expect(again.window.locator('html')).toHaveAttribute('data-site-mode');
  expect(await again.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await again.window.keyboard.press('Control+n');
  await expect(again.window.getByLabel('Language of the customer')).toHaveValue('it');
  await again.window.keyboard.press('Control+,');
  await expect(again.window.getByLabel('Name of your company')).toHaveValue('Rossi Impianti');
});

test('on a system that speaks French menu bar and page speak one language, the customer’s is French, and the menu bar reaches the page', async ({ laptop }) => {
  const running = await laptop.start([], { STANDIN_LOCALE: 'fr-FR' });
  const { window } = running;
  const labels = async (): Promise<readonly string[]> => running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
  await window.locator('form button[type=submit]').waitFor();
  const spoken = languageOf(['fr-FR'], offeredLanguages);
  expect(spoken).toBe('fr');
  await expect(window.locator('html')).toHaveAttribute('lang', spoken);
  expect(await labels()).toContain(wordsOf(spoken).menu.view);

  await window.locator('form input').first().fill('Martin');
  await window.locator('form button[type=submit]').click();
  await window.getByRole('searchbox').waitFor();
  await window.keyboard.press('Control+n');
  await expect(window.locator('select').last()).toHaveValue('fr');
  await running.app.evaluate(({ Menu, BrowserWindow }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('help');
    if (!item) throw new Error('no such entry');
    (item.click as unknown as (item: unknown, window: unknown, event: unknown) => void)(item, BrowserWindow.getAllWindows()[0], {});
  });
  await window.locator('.help-list').waitFor();
  await window.getByRole('searchbox').fill('L-21');
  await window.locator('.help-row').click();
  await expect(window.locator('.problem-code')).toContainText('L-21');
});

test('notifications are off until somebody wants them, and lead to the part of the list that they are about', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await window.keyboard.press('Control+,');
  const wanted = window.getByRole('checkbox', { name: 'Tell me when sites need me' });
  await expect(wanted).not.toBeChecked();
  await wanted.click();
  await expect(wanted).toBeChecked();
  for (const [filter, name] of [['needsMe', /^Needs me/u], ['contractEnding', /^Contract/u]] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one click after the other
    await running.app.evaluate(({ BrowserWindow }, part) => BrowserWindow.getAllWindows()[0]?.webContents.send('liaison:command', { showSites: part }), filter);
    // oxlint-disable-next-line no-await-in-loop -- the same
    await expect(window.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  }
  await running.close();
  const again = await laptop.start();
  await again.window.keyboard.press('Control+,');
  await expect(again.window.getByRole('checkbox', { name: 'Tell me when sites need me' })).toBeChecked();
});
