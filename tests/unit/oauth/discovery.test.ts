import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discoveryRequest, readDiscovery } from '../../../electron/oauth/discovery.ts';
import { answer, profileWith, runs } from './support.ts';

const profile = profileWith({ authorizationServer: 'https://login.authority.example/tenant' });
const here = 'https://login.authority.example';

test('the document is asked for by client id, without any secret', () => {
  expect(discoveryRequest(profileWith({ clientId: 'a/b ?#é' }))).toEqual({
    method: 'GET', url: `${here}/a%2Fb%20%3F%23%C3%A9/.well-known/openid-configuration`, headers: { accept: 'application/json' }, body: null, kind: 'read',
  });
});

test('a document of this engine: issuer on another host, endpoints here', () => {
  const document = {
    issuer: 'https://elsewhere.example/v2.0/', authorization_endpoint: `${here}/authorize`, token_endpoint: `${here}/tenant/token`, end_session_endpoint: `${here}/logout?p=x`,
    code_challenge_methods_supported: ['S256', 5], prompt_values_supported: ['login'],
  };
  expect(readDiscovery(answer(200, document), profile)).toEqual({
    kind: 'known',
    discovery: {
      issuer: 'https://elsewhere.example/v2.0/', authorizationEndpoint: `${here}/authorize`, tokenEndpoint: `${here}/tenant/token`, endSessionEndpoint: `${here}/logout?p=x`,
      codeChallengeMethods: ['S256'], promptValues: ['login'], foreignEndpoints: false,
    },
  });
});

test.each([
  'https://evil.example/token', 'http://login.authority.example/token', 'https://login.authority.example:444/token', 'https://login.authority.example.evil.example/token',
  'https://x@login.authority.example/token', 'https://login.authority.example@evil.example/', '//login.authority.example/token', '/token', 'javascript:x', 'https://login.authority.example\\@evil.example/',
])('an endpoint elsewhere is dropped and flagged: %s', (endpoint) => {
  for (const name of ['authorization_endpoint', 'token_endpoint', 'end_session_endpoint'])
    expect(readDiscovery(answer(200, { issuer: here, [name]: endpoint }), profile)).toMatchObject({
      kind: 'known', discovery: { authorizationEndpoint: null, tokenEndpoint: null, endSessionEndpoint: null, codeChallengeMethods: null, promptValues: null, foreignEndpoints: true },
    });
});

test('the default port is the same host', () => {
  expect(readDiscovery(answer(200, { token_endpoint: `${here}:443/token` }), profile)).toMatchObject({ discovery: { foreignEndpoints: false, tokenEndpoint: `${here}:443/token` } });
});

test.each([[404, '{}'], [200, '<html>'], [200, ''], [200, '[]'], [200, 'null'], [200, '{"message":"Internal error","code":1}'], [400, '{"issuer":"x"}'], [302, '']])(
  'status %s with %j is silence',
  (status, body) => {
    expect(readDiscovery(answer(status, body), profile)).toEqual({ kind: 'silent' });
  },
);

test.each([[500, 'L-09'], [503, 'L-07'], [429, 'L-44'], [407, 'L-53']])('status %s is the problem %s', (status, code) => {
  expect(readDiscovery(answer(status, ''), profile)).toEqual({ kind: 'failed', problem: { code, httpStatus: status } });
});

test('network trouble is a problem', () => {
  expect(readDiscovery({ kind: 'nothingSent', failure: 'offline' }, profile)).toEqual({ kind: 'failed', problem: { code: 'L-50' } });
  expect(readDiscovery({ kind: 'unknown', failure: 'timeout' }, profile)).toEqual({ kind: 'failed', problem: { code: 'L-10' } });
});

test('any document is read without an exception, and no endpoint elsewhere ever comes out', () => {
  const address = fc.oneof(fc.webUrl(), fc.webUrl({ validSchemes: ['http', 'https'] }).map((url) => url.replace(/\/\/[^/]*/, '//login.authority.example')), fc.jsonValue());
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('issuer', 'authorization_endpoint', 'token_endpoint', 'end_session_endpoint', 'prompt_values_supported'), address), (document) => {
      const outcome = readDiscovery(answer(200, document), profile);
      if (outcome.kind !== 'known') return;
      const { authorizationEndpoint, tokenEndpoint, endSessionEndpoint } = outcome.discovery;
      for (const endpoint of [authorizationEndpoint, tokenEndpoint, endSessionEndpoint]) expect(endpoint === null || new URL(endpoint).origin === here).toBe(true);
    }),
    { numRuns: runs },
  );
});
