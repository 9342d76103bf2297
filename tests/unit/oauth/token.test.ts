import { expect, test } from 'vitest';
import type { HttpRequest } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { authorizationCodeRequest, refreshRequest } from '../../../electron/oauth/token.ts';
import { discoveryWith, profileWith } from './support.ts';

const grant = { code: new Secret('canary-code'), codeVerifier: new Secret('canary-verifier') };

function bodyOf(request: HttpRequest): Readonly<Record<string, string>> {
  const pairs = [...new URLSearchParams(request.body ?? '')];
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

test('a code is exchanged with everything in the body and nothing anywhere else', () => {
  const request = authorizationCodeRequest(profileWith(), null, grant);
  expect(bodyOf(request)).toEqual({
    client_id: '7700d7f4-b48e-4452-b493-5d14b45ef47e', client_secret: 'canary-client-secret', grant_type: 'authorization_code', code: 'canary-code',
    redirect_uri: 'liaison://auth/callback', code_verifier: 'canary-verifier',
  });
  expect({ ...request, body: null }).toEqual({
    method: 'POST', url: 'https://login.authority.example/token', body: null, kind: 'token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  });
});

test('a refresh sends exactly the documented parameters', () => {
  const request = refreshRequest(profileWith({ clientSecret: new Secret(`"a'{b}/>$+ &=`) }), null, new Secret('canary+refresh/='));
  expect(bodyOf(request)).toEqual({
    client_id: '7700d7f4-b48e-4452-b493-5d14b45ef47e', client_secret: `"a'{b}/>$+ &=`, grant_type: 'refresh_token', refresh_token: 'canary+refresh/=',
  });
  expect([request.kind, request.method, Object.keys(request.headers)]).toEqual(['token', 'POST', ['content-type', 'accept']]);
  expect(request.url).not.toContain('canary');
});

test.each([['auto', true], ['on', true], ['off', false]] as const)('tokenRedirectUri %s: redirect_uri in the body is %s', (tokenRedirectUri, sent) => {
  expect('redirect_uri' in bodyOf(authorizationCodeRequest(profileWith({ tokenRedirectUri }), null, grant))).toBe(sent);
});

test('without PKCE there is no verifier', () => {
  expect(bodyOf(authorizationCodeRequest(profileWith(), null, { ...grant, codeVerifier: null }))).not.toHaveProperty('code_verifier');
});

test('the secret only ever goes to the configured authority', () => {
  const at = (tokenEndpoint: string): string => refreshRequest(profileWith(), discoveryWith({ tokenEndpoint }), grant.code).url;
  expect(at('https://login.authority.example/oauth2/token?p=linking')).toBe('https://login.authority.example/oauth2/token?p=linking');
  for (const foreign of ['https://evil.example/token', 'http://login.authority.example/token', 'https://login.authority.example:1/token', 'https://login.authority.example.evil.example/token', 'x'])
    expect(at(foreign)).toBe('https://login.authority.example/token');
});
