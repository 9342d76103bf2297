import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { filesWithSecret } from './support/canary.ts';
import { expect, test, type Laptop } from './support/fixtures.ts';
import { companyFileOf, expectProblem, firstStart, importCompany, newSite, offerFile, type CompanyFile } from './support/steps.ts';
import { runtimeName } from '../runtime/launch.ts';
import { signInAs } from '../authority/customer.ts';
import { confirmHome, startSignIn } from './support/steps.ts';

const good: CompanyFile = {
  authorizationServer: 'https://partners-login.eliotbylegrand.com', clientId: 'a-company', clientSecret: 'CANARY-secret-of-a-file', redirectUri: 'liaison://auth/callback',
};
const without = (member: string): string => JSON.stringify({ liaisonCompanyFile: 1, ...Object.fromEntries(Object.entries(good).filter(([name]) => name !== member)) });
const damaged: readonly (readonly [name: string, content: string, field: string | null])[] = [
  ['damaged JSON', '{"liaisonCompanyFile":1,', null],
  ['an unknown member', JSON.stringify({ liaisonCompanyFile: 1, ...good, surprise: 1 }), 'surprise'],
  ['a missing secret', without('clientSecret'), 'clientSecret'],
  ['http off loopback', JSON.stringify({ liaisonCompanyFile: 1, ...good, authorizationServer: 'http://example.com' }), 'authorizationServer'],
  ['a redirect URI of another program', JSON.stringify({ liaisonCompanyFile: 1, ...good, redirectUri: 'mailto:somebody' }), 'redirectUri'],
];

for (const [name, content, field] of damaged) {
  test(`a company file with ${name} is refused with the entry named, and nothing is stored`, async ({ laptop }) => {
    const running = await laptop.start();
    const { window } = running;
    await firstStart(window);
    await offerFile(running, laptop.elsewhere, content);
    await window.getByRole('button', { name: 'Set up for real' }).click();
    await window.getByRole('button', { name: 'Import company file' }).click();
    await expect(window.getByText('L-80', { exact: false }).first()).toBeVisible();
    await expect(window.getByText('nothing here is real', { exact: false })).toBeVisible();
    await window.getByRole('button', { name: 'What to do' }).first().click();
    await expectProblem(window, 'L-80');
    if (field) await expect(window.getByText(`The entry concerned: ${field}`)).toBeVisible();
    await running.close();
    expect(filesWithSecret(laptop.folder, [good.clientSecret])).toEqual([]);
  });
}

async function linkedLaptop(laptop: Laptop): Promise<void> {
  const { authority, options } = await laptop.authority();
  const running = await laptop.start();
  await firstStart(running.window);
  await importCompany(running, laptop.elsewhere, companyFileOf(authority.origin, options));
  await newSite(running.window, 'Maison Dupont');
  await running.returnThroughOpenUrl(await signInAs(await startSignIn(running), authority.customers()[0]!));
  await confirmHome(running.window);
  await running.close();
}

test('a damaged database is set aside and told, and the program works on', async ({ laptop }) => {
  await linkedLaptop(laptop);
  const real = path.join(laptop.folder, 'real');
  writeFileSync(path.join(real, 'liaison.db'), 'this is no database');
  const { window } = await laptop.start();
  await expect(window.getByText('L-63', { exact: true })).toBeVisible();
  expect(readdirSync(real).some((name) => name !== 'liaison.db' && name.startsWith('liaison') && name.includes('db'))).toBe(true);
  await newSite(window, 'Villa Rossi');
});

test('damaged credentials are told as damage, not as missing, and nothing is overwritten', async ({ laptop }) => {
  await linkedLaptop(laptop);
  const file = path.join(laptop.folder, 'real', 'liaison.db');
  const read = (): unknown => {
    const db = new DatabaseSync(file);
    const row = db.prepare('SELECT hex(sealed_client_secret) AS secret FROM profile').get();
    db.close();
    return row?.['secret'];
  };
  const db = new DatabaseSync(file);
  db.exec("UPDATE profile SET sealed_client_secret = x'00112233'");
  db.close();
  const running = await laptop.start();
  const { window } = running;
  await newSite(window, 'Villa Rossi');
  await window.getByRole('button', { name: 'Link this customer’s account' }).click();
  await window.getByRole('button', { name: 'What to do Company credentials' }).click();
  await expectProblem(window, 'L-63');
  await running.close();
  expect(read()).toBe('00112233');
});

test('without the system’s key store no sign-in is started, and the site book works', async ({ laptop }) => {
  test.skip(runtimeName() === 'electron', 'only the stand-in can take the key store away');
  const running = await laptop.start([], { STANDIN_KEYRING: 'none' });
  const { window } = running;
  await firstStart(window);
  await newSite(window, 'Maison Dupont');
  await expect(window.getByText('L-60', { exact: true })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Link this customer’s account' })).toBeDisabled();
  await window.getByRole('button', { name: 'What to do' }).first().click();
  await expectProblem(window, 'L-60');
});
