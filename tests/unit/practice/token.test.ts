import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeAuthority, type PracticeAuthority } from '../../../electron/practice/authority.ts';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { createManualClock, type ManualClock } from '../../authority/clock.ts';
import { codeFor, redeem, refresh, tokensOf } from './steps.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let clock: ManualClock;
let test: TestAuthority;
let others: PracticeAuthority[] = [];

beforeEach(async () => {
  clock = createManualClock();
  test = await startTestAuthority({ clock });
});
afterEach(async () => {
  await Promise.all([test.authority, ...others].map(async (authority) => authority.close()));
  others = [];
});

async function restart(overrides: Parameters<typeof startTestAuthority>[0]): Promise<void> {
  await test.authority.close();
  test = await startTestAuthority({ clock, ...overrides });
}

describe('redeeming a code', () => {
  it('answers with the members and the claims of the real server', async () => {
    const answer = await (await redeem(test)).json() as Readonly<Record<string, unknown>>;
    const seconds = clock.now() / 1000;
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 3600, expires_on: seconds + 3600, refresh_token_expires_in: 90 * 24 * 3600 });
    const claims = JSON.parse(Buffer.from(String(answer['access_token']).split('.')[1] ?? '', 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>;
    expect(claims).toMatchObject({ emails: ['claire.dupont@example.com'], given_name: 'Claire', family_name: 'Dupont', exp: seconds + 3600 });
    expect(claims['sub']).toBe(claims['oid']);
  });

  it('works once, and a second time ends what the first gave', async () => {
    const code = await codeFor(test);
    const spend = async () => test.token({ grant_type: 'authorization_code', code });
    const tokens = await tokensOf(await spend());
    expect(await (await spend()).json()).toMatchObject({ error: 'invalid_grant', error_description: expect.stringMatching(/^AADB2C90080/) });
    expect((await refresh(test, tokens.refresh)).status).toBe(400);
  });

  it('works for five minutes', async () => {
    const [early, late] = [await codeFor(test), await codeFor(test)];
    clock.advance(5 * MINUTE - 1);
    expect((await test.token({ grant_type: 'authorization_code', code: early })).status).toBe(200);
    clock.advance(1);
    expect((await test.token({ grant_type: 'authorization_code', code: late })).status).toBe(400);
  });

  it('refuses another redirect URI and leaves the code unspent', async () => {
    const code = await codeFor(test);
    const spend = async (redirectUri: string) => (await test.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })).status;
    expect([await spend(`${test.options.redirectUri}/`), await spend(test.options.redirectUri)]).toEqual([400, 200]);
  });
});

describe('the form of the request', () => {
  const answerTo = async (more: Readonly<Record<string, string | null>>, headers: Readonly<Record<string, string>> = {}) => {
    const response = await test.token({ grant_type: 'refresh_token', refresh_token: 'x', ...more }, headers);
    return [response.status, (await response.json() as { error: string }).error];
  };

  it('refuses Basic authentication, alone and beside the body', async () => {
    const { clientId, clientSecret } = test.options;
    const headers = { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
    expect(await answerTo({ client_secret: null }, headers)).toEqual([401, 'invalid_client']);
    expect(await answerTo({}, headers)).toEqual([401, 'invalid_client']);
    expect(test.authority.requests().map((one) => one.authorization)).toEqual(['basic', 'basic']);
  });

  it('refuses a wrong secret, an unknown client, an unknown grant type and a missing member', async () => {
    expect(await answerTo({ client_secret: 'wrong' })).toEqual([401, 'invalid_client']);
    expect(await answerTo({ client_id: 'wrong' })).toEqual([401, 'invalid_client']);
    expect(await answerTo({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
    expect(await answerTo({ refresh_token: null })).toEqual([400, 'invalid_request']);
  });

  it('refuses parameters in the address, JSON and a parameter that is there twice', async () => {
    const { clientId, clientSecret } = test.options;
    const members = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token', refresh_token: 'x' }).toString();
    const post = async (path: string, body: string | URLSearchParams) => (await fetch(`${test.authority.origin}${path}`, { method: 'POST', body })).json();
    const refusals = await Promise.all([post(`/token?${members}`, new URLSearchParams()), post('/token', '{}'), post('/token', new URLSearchParams(`${members}&refresh_token=y`))]);
    for (const refusal of refusals) expect(refusal).toMatchObject({ error: 'invalid_request' });
  });

  it('refuses a body over 64 KB', async () => {
    expect((await refresh(test, 'x'.repeat(70_000))).status).toBe(413);
  });
});

describe('renewing', () => {
  it('strict: an old token is refused, and ends the newest too', async () => {
    const first = await tokensOf(await redeem(test));
    const second = await tokensOf(await refresh(test, first.refresh));
    const third = await tokensOf(await refresh(test, second.refresh));
    expect((await refresh(test, first.refresh)).status).toBe(400);
    expect((await refresh(test, third.refresh)).status).toBe(400);
  });

  it('grace: an old token works for ten minutes, and its refusal ends nothing', async () => {
    await restart({ rotation: 'grace' });
    const first = await tokensOf(await redeem(test));
    const second = await tokensOf(await refresh(test, first.refresh));
    clock.advance(10 * MINUTE);
    expect((await refresh(test, first.refresh)).status).toBe(200);
    clock.advance(1);
    expect((await refresh(test, first.refresh)).status).toBe(400);
    expect((await refresh(test, second.refresh)).status).toBe(200);
  });

  it('neverRevokes: an old token works until it is 90 days old', async () => {
    await restart({ rotation: 'neverRevokes' });
    const first = await tokensOf(await redeem(test));
    clock.advance(89 * DAY);
    const second = await tokensOf(await refresh(test, first.refresh));
    expect((await refresh(test, first.refresh)).status).toBe(200);
    clock.advance(DAY);
    expect((await refresh(test, first.refresh)).status).toBe(400);
    expect((await refresh(test, second.refresh)).status).toBe(200);
  });

  it('an unused token ends after 90 days', async () => {
    const { refresh: token } = await tokensOf(await redeem(test));
    clock.advance(90 * DAY);
    expect((await refresh(test, token)).status).toBe(400);
  });

  it('outlives a restart of the authority', async () => {
    const { refresh: presented } = await tokensOf(await redeem(test));
    await restart({ ...test.options, memory: test.memory });
    expect((await refresh(test, presented)).status).toBe(200);
  });
});

describe('the port', () => {
  it('can be given, and is refused when it is taken', async () => {
    const port = Number(new URL(test.authority.origin).port);
    await expect(startPracticeAuthority(test.options, port)).rejects.toThrow('EADDRINUSE');
    await test.authority.close();
    others = [await startPracticeAuthority(test.options, port)];
    expect(others[0]?.origin).toBe(test.authority.origin);
  });
});

describe('what is kept', () => {
  it('memory and record hold no secret in clear, though every secret carries the mark', async () => {
    const first = await tokensOf(await redeem(test));
    const second = await tokensOf(await refresh(test, first.refresh));
    for (const secret of [first.access, first.refresh, second.refresh, await codeFor(test)]) expect(secret).toContain(test.options.mark);
    expect(test.memory.state()?.families).toHaveLength(1);
    const kept = JSON.stringify([test.memory.state(), test.authority.requests()]);
    expect(kept).not.toContain(test.options.mark);
    expect(kept).not.toContain(second.refresh.slice(-20));
  });

  it('the record names routes, grant types and parameters', async () => {
    await redeem(test);
    await fetch(`${test.authority.origin}/a-secret-path?a-secret=1`);
    expect(test.authority.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /authorize', 'POST /signin', 'GET /consent', 'POST /consent', 'POST /token', 'GET (other)',
    ]);
    expect(test.authority.requests()[4]).toMatchObject({ grantType: 'authorization_code', bodyParameters: ['client_id', 'client_secret', 'redirect_uri', 'code', 'grant_type'] });
  });
});
