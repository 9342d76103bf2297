import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newAuthorization } from '../../../electron/oauth/authorize.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { Discovery } from '../../../electron/oauth/discovery.ts';
import { codeChallenge } from '../../../electron/oauth/pkce.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { countingRandom, discoveryWith, profileWith, runs } from './support.ts';

function requested(changes: Partial<CompanyProfile> = {}, discovery: Discovery | null = null): URL {
  return new URL(newAuthorization(countingRandom(), profileWith(changes), discovery).url.reveal());
}

function names(url: URL): readonly string[] {
  return [...url.searchParams.keys()].toSorted();
}

const documented = ['client_id', 'redirect_uri', 'response_type', 'state'];
const withPkce = [...documented, 'code_challenge', 'code_challenge_method'].toSorted();

test('the challenge of RFC 7636 appendix B', () => {
  expect(codeChallenge(new Secret('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'))).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('with everything off, exactly the four documented parameters', () => {
  const request = newAuthorization(countingRandom(), profileWith({ pkce: 'off', prompt: 'off' }), null);
  expect(names(new URL(request.url.reveal()))).toEqual(documented);
  expect(request.codeVerifier).toBeNull();
  expect(request.url.reveal()).toBe(
    'https://login.authority.example/authorize?client_id=7700d7f4-b48e-4452-b493-5d14b45ef47e&redirect_uri=liaison%3A%2F%2Fauth%2Fcallback' +
      `&response_type=code&state=${request.state.reveal()}`,
  );
});

test('state and verifier are 256 bits, fresh, and different from each other', () => {
  const random = countingRandom();
  const [first, second] = [newAuthorization(random, profileWith(), null), newAuthorization(random, profileWith(), null)];
  const values = [first.state, first.codeVerifier, second.state, second.codeVerifier].map((value) => value?.reveal() ?? '');
  expect(new Set(values).size).toBe(4);
  for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(values[0] ?? '', 'base64url')).toEqual(Buffer.from(countingRandom().bytes(32)));
});

test.each([
  ['auto', null, true],
  ['auto', discoveryWith(), true],
  ['auto', discoveryWith({ codeChallengeMethods: ['plain', 'S256'] }), true],
  ['auto', discoveryWith({ codeChallengeMethods: ['plain'] }), false],
  ['auto', discoveryWith({ codeChallengeMethods: [] }), false],
  ['on', discoveryWith({ codeChallengeMethods: ['plain'] }), true],
  ['off', discoveryWith({ codeChallengeMethods: ['S256'] }), false],
] as const)('pkce %s with %j: on is %s, and never plain', (pkce, discovery, on) => {
  const request = newAuthorization(countingRandom(), profileWith({ pkce }), discovery);
  const url = new URL(request.url.reveal());
  expect(names(url)).toEqual(on ? withPkce : documented);
  expect(url.searchParams.get('code_challenge_method')).toBe(on ? 'S256' : null);
  expect(url.searchParams.get('code_challenge')).toBe(request.codeVerifier && codeChallenge(request.codeVerifier));
});

test.each([
  ['auto', null, null],
  ['auto', discoveryWith({ promptValues: ['none'] }), null],
  ['auto', discoveryWith({ promptValues: ['none', 'login'] }), 'login'],
  ['on', null, 'login'],
  ['off', discoveryWith({ promptValues: ['login'] }), null],
] as const)('prompt %s with %j sends %s', (prompt, discovery, expected) => {
  expect(requested({ prompt }, discovery).searchParams.getAll('prompt')).toEqual(expected === null ? [] : [expected]);
});

test('the authority may have a path, and its own endpoint is taken with its query', () => {
  expect(requested({ authorizationServer: 'https://login.authority.example/tenant' }).pathname).toBe('/tenant/authorize');
  const url = requested({}, discoveryWith({ authorizationEndpoint: 'https://login.authority.example/oauth2/v2.0/authorize?p=linking' }));
  expect([url.pathname, url.searchParams.get('p'), url.searchParams.get('response_type')]).toEqual(['/oauth2/v2.0/authorize', 'linking', 'code']);
});

test.each([
  'https://evil.example/authorize',
  'http://login.authority.example/authorize',
  'https://login.authority.example:8443/authorize',
  'https://login.authority.example@evil.example/authorize',
  'https://user@login.authority.example/authorize',
  'https://login.authority.example/authorize#x',
  'https://login.authority.example/authorize?state=fixed',
  'javascript:alert(1)',
  'not an address',
])('a discovered endpoint elsewhere, or one that already has our parameters, is not used: %s', (endpoint) => {
  const url = requested({ pkce: 'off' }, discoveryWith({ authorizationEndpoint: endpoint }));
  expect(`${url.origin}${url.pathname}`).toBe('https://login.authority.example/authorize');
  expect(names(url)).toEqual(documented);
});

test('values survive any Unicode, each parameter once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (clientId, redirectUri) => {
      const url = requested({ clientId, redirectUri });
      expect(url.searchParams.getAll('client_id')).toEqual([clientId.toWellFormed()]);
      expect(url.searchParams.getAll('redirect_uri')).toEqual([redirectUri.toWellFormed()]);
      expect(names(url)).toEqual(withPkce);
    }),
    { numRuns: runs },
  );
});

test.each([
  ['liaison://auth/callback', 'scheme'],
  ['https://company.example/callback/', 'bounce'],
  ['http://localhost:8400/callback', 'loopback'],
])('the route follows the shape of %s', (redirectUri, route) => {
  const request = newAuthorization(countingRandom(), profileWith({ redirectUri }), null);
  expect([request.redirectUri, request.route]).toEqual([redirectUri, route]);
});

test('the address does not carry the client secret, and prints as a secret', () => {
  const { url } = newAuthorization(countingRandom(), profileWith(), null);
  expect(url.reveal()).not.toContain('canary');
  expect(url.toString() + JSON.stringify({ url })).not.toContain('authorize');
});
