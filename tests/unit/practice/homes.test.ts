import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { createManualClock, type ManualClock } from '../../authority/clock.ts';
import { named, redeem, tokensOf } from './steps.ts';

const PLANTS = '/smarther/v2.0/plants';
let clock: ManualClock;
let test: TestAuthority;
beforeEach(async () => {
  clock = createManualClock();
  test = await startTestAuthority({ clock });
});
afterEach(async () => test.authority.close());

const accessFor = async (givenName: string): Promise<string> => (await tokensOf(await redeem(test, givenName))).access;

describe('the homes service', () => {
  it('lists homes and their devices', async () => {
    const access = await accessFor('Claire');
    const { plants } = await (await test.homes(PLANTS, access)).json() as { plants: readonly { id: string; name: string }[] };
    expect(plants.map(({ name }) => name)).toEqual(['Maison Dupont', 'Gîte']);
    const counts = await Promise.all(plants.map(async ({ id }) => {
      const { plant } = await (await test.homes(`${PLANTS}/${id}/topology`, access)).json() as { plant: { modules: readonly unknown[] } };
      return plant.modules.length;
    }));
    expect(counts).toEqual([14, 3]);
  });

  it('knows two homes of one name, and an account without a home', async () => {
    const { plants } = await (await test.homes(PLANTS, await accessFor('Hannah'))).json() as { plants: readonly { id: string; name: string }[] };
    expect([new Set(plants.map(({ name }) => name)).size, new Set(plants.map(({ id }) => id)).size]).toEqual([1, 2]);
    const none = await test.homes(PLANTS, await accessFor('Tom'));
    expect([none.status, await none.text()]).toEqual([204, '']);
  });

  it('shows nobody the home of another account', async () => {
    const [home] = named('Claire').homes;
    expect((await test.homes(`${PLANTS}/${home?.id}/topology`, await accessFor('Marco'))).status).toBe(404);
  });

  it('refuses a forged, missing or expired access token and a wrong subscription key', async () => {
    const access = await accessFor('Claire');
    const [head = '', , signature = ''] = access.split('.');
    const forged = `${head}.${Buffer.from(JSON.stringify({ sub: named('Marco').subject, exp: 9e9 })).toString('base64url')}.${signature}`;
    const wrongKey = fetch(`${test.authority.origin}${PLANTS}`, { headers: { authorization: `Bearer ${access}`, 'ocp-apim-subscription-key': 'wrong' } });
    expect([(await test.homes(PLANTS, forged)).status, (await test.homes(PLANTS, '')).status, (await wrongKey).status, (await test.homes(PLANTS, access)).status]).toEqual([401, 401, 401, 200]);
    clock.advance(3_600_000);
    expect((await test.homes(PLANTS, access)).status).toBe(401);
  });
});

describe('discovery', () => {
  const document = async (clientId: string) => fetch(`${test.authority.origin}/${clientId}/.well-known/openid-configuration`);

  it('names the own endpoints and an issuer on another host', async () => {
    const found = await (await document(test.options.clientId)).json() as Readonly<Record<string, string>>;
    expect(found).toMatchObject({ code_challenge_methods_supported: ['S256'], prompt_values_supported: ['login'], end_session_endpoint: `${test.authority.origin}/logout` });
    expect(new URL(found['issuer'] ?? '').host).not.toBe(new URL(test.authority.origin).host);
    for (const name of ['authorization_endpoint', 'token_endpoint']) expect(new URL(found[name] ?? '').origin).toBe(test.authority.origin);
  });

  it('is silent for an unknown client, and when it is switched off', async () => {
    expect((await document('unknown')).status).toBe(404);
    await test.authority.close();
    test = await startTestAuthority({ discovery: false });
    expect((await document(test.options.clientId)).status).toBe(404);
  });
});
