import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startIndependentAuthority } from '../authority/independent.ts';
import { filesWithSecret } from './support/canary.ts';
import { expect, test } from './support/fixtures.ts';
import { firstStart, importCompany, newSite, sayYes, startSignIn } from './support/steps.ts';

const redirectUri = 'com.example.liaison:/auth/callback';

test('the same flow against a server we did not write: link, renew after a restart, and reuse is detected there', async ({ laptop }) => {
  const authority = await startIndependentAuthority({ redirectUri });
  const { origin, clientId, clientSecret } = authority;
  const running = await laptop.start();
  await firstStart(running.window);
  await importCompany(running, laptop.elsewhere, { authorizationServer: origin, clientId, clientSecret, redirectUri });
  await newSite(running.window, 'Maison Dupont');
  const returned = await authority.walk(await startSignIn(running));
  expect(await running.returnThroughSecondProcess(returned)).toBe(0);
  // No subscription key: the account is confirmed without homes, and the site says so.
  await sayYes(running.window);
  await expect(running.window.getByRole('heading', { name: 'Linked, homes not readable' })).toBeVisible();
  await running.close();
  const [real, backup] = [path.join(laptop.folder, 'real'), path.join(laptop.elsewhere, 'backup')];
  cpSync(real, backup, { recursive: true });

  const { window, close } = await laptop.start();
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  for (let renewals = 1; renewals <= 2; renewals += 1) {
    await window.getByRole('button', { name: 'Renew now' }).click();
    await expect.poll(() => authority.sightings().requests).toBe(1 + renewals);
    await expect(window.getByText('Renewed: 90 more days.').first()).toBeAttached();
  }
  expect(authority.sightings()).toEqual({ requests: 3, secretInBody: 3, authorizationHeader: 0, reuseDetected: 0 });
  await close();

  // An old disk image comes back: its token was replaced twice, and the server notices.
  rmSync(real, { recursive: true });
  cpSync(backup, real, { recursive: true });
  const old = await laptop.start();
  await old.window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  await old.window.getByRole('button', { name: 'Renew now' }).click();
  await expect(old.window.getByText('L-42', { exact: true }).first()).toBeVisible();
  expect(authority.sightings().reuseDetected).toBe(1);
  await old.close();
  expect(filesWithSecret(laptop.folder, [clientSecret, ...authority.secrets()])).toEqual([]);
  await authority.close();
});
