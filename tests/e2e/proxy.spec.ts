import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { selfSigned } from '../authority/certificate.ts';
import { newMark, type TestAuthority } from '../authority/chaos.ts';
import { signInAs } from '../authority/customer.ts';
import { startPasswordProxy, type PasswordProxy } from '../authority/password-proxy.ts';
import { startTlsFront, type TlsFront } from '../authority/tls-front.ts';
import { runtimeName } from '../runtime/launch.ts';
import { filesBelow, filesWithSecret, processesWithSecret } from './support/canary.ts';
import { expect, test as base } from './support/fixtures.ts';
import type { RunningApp } from './support/running-app.ts';
import { backToSite, companyFileOf, confirmHome, expectProblem, firstStart, importCompany, newSite, startSignIn } from './support/steps.ts';

const mark = newMark();
const [userName, password] = [`${mark}martin`, `${mark}pa:ss wörd`];

/** An authority behind TLS, a certificate the laptop's system vouches for, and a proxy that wants a password. */
interface Office {
  readonly authority: TestAuthority;
  readonly front: TlsFront;
  readonly proxy: PasswordProxy;
  /** The running program, in real mode, with a linked site open; the proxy is on its way from now on. */
  readonly running: RunningApp;
}

const test = base.extend<{ office: Office }>({
  office: async ({ laptop }, use) => {
    const certificate = selfSigned();
    const roots = path.join(laptop.elsewhere, 'root.pem');
    writeFileSync(roots, certificate.cert);
    const authority = await laptop.authority({ discovery: false });
    const front = await startTlsFront(certificate, authority.authority.origin);
    const proxy = await startPasswordProxy(userName, password);
    const running = await laptop.start([], { NODE_EXTRA_CA_CERTS: roots });
    await firstStart(running.window);
    await importCompany(running, laptop.elsewhere, companyFileOf(front.origin, authority.options));
    await newSite(running.window, 'Maison Dupont');
    const address = await startSignIn(running);
    const returned = await signInAs(address.replace(front.origin, authority.authority.origin), authority.authority.customers()[0]!);
    await running.returnThroughOpenUrl(returned);
    await confirmHome(running.window);
    await backToSite(running.window, 'Maison Dupont');
    await running.app.evaluate((_electron, origin) => void (process.env['STANDIN_PROXY'] = origin), proxy.origin);
    await use({ authority, front, proxy, running });
    await Promise.all([front.close(), proxy.close()]);
  },
});

test.skip(runtimeName() !== 'stand-in', 'Electron takes the proxy and the roots of the system');

async function enterPassword({ window }: RunningApp, secret: string): Promise<void> {
  await window.getByRole('button', { name: 'What to do' }).click();
  await window.getByRole('button', { name: 'Enter the proxy’s password' }).click();
  await window.getByLabel('User name').fill(userName);
  await window.getByLabel('Password', { exact: true }).fill(secret);
  await window.getByRole('button', { name: 'Use this password' }).click();
  await expect(window.getByText('You can try again now.').last()).toBeVisible();
  await window.getByRole('button', { name: 'Back', exact: true }).click();
}

const press = async ({ window }: RunningApp, name: string): Promise<void> => window.getByRole('button', { name }).click();
const tokenRequests = ({ authority: { authority } }: Office): number => authority.requests().filter(({ path: route }) => route === '/token').length;

test('behind a proxy that wants a password nothing is sent until it was typed in; then the renewal works', async ({ office, laptop }) => {
  const { running, proxy } = office;
  const before = tokenRequests(office);
  await press(running, 'Renew now');
  await expectProblem(running.window, 'L-53');
  expect(tokenRequests(office)).toBe(before);

  await enterPassword(running, password);
  await press(running, 'Renew now');
  await expect(running.window.getByText('Renewed: 90 more days.').first()).toBeAttached();
  expect(tokenRequests(office)).toBe(before + 1);
  await press(running, 'Check now');
  await expect(running.window.getByText('Checked: the link was proven just now.').first()).toBeAttached();
  expect(proxy.asked.every(({ what }) => what.startsWith('CONNECT localhost:'))).toBe(true);

  expect(processesWithSecret([mark])).toEqual([]);
  expect(await running.window.content()).not.toContain(mark);
  await running.close();
  expect(filesWithSecret(laptop.folder, [mark])).toEqual([]);
  expect(running.output()).not.toContain(mark);
  console.log(`proxy's password: ${String(filesBelow(laptop.folder).length)} files, output and processes scanned, 0 hits`);
});

test('a wrong password is shown to the proxy once, and the page asks again', async ({ office }) => {
  const { running, proxy } = office;
  const before = tokenRequests(office);
  await press(running, 'Renew now');
  await enterPassword(running, `${mark}wrong`);
  await press(running, 'Renew now');
  await expectProblem(running.window, 'L-53');
  expect(proxy.asked.map(({ passed }) => passed)).toEqual([false, false, false]);
  await press(running, 'Renew now');
  await expect.poll(() => proxy.asked.length).toBe(4);
  expect(tokenRequests(office)).toBe(before);
  await enterPassword(running, password);
  await press(running, 'Renew now');
  await expect(running.window.getByText('Renewed: 90 more days.').first()).toBeAttached();
  expect(tokenRequests(office)).toBe(before + 1);
});
