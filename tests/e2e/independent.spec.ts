import { startIndependentAuthority } from '../authority/independent.ts';
import { filesWithSecret } from './support/canary.ts';
import { expect, test } from './support/fixtures.ts';
import { firstStart, importCompany, newSite, startSignIn } from './support/steps.ts';

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
  await running.window.getByRole('button', { name: 'Yes, this is our home' }).click();
  await expect(running.window.getByRole('heading', { name: 'Linked, homes not readable' })).toBeVisible();
  await running.close();

  const { window, close } = await laptop.start();
  await window.getByRole('button', { name: /Maison Dupont/ }).first().click();
  for (let renewals = 1; renewals <= 2; renewals += 1) {
    await window.getByRole('button', { name: 'Renew now' }).click();
    await expect.poll(() => authority.sightings().requests).toBe(1 + renewals);
    await expect(window.getByText('Renewed: 90 more days.').first()).toBeAttached();
  }
  expect(authority.sightings()).toEqual({ requests: 3, secretInBody: 3, authorizationHeader: 0, reuseDetected: 0 });
  await close();
  expect(filesWithSecret(laptop.folder, [clientSecret, ...authority.secrets()])).toEqual([]);
  await authority.close();
});
