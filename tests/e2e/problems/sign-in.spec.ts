import { expect, test } from '@playwright/test';
import { walkAs } from '../../authority/customer.ts';
import { claire, marco, pageInBrowser, sharedPractice } from './steps.ts';
import { checked, confirming, endsAlone, endsSignIn, reported } from './table.ts';

const practice = sharedPractice();
const SITE = 'Villa Rossi';

/** On the link screen of a site that is not linked. */
async function openLink(): Promise<string> {
  await practice.openSite(SITE);
  await practice.window().getByRole('button', { name: 'Link this customer’s account' }).click();
  return practice.site(SITE);
}

for (const { fault, code } of endsSignIn) {
  test(`${code}: the sign-in ends on its page with ${fault}`, async () => {
    const siteId = await openLink();
    await practice.play(fault);
    await practice.signIn(await practice.startSignIn(siteId), marco);
    await practice.expectPage(code);
  });
}

test('a server that is busy is looked at again by itself, and one that asks to wait is not asked before', async () => {
  const siteId = await openLink();
  const window = practice.window();
  await practice.play('authorize.temporarily_unavailable');
  await practice.signIn(await practice.startSignIn(siteId), marco);
  await practice.expectPage('L-07');
  await expect(window.getByText('Liaison looks by itself whether Legrand answers again: in', { exact: false })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Start the sign-in again' })).toBeEnabled();
  await practice.get('link.close', undefined);
  await practice.play('token.too_many_requests');
  await practice.signIn(await practice.startSignIn(siteId), marco);
  await practice.expectPage('L-44');
  await expect(window.getByText('Possible in', { exact: false })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Start the sign-in again' })).toBeDisabled();
  await expect(window.getByRole('button', { name: 'Start the sign-in again' })).toBeEnabled({ timeout: 40_000 });
});

for (const { fault, code } of endsAlone) {
  test(`${code}: the sign-in ends by itself with ${fault}`, async () => {
    const siteId = await openLink();
    await practice.play(fault);
    await practice.get('link.start', { siteId });
    await practice.expectPage(code);
  });
}

for (const { fault, page, code } of reported) {
  test(`${code}: the person tells what the browser shows with ${fault}`, async () => {
    const siteId = await openLink();
    await practice.play(fault);
    expect((await walkAs(await practice.startSignIn(siteId), marco)).kind).toBe('page');
    await practice.get('link.reportErrorPage', { page });
    await practice.expectPage(code);
  });
}

for (const { fault, code } of checked) {
  test(`${code}: the check before the sign-in finds ${fault}`, async () => {
    await practice.openSite(SITE);
    await practice.play(fault);
    await practice.window().getByRole('button', { name: 'Link this customer’s account' }).click();
    await practice.window().getByRole('button', { name: /^What to do/ }).first().click();
    await practice.expectPage(code);
  });
}

for (const { fault, code } of confirming) {
  test(`${code}: the step that asks whose home it is leads to its page with ${fault}`, async () => {
    const siteId = await openLink();
    await practice.play(fault);
    await practice.signIn(await practice.startSignIn(siteId), marco);
    await practice.window().getByRole('button', { name: 'What to do' }).first().click();
    await practice.expectPage(code);
  });
}

test('L-34: the page of a return link that is not registered leads to pasting the address', async () => {
  await practice.read('L-30');
  await practice.window().getByRole('button', { name: 'Read L-34' }).click();
  await practice.expectPage('L-34');
});

test('L-62: a full disk stops the sign-in before the browser opens', async () => {
  const siteId = await openLink();
  await practice.play('laptop.disk_full');
  await practice.window().getByRole('button', { name: 'Show the customer card' }).click();
  const before = (await practice.running().openedAddresses()).length;
  await practice.window().getByRole('button', { name: 'I agree, continue' }).click();
  await practice.expectPage('L-62');
  expect((await practice.running().openedAddresses()).length).toBe(before);
  expect(await practice.ask('link.start', { siteId })).toMatchObject({ ok: false, problem: { code: 'L-62', reason: 'full' } });
});

test('L-13, L-84, L-83: what does not belong to a running sign-in is refused, and the sign-in goes on', async () => {
  const address = await practice.startSignIn(await practice.site(SITE));
  const { redirectUri } = await practice.get('profile.view', undefined);
  await practice.running().returnThroughOpenUrl(`${redirectUri}?code=forged&state=forged`);
  await expect.poll(async () => practice.get('link.view', undefined)).toMatchObject({ step: 'waiting', refused: { code: 'L-13' } });
  expect(await practice.ask('link.paste', { address: 'hello' })).toMatchObject({ ok: false, problem: { code: 'L-84' } });
  expect(await practice.ask('app.setMode', { mode: 'real' })).toMatchObject({ ok: false, problem: { code: 'L-83' } });
  // A fault that opens the folder anew would end the customer's sign-in: it is refused, and not switched on.
  expect(await practice.ask('practice.setFault', { fault: 'laptop.open_twice' })).toMatchObject({ ok: false, problem: { code: 'L-83' } });
  expect((await practice.get('practice.view', undefined)).fault).toBe('none');
  await practice.signIn(address, marco);
  await expect.poll(async () => (await practice.get('link.view', undefined)).step).toBe('confirming');
  await practice.get('link.stop', undefined);
  await practice.get('link.close', undefined);
  for (const code of ['L-13', 'L-84', 'L-83'] as const) await practice.read(code);
});

test('L-21, L-23: the sign-in page refuses, nothing comes back, and the page says what to do', async () => {
  for (const [fault, code, said] of [['authorize.wrong_password', 'L-21', 'password is not right'], ['authorize.no_account', 'L-23', 'There is no account']] as const) {
    await practice.play(fault);
    expect(await pageInBrowser(await practice.startSignIn(await practice.site(SITE)), marco)).toContain(said);
    await practice.get('link.stop', undefined);
    await practice.get('link.close', undefined);
    await practice.read(code);
  }
});

test('L-27: somebody who is still signed in comes back at once, and nothing is stored without a yes', async () => {
  await practice.play('authorize.left_signed_in');
  await fetch(await practice.startSignIn(await practice.site(SITE)));
  await expect.poll(async () => (await practice.get('link.view', undefined)).step).not.toMatch(/waiting|exchanging|readingHomes|stored/);
  await practice.get('link.stop', undefined);
  await practice.get('link.close', undefined);
  await practice.read('L-27');
});

test('L-25: “No, another account” ends on its page', async () => {
  const siteId = await openLink();
  await practice.signIn(await practice.startSignIn(siteId), marco);
  await practice.window().getByRole('button', { name: 'No, another account' }).click();
  await practice.expectPage('L-25');
});

test('L-24: the home of another site ends on its page with that site’s name', async () => {
  await practice.link('Maison Dupont', claire);
  const siteId = await openLink();
  await practice.signIn(await practice.startSignIn(siteId), claire);
  await practice.expectPage('L-24');
  await expect(practice.window().getByText('The other site: Maison Dupont')).toBeVisible();
});
