import os from 'node:os';
import { expect, test } from '@playwright/test';
import { offerFile } from '../support/steps.ts';
import { claire, hannah, marco, sharedPractice } from './steps.ts';
import { barred, linked } from './table.ts';

const practice = sharedPractice();
const SITE = 'Maison Dupont';

for (const { fault, code } of barred) {
  test(`${code}: a bar above the sites leads to its page with ${fault}, and all is well afterwards`, async () => {
    await practice.link(SITE, claire);
    await practice.play(fault);
    await practice.window().reload();
    await expect(practice.window().getByText(code, { exact: true }).first()).toBeVisible();
    await practice.window().getByRole('button', { name: 'What to do' }).first().click();
    await practice.expectPage(code);
    await practice.play('none');
    expect((await practice.get('app.start', undefined)).storageProblem).toBeNull();
    expect((await practice.get('sites.get', { siteId: await practice.site(SITE) })).link).not.toBeNull();
  });
}

for (const { fault, asked, code } of linked) {
  test(`${code}: the page of a linked site leads to it with ${fault}`, async () => {
    const siteId = await practice.link(SITE, claire);
    await practice.play(fault);
    if (asked !== 'nothing') await practice.ask(`link.${asked}`, { siteId });
    await practice.openSite(SITE);
    await practice.window().getByRole('button', { name: 'What to do' }).first().click();
    await practice.expectPage(code);
  });
}

test('a link that is 61 days old is renewed by itself when the laptop is online again', async () => {
  const siteId = await practice.link(SITE, claire);
  await practice.play('time.days_61_offline');
  const age = async (): Promise<number> => Date.now() - ((await practice.get('sites.get', { siteId })).link?.renewedAt ?? 0);
  expect(await age()).toBeGreaterThan(61 * 86_400_000);
  await practice.play('none');
  await expect.poll(age, { timeout: 20_000 }).toBeLessThan(600_000);
});

test('L-68: a link that lives on another laptop is not used here', async () => {
  await practice.link(SITE, claire);
  await practice.openSite(SITE);
  await practice.play('laptop.link_copied');
  await practice.window().getByRole('button', { name: 'Renew now' }).click();
  await practice.window().getByRole('button', { name: 'What to do' }).first().click();
  await practice.expectPage('L-68');
});

test('L-53: the invented proxy is content with any password, and the real one never hears of it', async () => {
  await practice.link(SITE, claire);
  await practice.openSite(SITE);
  await practice.play('network.proxy_password');
  const window = practice.window();
  await window.getByRole('button', { name: 'Renew now' }).click();
  await window.getByRole('button', { name: 'What to do' }).first().click();
  await practice.expectPage('L-53');
  await window.getByRole('button', { name: 'Enter the proxy’s password' }).click();
  await window.getByLabel('User name').fill('somebody');
  await window.getByLabel('Password', { exact: true }).fill('anything');
  await window.getByRole('button', { name: 'Use this password' }).click();
  await expect(window.getByText('You can try again now', { exact: false }).first()).toBeVisible();
  expect((await practice.get('practice.view', undefined)).fault).toBe('none');
});

test('L-14: an answer that nobody waits for is told once', async () => {
  const { redirectUri } = await practice.get('profile.view', undefined);
  await practice.running().returnThroughOpenUrl(`${redirectUri}?code=old&state=old`);
  await practice.window().reload();
  await practice.window().getByRole('button', { name: 'What to do' }).first().click();
  await practice.expectPage('L-14');
});

test('L-80: a file that is no company file is refused with its page', async () => {
  const window = practice.window();
  await window.reload();
  await offerFile(practice.running(), os.tmpdir(), '{"liaisonCompanyFile":1,');
  await window.getByRole('button', { name: 'Set up for real' }).click();
  await window.getByRole('button', { name: 'Import company file' }).click();
  await window.getByRole('button', { name: 'What to do' }).first().click();
  await practice.expectPage('L-80');
});

test('L-86: a file that is no day list is refused with its page, and the same file can be chosen again', async () => {
  const window = practice.window();
  await window.reload();
  await window.getByRole('button', { name: 'Import day list' }).click();
  const file = { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('1;2;3') };
  await window.locator('input[type=file]').setInputFiles(file);
  await expect(window.getByText('No column was understood.', { exact: false })).toBeVisible();
  await window.getByRole('button', { name: 'What to do' }).first().click();
  await practice.expectPage('L-86');
  await window.getByRole('button', { name: 'Back' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Import a day list' })).toBeVisible();
});

test('L-81: a request that main does not understand changes nothing and has its page', async () => {
  expect(await practice.ask('sites.get', { siteId: 'nobody' })).toMatchObject({ ok: false, problem: { code: 'L-81' } });
  expect(await practice.ask('practice.setFault', { fault: 'elephant' } as never)).toMatchObject({ ok: false, problem: { code: 'L-81' } });
  await practice.read('L-81');
});

test('what practice plays is not told in reality', async () => {
  await practice.play('laptop.synchronised_folder');
  expect((await practice.get('app.start', undefined)).notices.map(({ code }) => code)).toContain('L-64');
  await practice.get('app.setMode', { mode: 'real' });
  const real = await practice.get('app.start', undefined);
  expect([real.mode, real.notices, real.storageProblem]).toEqual(['real', [], null]);
  expect(await practice.ask('practice.view', undefined)).toMatchObject({ ok: false, problem: { code: 'L-81' } });
  await practice.get('app.setMode', { mode: 'practice' });
});

// The last one: the company stays the suspect until a link is renewed.
test('L-17: three links that are refused together are held against the company, not against the customers', async () => {
  for (const [name, person] of [[SITE, claire], ['Villa Rossi', marco], ['Haus Weber', hannah]] as const) await practice.link(name, person);
  await practice.play('token.invalid_grant');
  await practice.get('renewals.start', { scope: 'all' });
  await expect.poll(async () => (await practice.get('app.start', undefined)).companyProblem?.code, { timeout: 20_000 }).toBe('L-17');
  await practice.window().reload();
  await practice.window().getByRole('button', { name: 'What to do' }).first().click();
  await practice.expectPage('L-17');
});
