import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { companyFileOf, firstStart } from './support/steps.ts';

/** Drops a file onto the window, as the browser tells it the page. */
async function drop(window: Page, name: string, text: string): Promise<void> {
  await window.evaluate(([fileName, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], fileName));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, [name, text] as const);
}

test('a company file that is dropped onto the window is asked for once and then used; a bad one leads to L-80 and changes nothing', async ({ laptop }) => {
  const { authority, options } = await laptop.authority();
  const { window } = await laptop.start();
  await firstStart(window);
  await drop(window, 'holiday.png', 'picture');
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await drop(window, 'acme.liaison', '{"liaisonCompanyFile":1}');
  await window.getByRole('button', { name: 'Use this file' }).click();
  await expect(window.getByRole('dialog').getByText('L-80')).toBeVisible();
  await window.getByRole('button', { name: 'Cancel' }).click();

  await drop(window, 'acme.liaison', JSON.stringify({ liaisonCompanyFile: 1, ...companyFileOf(authority.origin, options) }));
  await expect(window.getByRole('dialog').getByText('acme.liaison')).toBeVisible();
  await window.getByRole('button', { name: 'Use this file' }).click();
  await expect(window.getByRole('heading', { name: 'Company credentials' })).toBeVisible();
  await expect(window.getByText(options.redirectUri).first()).toBeVisible();
  expect(await window.content()).not.toContain(options.mark);
});
