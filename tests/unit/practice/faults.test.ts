import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorityFaults, type AuthorityFault } from '../../../electron/contract/practice-faults.ts';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { createManualClock, type ManualClock } from '../../authority/clock.ts';
import { signInAs, walkAs } from '../../authority/customer.ts';
import { named, redeem, refresh, returned, tokensOf } from './steps.ts';

const PLANTS = '/smarther/v2.0/plants';
const claire = named('Claire');
const tested = new Set<AuthorityFault>();
let clock: ManualClock;
let test: TestAuthority;
beforeEach(async () => {
  clock = createManualClock();
  test = await startTestAuthority({ clock });
});
afterEach(async () => test.authority.close());

/** The rows of a table; notes which faults have a test. */
function rows<Expected>(table: Partial<Record<AuthorityFault, Expected>>): [AuthorityFault, Expected][] {
  const found = Object.entries(table) as [AuthorityFault, Expected][];
  for (const [fault] of found) tested.add(fault);
  return found;
}

describe('faults that return an error to the app', () => {
  it.each(rows<readonly [string, RegExp]>({
    'authorize.invalid_request': ['invalid_request', /^AADB2C/], 'authorize.unauthorized_client': ['unauthorized_client', /^AADB2C/],
    'authorize.access_denied': ['access_denied', /^AADB2C90091/], 'authorize.forgotten_password': ['access_denied', /^AADB2C90118/],
    'authorize.unsupported_response_type': ['unsupported_response_type', /^AADB2C/], 'authorize.invalid_scope': ['invalid_scope', /^AADB2C/],
    'authorize.server_error': ['server_error', /^AADB2C/], 'authorize.temporarily_unavailable': ['temporarily_unavailable', /^AADB2C/],
  }))('%s', async (fault, [error, description]) => {
    test.authority.setFault(fault);
    const values = returned(await signInAs(test.authorizeUrl(), claire));
    expect([values.get('error'), values.get('state'), values.get('code')]).toEqual([error, 'a-state', null]);
    expect(values.get('error_description')).toMatch(description);
  });
});

describe('faults of the browser', () => {
  it.each(rows<readonly [number, RegExp]>({
    'authorize.reply_url_page': [400, /"The reply url host xxxxx doesn't match/],
    'authorize.internal_error_page': [500, /^\{"message":"Internal error","code":1\}$/],
    'authorize.no_return': [200, /Please wait/],
  }))('%s', async (fault, [status, body]) => {
    test.authority.setFault(fault);
    expect(await walkAs(test.authorizeUrl(), claire)).toMatchObject({ kind: 'page', status, body: expect.stringMatching(body) });
  });

  it.each(rows({ 'authorize.wrong_state': true }))('%s', async (fault) => {
    test.authority.setFault(fault);
    const values = returned(await signInAs(test.authorizeUrl(), claire));
    expect(values.get('code')).not.toBeNull();
    expect(values.get('state')).not.toBe('a-state');
  });
});

describe('faults of the sign-in page', () => {
  it.each(rows<RegExp>({ 'authorize.wrong_password': /password is not right/, 'authorize.no_account': /no account with this e-mail/ }))('%s', async (fault, said) => {
    test.authority.setFault(fault);
    expect(await walkAs(test.authorizeUrl(), claire)).toMatchObject({ kind: 'page', status: 200, body: expect.stringMatching(said) });
  });

  it.each(rows({ 'authorize.left_signed_in': true }))('%s: comes back at once with the first customer, whoever stands before the laptop', async (fault) => {
    test.authority.setFault(fault);
    const location = await fetch(test.authorizeUrl({ prompt: 'login' }), { redirect: 'manual' });
    const code = returned(location.headers.get('location') ?? '').get('code');
    const { access } = await tokensOf(await test.token({ grant_type: 'authorization_code', code }));
    expect(JSON.parse(Buffer.from(access.split('.')[1] ?? '', 'base64url').toString('utf8'))).toMatchObject({ sub: claire.subject });
  });

  it.each(rows({ 'authorize.addresses_changed': true }))('%s', async (fault) => {
    test.authority.setFault(fault);
    const document = await (await fetch(`${test.authority.origin}/${test.options.clientId}/.well-known/openid-configuration`)).json() as Readonly<Record<string, string>>;
    expect([document['authorization_endpoint'], document['token_endpoint']]).toEqual(['https://sign-in.example/authorize', 'https://sign-in.example/token']);
  });
});

describe('faults that answer a token request without acting on it', () => {
  it.each(rows<readonly [number, RegExp, string | null]>({
    'token.invalid_request': [400, /"invalid_request"/, null], 'token.invalid_client': [401, /"invalid_client"/, null],
    'token.unauthorized_client': [400, /"unauthorized_client"/, null], 'token.invalid_grant': [400, /"invalid_grant".*AADB2C90080/, null],
    'token.expired_secret': [400, /"invalid_grant".*AADB2C90085.*reauthenticate/, null], 'token.unsupported_grant_type': [400, /"unsupported_grant_type"/, null],
    'token.server_error': [500, /"server_error".*\\r\\nCorrelation ID: .*\\r\\nTimestamp: /, null],
    'token.temporarily_unavailable': [503, /"temporarily_unavailable"/, '30'],
    'token.too_many_requests': [429, /Rate limit/, '30'], 'token.html': [200, /^<!doctype html>/, null],
  }))('%s', async (fault, [status, body, retryAfter]) => {
    const tokens = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const response = await refresh(test, tokens.refresh);
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(await response.text()).toMatch(body);
    test.authority.setFault('none');
    expect((await refresh(test, tokens.refresh)).status).toBe(200);
  });

  it.each(rows({ 'token.redirect': true }))('%s', async (fault) => {
    const tokens = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const response = await refresh(test, tokens.refresh);
    const location = response.headers.get('location') ?? '';
    expect(response.status).toBe(307);
    expect(new URL(location).origin).not.toBe(test.authority.origin);
    expect(test.authority.redirectHits()).toBe(0);
    await fetch(location, { method: 'POST', body: 'x' });
    expect(test.authority.redirectHits()).toBe(1);
  });
});

describe('faults that spoil the answer of a token request that was acted upon', () => {
  it.each(rows({ 'token.no_answer': 'fetch failed', 'token.half_answer': 'terminated' }))('%s', async (fault, message) => {
    const tokens = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const read = async () => (await refresh(test, tokens.refresh)).text();
    await expect(read()).rejects.toThrow(message);
    test.authority.setFault('none');
    // The token was rotated: in strict mode the old one is dead.
    expect((await refresh(test, tokens.refresh)).status).toBe(400);
  });

  it.each(rows({ 'token.slow': true }))('%s', async (fault) => {
    const tokens = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const sent = refresh(test, tokens.refresh);
    await expect.poll(() => clock.waiting()).toBe(1);
    clock.advance(34_999);
    expect(clock.waiting()).toBe(1);
    clock.advance(1);
    expect((await sent).status).toBe(200);
  });

  it.each(rows<(answer: Readonly<Record<string, unknown>>) => void>({
    'token.no_access_token': (answer) => expect([typeof answer['access_token'], typeof answer['refresh_token']]).toEqual(['undefined', 'string']),
    'token.expires_in_string': (answer) => expect([typeof answer['expires_in'], typeof answer['expires_on']]).toEqual(['string', 'string']),
    'token.expires_in_absent': (answer) => expect(['expires_in' in answer, 'expires_on' in answer, typeof answer['access_token']]).toEqual([false, false, 'string']),
  }))('%s', async (fault, check) => {
    const tokens = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const response = await refresh(test, tokens.refresh);
    expect(response.status).toBe(200);
    check(await response.json() as Readonly<Record<string, unknown>>);
  });

  it.each(rows({ 'token.no_refresh_token': true }))('%s', async (fault) => {
    const tokens = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const answer = await (await refresh(test, tokens.refresh)).json() as Readonly<Record<string, unknown>>;
    expect([typeof answer['access_token'], 'refresh_token' in answer]).toEqual(['string', false]);
    test.authority.setFault('none');
    expect((await refresh(test, tokens.refresh)).status).toBe(200);
  });
});

describe('faults of the homes service', () => {
  it.each(rows<readonly [number, string | null]>({
    'homes.none': [204, null], 'homes.password_expired': [469, null], 'homes.terms_not_accepted': [470, null], 'homes.forbidden': [403, null],
    'homes.too_many_requests': [429, '30'], 'homes.unauthorized': [401, null], 'homes.server_error': [500, null],
  }))('%s', async (fault, [status, retryAfter]) => {
    const { access } = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const response = await test.homes(PLANTS, access);
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
  });

  it.each(rows({ 'homes.no_answer': true }))('%s', async (fault) => {
    const { access } = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    await expect(test.homes(PLANTS, access)).rejects.toThrow('fetch failed');
  });

  it.each(rows({ 'homes.html': true }))('%s', async (fault) => {
    const { access } = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const response = await test.homes(PLANTS, access);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each(rows({ 'homes.one_home_fails': true }))('%s', async (fault) => {
    const { access } = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const statuses = await Promise.all(claire.homes.map(async ({ id }) => (await test.homes(`${PLANTS}/${id}/topology`, access)).status));
    expect([(await test.homes(PLANTS, access)).status, ...statuses]).toEqual([200, 200, 500]);
  });
});

describe('a home that is gone', () => {
  it.each(rows({ 'homes.home_gone': true }))('%s: the first home of the account is not listed any more', async (fault) => {
    const { access } = await tokensOf(await redeem(test));
    test.authority.setFault(fault);
    const { plants } = await (await test.homes(PLANTS, access)).json() as { plants: readonly { id: string }[] };
    expect(plants.map(({ id }) => id)).toEqual(claire.homes.slice(1).map(({ id }) => id));
  });
});

describe('the fault table', () => {
  it('has a test for every fault of the authority', () => {
    expect(authorityFaults.filter((fault) => fault !== 'none' && !tested.has(fault))).toEqual([]);
  });

  it('keeps a fault until another is set', async () => {
    test.authority.setFault('token.server_error');
    expect([(await refresh(test, 'x')).status, (await refresh(test, 'x')).status, test.authority.fault()]).toEqual([500, 500, 'token.server_error']);
  });
});

describe('closing', () => {
  it('ends a waiting answer at once and leaves no timer behind', async () => {
    const tokens = await tokensOf(await redeem(test));
    test.authority.setFault('token.slow');
    const sent = refresh(test, tokens.refresh);
    await expect.poll(() => clock.waiting()).toBe(1);
    const [outcome] = await Promise.allSettled([sent, test.authority.close()]);
    expect([outcome.status, clock.waiting()]).toEqual(['rejected', 0]);
  });

  it('forgets the answer when the other side hangs up', async () => {
    const late = await startTestAuthority({ clock, latencyMilliseconds: 1000 });
    const hangUp = new AbortController();
    const sent = fetch(late.authorizeUrl(), { signal: hangUp.signal });
    await expect.poll(() => clock.waiting()).toBe(1);
    hangUp.abort();
    await expect(sent).rejects.toThrow('aborted');
    await expect.poll(() => clock.waiting()).toBe(0);
    await late.authority.close();
  });
});
