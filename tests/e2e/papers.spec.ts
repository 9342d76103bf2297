import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { CustomerLanguage } from '../../renderer/i18n/cards/types.ts';
import { signInAs } from '../authority/customer.ts';
import { unzip } from '../authority/unzip.ts';
import { filesWithSecret } from './support/canary.ts';
import { expect, test, type Laptop } from './support/fixtures.ts';
import { needsPoppler, readPdf } from './support/pdf.ts';
import type { RunningApp } from './support/running-app.ts';
import { companyFileOf, confirmHome, expectProblem, firstStart, importCompany, newSite, startSignIn } from './support/steps.ts';

const SITE = 'Maison Dupont';
const ADDRESS = '12 rue des Lilas, 87000 Limoges';
const CUSTOMER = 'Mme Dupont-Lavergne';
/** A folder that nobody can write into, not even root. */
const REFUSING = '/proc';

const press = async (window: Page, name: string | RegExp): Promise<void> => window.getByRole('button', { name }).first().click();

interface Linked {
  readonly running: RunningApp;
  readonly window: Page;
  readonly email: string;
  /** What must stand on no paper. */
  readonly secrets: readonly string[];
}

/** A laptop with one linked site; ends on Done. */
async function linked(laptop: Laptop): Promise<Linked> {
  const { authority, options } = await laptop.authority();
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await importCompany(running, laptop.elsewhere, companyFileOf(authority.origin, options));
  await newSite(window, SITE, ADDRESS, CUSTOMER);
  const person = authority.customers()[0]!;
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), person));
  await confirmHome(window);
  return { running, window, email: person.email, secrets: [person.email, person.password, options.clientSecret, options.subscriptionKey, options.clientId] };
}

/** Lets the system's save dialog answer with `file`, and keeps what it was asked. */
async function answerSave({ app }: RunningApp, file: string): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog, shell }, chosen) => {
    const asked: string[] = [];
    Object.assign(globalThis, { askedToSave: asked });
    dialog.showSaveDialog = (async (_window: unknown, options: { readonly defaultPath?: string }) => {
      asked.push(options.defaultPath ?? '');
      return { canceled: false, filePath: chosen };
    }) as typeof dialog.showSaveDialog;
    const opened: string[] = [];
    Object.assign(globalThis, { openedFiles: opened });
    shell.openPath = async (name: string) => (opened.push(name), '');
  }, file);
  return async () => app.evaluate(() => (globalThis as unknown as { askedToSave: string[] }).askedToSave);
}

/** The customer reads another language from now on; the app goes on in English. */
async function speakTo(page: Page, language: CustomerLanguage): Promise<void> {
  await page.evaluate(async (wanted) => {
    const listed = await window.liaison.call('sites.list', { query: '', offset: 0, limit: 1 });
    const siteId = listed.ok ? listed.value.rows[0]?.id ?? '' : '';
    const site = await window.liaison.call('sites.get', { siteId });
    if (!site.ok) throw new Error('no site');
    const { name, address, customerName } = site.value;
    await window.liaison.call('sites.update', { siteId, name, address, customerName, customerLanguage: wanted });
  }, language);
}

async function toPapers(window: Page): Promise<void> {
  await window.getByRole('button', { name: new RegExp(SITE, 'u') }).first().click();
  await press(window, 'Papers and contract');
}

test('from Done to the customer’s paper: A4, tagged, in the customer’s language, with what was proven and without any secret', async ({ laptop }) => {
  needsPoppler();
  const { running, window, secrets } = await linked(laptop);
  await speakTo(window, 'fr');
  await press(window, 'Make hand-over pack');
  await expect(window.getByRole('heading', { name: 'Remise de l’installation' })).toBeVisible();
  await window.getByLabel('Your telephone number on the paper').fill('05 55 01 02 03');
  await press(window, 'Keep number');
  await expect(window.getByText('Appelez-nous : 05 55 01 02 03.')).toBeVisible();
  const file = path.join(laptop.elsewhere, 'chosen.pdf');
  const asked = await answerSave(running, file);
  await press(window, 'Save as PDF');
  await expect(window.getByText('Saved as chosen.pdf.').first()).toBeVisible();
  expect((await asked())[0]).toMatch(/^Remise Maison Dupont \d{4}-\d{2}-\d{2}\.pdf$/u);

  const pdf = readPdf(file);
  expect(pdf).toMatchObject({ title: `Remise de l’installation: ${SITE}`, tagged: true, languages: ['fr'], missingFonts: [] });
  expect([pdf.size.endsWith('(A4)'), pdf.fonts > 0, pdf.pages]).toEqual([true, true, 2]);
  for (const text of [CUSTOMER, ADDRESS, 'Martin Électricité', 'Votre compte Legrand est lié à Martin Électricité.', 'c…t@', 'Comment l’arrêter', 'Votre accord', 'Signatures', 'Page 1 sur 2', 'Page 2 sur 2']) expect(pdf.text).toContain(text);
  for (const secret of secrets) expect(pdf.text).not.toContain(secret);
  expect(pdf.text).not.toMatch(/[\w.+-]{2,}@[\w-]+\.\w+|eyJ[\w-]{10}/u);

  // The page is itself again, and the file opens on request.
  expect(await window.evaluate(() => [document.title, document.documentElement.lang])).toEqual(['Liaison', 'en']);
  await press(window, 'Open the PDF');
  expect(await running.app.evaluate(() => (globalThis as unknown as { openedFiles: string[] }).openedFiles)).toEqual([file]);
});

test('the papers are in each customer’s language, whatever the app speaks, and in an embedded font', async ({ laptop }) => {
  needsPoppler();
  const { running, window } = await linked(laptop);
  const words = { de: 'So beenden Sie es', it: 'Come interromperlo', es: 'Cómo terminarlo', nl: 'Zo beëindigt u het', en: 'How to stop it' } as const;
  await press(window, `Back to ${SITE}`);
  for (const [language, text] of Object.entries(words)) {
    const file = path.join(laptop.elsewhere, `${language}.pdf`);
    // oxlint-disable no-await-in-loop -- one window prints one paper after the other
    await speakTo(window, language as keyof typeof words);
    await window.keyboard.press('Control+e');
    await expect(window.getByRole('heading', { name: text })).toBeVisible();
    await answerSave(running, file);
    await press(window, 'Save as PDF');
    await expect(window.getByText(`Saved as ${language}.pdf.`).first()).toBeVisible();
    await press(window, 'Back');
    // oxlint-enable no-await-in-loop
    const pdf = readPdf(file);
    expect([pdf.languages, pdf.text.includes(text), pdf.missingFonts, pdf.tagged]).toEqual([[language], true, [], true]);
  }
});

test('the paper says of each check when it is passed, in the customer’s language, and why one failed', async ({ laptop }) => {
  const { window } = await linked(laptop);
  await press(window, `Back to ${SITE}`);
  await press(window, 'Visit');
  await window.getByRole('group', { name: 'Result of “Distribution board labelled”' }).getByRole('button', { name: 'Failed', exact: true }).click();
  await window.getByLabel('What is wrong?').fill('Two labels are missing, ask anna@example.com');
  await window.getByRole('textbox', { name: 'Notes' }).click();
  await expect(window.getByText('1 of 10')).toBeVisible();
  await speakTo(window, 'fr');
  await window.keyboard.press('Control+e');
  const row = window.getByRole('row').filter({ hasText: 'Tableau électrique repéré' });
  await expect(row).toContainText('Chaque circuit porte une étiquette lisible, et la liste est dans le tableau.');
  await expect(row).toContainText('Remarque : Two labels are missing, ask');
  await expect(row).not.toContainText('anna@example.com');
});

test('papers that are not handed over are not forgotten, and the tick is told in the history', async ({ laptop }) => {
  const { window } = await linked(laptop);
  await press(window, `Back to ${SITE}`);
  await expect(window.getByText('The customer has no papers for this link yet.')).toBeVisible();
  await press(window, 'Papers and contract');
  await window.getByRole('checkbox', { name: 'Papers handed over' }).click();
  await expect(window.getByText(/^Handed over on /u)).toBeVisible();
  await press(window, 'Link');
  await expect(window.getByText('The customer has no papers for this link yet.')).toBeHidden();
  await expect(window.getByRole('listitem').filter({ hasText: 'Papers handed over' })).toBeVisible();
});

test('L-70: a folder that takes no file keeps the former paper whole and leaves nothing behind, and the page says where the data are', async ({ laptop }) => {
  test.skip(process.platform !== 'linux', 'needs a folder that refuses even root');
  const { running, window } = await linked(laptop);
  await press(window, 'Make hand-over pack');
  const former = path.join(laptop.elsewhere, 'former.pdf');
  writeFileSync(former, 'former');
  await answerSave(running, path.join(REFUSING, 'hand-over.pdf'));
  await press(window, 'Save as PDF');
  await expect(window.getByText('L-70')).toBeVisible();
  expect([existsSync(path.join(REFUSING, 'hand-over.pdf')), readdirSync(REFUSING).filter((name) => name.endsWith('.part')), readFileSync(former, 'utf8')]).toEqual([false, [], 'former']);
  expect(await window.evaluate(() => document.title)).toBe('Liaison');
  await press(window, 'What to do');
  await expectProblem(window, 'L-70');
  await expect(window.getByText('All data are safe: they are in Liaison, on the page of the site.', { exact: false }).first()).toBeVisible();
});

test('a paper is printed by its key, and a closed dialog is no problem', async ({ laptop }) => {
  const { running, window } = await linked(laptop);
  await press(window, 'Make hand-over pack');
  await expect(window.getByRole('button', { name: 'Print' })).toBeVisible();
  const button = window.getByRole('button', { name: 'Print' });
  /** Presses the key; the dialog is answered so. */
  const print = async (done: boolean, reason: string): Promise<void> => {
    await running.app.evaluate(({ BrowserWindow }, [success, why]) => {
      Object.assign(globalThis, { hasPrinted: false });
      const answer = (_options: unknown, callback: (ok: boolean, because: string) => void): void => {
        Object.assign(globalThis, { hasPrinted: true });
        callback(success, why);
      };
      Object.assign(BrowserWindow.getAllWindows()[0]!.webContents, { print: answer });
    }, [done, reason] as const);
    await window.keyboard.press('Control+p');
    await expect.poll(async () => running.app.evaluate(() => (globalThis as unknown as { hasPrinted: boolean }).hasPrinted)).toBe(true);
    await expect(button).toBeEnabled();
  };
  await print(false, 'Print job canceled');
  await expect(window.getByText('L-70')).toBeHidden();
  await print(true, '');
  await expect(window.getByText('Sent to the printer.').first()).toBeVisible();
  await print(false, 'Invalid printer settings');
  await expect(window.getByText('L-70')).toBeVisible();
});

test('the end of a contract: the link is deleted, the letter says so, the guest stays an open point, and the contract can be opened again', async ({ laptop }) => {
  needsPoppler();
  const { running, window } = await linked(laptop);
  await press(window, `Back to ${SITE}`);
  await speakTo(window, 'de');
  await press(window, 'Papers and contract');
  await window.getByLabel('Contract ends on').fill('2026-01-31');
  await press(window, 'Save date');
  await expect(window.getByText('The contract ended on 31 January 2026.', { exact: false })).toBeVisible();
  await press(window, 'End the contract');
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByText('Legrand describes no way to withdraw the permission from here.', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'End the contract' }).click();
  await expect(window.getByRole('heading', { name: 'The contract has ended' })).toBeVisible();

  await press(window, 'Make the letter');
  const file = path.join(laptop.elsewhere, 'letter.pdf');
  await answerSave(running, file);
  await press(window, 'Save as PDF');
  await expect(window.getByText('Saved as letter.pdf.').first()).toBeVisible();
  const pdf = readPdf(file);
  expect(pdf).toMatchObject({ pages: 1, tagged: true, languages: ['de'], missingFonts: [], title: `Die Verknüpfung mit Ihrem Legrand-Konto ist beendet: ${SITE}` });
  for (const text of ['haben wir die Verknüpfung mit Ihrem Legrand-Konto beendet', 'Unbenutzt endet sie nach 90 Tagen von selbst', 'als Gast', 'Unterschrift']) expect(pdf.text).toContain(text);

  await press(window, 'Back');
  await window.getByRole('checkbox', { name: 'Removed as guest in Legrand’s app' }).click();
  await expect(window.getByText(/^Ticked on /u)).toBeVisible();
  await press(window, 'Visit');
  await expect(window.getByText('The contract with this customer ended on', { exact: false })).toBeVisible();
  await press(window, 'Open the contract again');
  await press(window, 'Link');
  await expect(window.getByRole('button', { name: 'Link this customer’s account' })).toBeVisible();
  for (const event of ['Contract ended', 'Contract opened again', 'Link ended on this laptop', 'Document saved']) await expect(window.getByRole('listitem').filter({ hasText: event }).first()).toBeVisible();
});

test('a customer who is erased is in no file of the data folder any more: name, address, e-mail, home', async ({ laptop }) => {
  const { running, window, email } = await linked(laptop);
  await press(window, `Back to ${SITE}`);
  const account = (await window.locator('.facts dd').first().textContent()) ?? '';
  const marks = [SITE, SITE.toLowerCase(), ADDRESS, CUSTOMER, email, account];
  expect(filesWithSecret(laptop.folder, marks).length).toBeGreaterThan(0);
  await press(window, 'Papers and contract');
  await press(window, 'End the contract');
  await window.getByRole('radio', { name: /^Erase it/u }).check();
  await press(window, 'Go on to erasing');
  await press(window, 'Erase for good');
  await expect(window.getByText('Erased. Nothing of this customer is in the site book any more.').first()).toBeVisible();
  const ours = (files: readonly string[]): readonly string[] => files.filter((file) => /liaison\.db|snapshots|photos|preferences|logs/u.test(file));
  expect(ours(filesWithSecret(laptop.folder, marks))).toEqual([]);
  await running.close();
  expect(ours(filesWithSecret(laptop.folder, marks))).toEqual([]);
  const again = await laptop.start();
  await expect(again.window.getByRole('heading', { name: 'Sites', exact: true })).toBeVisible();
  expect(again.output()).not.toContain(SITE);
  await expect(again.window.getByText(SITE)).toBeHidden();
});

test('a contract that ends within two months is spoken of, and the papers can be reached from there', async ({ laptop }) => {
  const { window } = await linked(laptop);
  await press(window, `Back to ${SITE}`);
  const day = new Date(Date.now() + 20 * 86_400_000);
  const text = [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
  await press(window, 'Papers and contract');
  await window.getByLabel('Contract ends on').fill(text);
  await press(window, 'Save date');
  await press(window, 'Link');
  await expect(window.getByText('The contract ends in 20 days', { exact: false })).toBeVisible();
  await press(window, 'Papers and contract');
  await toPapers(window);
  await expect(window.getByRole('heading', { name: 'Hand-over pack' })).toBeVisible();
});

test('a customer who asks gets everything that is kept in one file, without a secret; nothing is erased by itself, but the page asks when the time is over', async ({ laptop }) => {
  const { running, window, secrets } = await linked(laptop);
  await press(window, `Back to ${SITE}`);
  await press(window, 'Papers and contract');
  const file = path.join(laptop.elsewhere, 'customer.zip');
  const asked = await answerSave(running, file);
  await press(window, 'Export this customer’s file');
  await expect(window.getByText('Saved as customer.zip.').first()).toBeVisible();
  expect(path.basename((await asked())[0] ?? '')).toMatch(/^Customer file Maison Dupont .*\.zip$/u);
  const entries = await unzip(file);
  expect([...entries.keys()]).toEqual(['customer.txt', 'customer.json']);
  const everything = [...entries.values()].map((bytes) => bytes.toString('utf8')).join('\n');
  for (const mark of [SITE, ADDRESS, CUSTOMER, 'What Martin Électricité keeps about you']) expect(everything).toContain(mark);
  for (const secret of secrets) expect(everything).not.toContain(secret);

  await press(window, 'End the contract');
  await window.getByRole('dialog').getByRole('button', { name: 'End the contract' }).click();
  await expect(window.getByRole('heading', { name: 'The contract has ended' })).toBeVisible();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('Control+,');
  await window.getByRole('radio', { name: 'After 3 years' }).click();
  await expect(window.getByRole('radio', { name: 'After 3 years' })).toBeChecked();
  await press(window, 'Back to sites');
  await press(window, SITE);
  await expect(window.getByText(/^This file is kept until /u)).toBeVisible();
});
