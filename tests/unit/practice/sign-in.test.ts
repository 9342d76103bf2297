import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetchBrowser } from '../../authority/browser.ts';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { signInAs, walkAs } from '../../authority/customer.ts';
import { codeFor, named, returned } from './steps.ts';

let test: TestAuthority;
beforeEach(async () => {
  test = await startTestAuthority();
});
afterEach(async () => test.authority.close());

const claire = named('Claire');
const marco = named('Marco');
const subjectOf = async (location: string): Promise<unknown> => {
  const response = await test.token({ grant_type: 'authorization_code', code: returned(location).get('code') });
  const { access_token: jwt } = await response.json() as { access_token: string };
  return (JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sub: string }).sub;
};

describe('signing in', () => {
  it('returns a code and the state, unchanged, to the registered address', async () => {
    const state = 'é ☕ &=#%2F'.repeat(20);
    const location = await signInAs(test.authorizeUrl({ state }), claire);
    expect(location.startsWith(`${test.options.redirectUri}?`)).toBe(true);
    expect([...returned(location).keys()].toSorted()).toEqual(['code', 'state']);
    expect(returned(location).get('state')).toBe(state);
  });

  it('varies the order of code and state', async () => {
    const order = async (state: string) => [...returned(await signInAs(test.authorizeUrl({ state }), claire)).keys()];
    expect([await order('a'), await order('b')]).toEqual([['state', 'code'], ['code', 'state']]);
  });

  it('says so on the page when the password is wrong, and keeps the address typed', async () => {
    const visit = await walkAs(test.authorizeUrl(), { email: '"><b>@example.com', password: 'wrong' });
    expect(visit).toMatchObject({ kind: 'page', status: 200, body: expect.stringContaining('role="alert"') });
    expect(visit.kind === 'page' && visit.body).toContain('value="&quot;&gt;&lt;b&gt;@example.com"');
  });

  it.each([
    ['Cancel on the sign-in page', { atSignIn: 'cancel' }, 'AADB2C90091'],
    ['a forgotten password', { atSignIn: 'forgotten' }, 'AADB2C90118'],
    ['Cancel on the consent page', { atConsent: 'cancel' }, 'AADB2C90091'],
  ] as const)('returns access_denied for %s', async (_what, behaviour, number) => {
    const values = returned(await signInAs(test.authorizeUrl(), claire, behaviour));
    expect([values.get('error'), values.get('code'), values.get('state')]).toEqual(['access_denied', null, 'a-state']);
    expect(values.get('error_description')).toMatch(new RegExp(`^${number}: [^\r]+\r\nCorrelation ID: [0-9a-f-]{36}\r\nTimestamp: [-0-9: ]+Z\r\n$`));
  });

  it('has one h1, the practice notice, a label for every field, and no script on each page', async () => {
    const browser = createFetchBrowser();
    const signIn = await browser.get(test.authorizeUrl());
    const consent = await walkAs(test.authorizeUrl(), claire, { browser, atConsent: 'cancel' }).then(async () => browser.get(test.authorizeUrl()));
    for (const visit of [signIn, consent]) {
      const body = visit.kind === 'page' ? visit.body : '';
      expect(body.match(/<h1>/g)).toHaveLength(1);
      expect(body).toContain('Practice – invented data');
      expect(body).not.toContain('<script');
      for (const [, id] of body.matchAll(/<input id="(\w+)"/g)) expect(body).toContain(`<label for="${id}">`);
    }
  });
});

describe('a browser in which somebody signed in before', () => {
  it('links the previous customer without showing any page', async () => {
    const browser = createFetchBrowser();
    await signInAs(test.authorizeUrl(), claire, { browser });
    const visit = await browser.get(test.authorizeUrl());
    expect(visit.kind).toBe('left');
    expect(await subjectOf(await signInAs(test.authorizeUrl(), marco, { browser }))).toBe(claire.subject);
  });

  it.each([
    ['with prompt=login', async () => ({ prompt: 'login' })],
    ['after signing out', async (browser: ReturnType<typeof createFetchBrowser>) => {
      await browser.get(`${test.authority.origin}/logout`);
      return {};
    }],
  ] as const)('asks again %s', async (_when, prepare) => {
    const browser = createFetchBrowser();
    await signInAs(test.authorizeUrl(), claire, { browser });
    const more: Readonly<Record<string, string>> = await prepare(browser);
    expect(await subjectOf(await signInAs(test.authorizeUrl(more), marco, { browser }))).toBe(marco.subject);
  });
});

describe('a request that is not right', () => {
  it.each(['liaison://auth/callback/', 'liaison://auth/Callback', 'https://elsewhere.example/', ''])('never redirects to %j', async (redirectUri) => {
    const response = await fetch(test.authorizeUrl({ redirect_uri: redirectUri }), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.json()).toEqual({ error: 'invalid_request', error_description: "The reply url host xxxxx doesn't match with the ones configured on the application" });
  });

  it('never redirects for an unknown client', async () => {
    const response = await fetch(test.authorizeUrl({ client_id: 'unknown' }), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.json()).toMatchObject({ error: 'unauthorized_client' });
  });

  it('is told so by redirect otherwise', async () => {
    expect(returned(await signInAs(test.authorizeUrl({ response_type: 'token' }), claire)).get('error')).toBe('unsupported_response_type');
    expect(returned(await signInAs(test.authorizeUrl({ response_type: '' }), claire)).get('error')).toBe('invalid_request');
    expect(returned(await signInAs(test.authorizeUrl({ code_challenge: 'x', code_challenge_method: 'plain' }), claire)).get('error')).toBe('invalid_request');
  });
});

describe('PKCE', () => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = { code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256' };
  const status = async (more: Readonly<Record<string, string>>, sent: string | null) =>
    (await test.token({ grant_type: 'authorization_code', code: await codeFor(test, 'Claire', more), code_verifier: sent })).status;

  it('binds the code to the verifier, in both directions', async () => {
    expect([await status(challenge, verifier), await status(challenge, `${verifier}x`), await status(challenge, null), await status({}, verifier)]).toEqual([200, 400, 400, 400]);
  });

  it('is ignored by a server that does not know it', async () => {
    await test.authority.close();
    test = await startTestAuthority({ supportsPkce: false });
    expect([await status(challenge, verifier), await status(challenge, null)]).toEqual([200, 200]);
  });
});
