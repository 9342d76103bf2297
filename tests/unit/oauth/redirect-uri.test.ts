import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedReturnUris, APP_RETURN_URI, classifyRedirectUri } from '../../../electron/oauth/redirect-uri.ts';
import { runs } from './support.ts';

test.each([
  ['liaison://auth/callback', { route: 'scheme', scheme: 'liaison' }],
  ['liaison://auth', { route: 'scheme', scheme: 'liaison' }],
  ['msal7700d7f4-b48e-4452-b493-5d14b45ef47e://auth', { route: 'scheme', scheme: 'msal7700d7f4-b48e-4452-b493-5d14b45ef47e' }],
  ['com.company.app:/oauth2/return', { route: 'scheme', scheme: 'com.company.app' }],
  ['https://company.example/', { route: 'bounce' }],
  ['https://company.example:8443/callback/', { route: 'bounce' }],
  ['http://localhost:8400/', { route: 'loopback', port: 8400, path: '/' }],
  ['http://localhost:65535/a/b', { route: 'loopback', port: 65_535, path: '/a/b' }],
])('%s has its route', (uri, target) => {
  expect(classifyRedirectUri(uri)).toEqual({ ok: true, value: { uri, ...target } });
});

test.each([
  ['', 'missing'],
  ['liaison://auth/callback#', 'fragment'],
  ['https://company.example/#top', 'fragment'],
  ['liaison://auth?x=1', 'query'],
  ['https://user@company.example/', 'userinfo'],
  ['https://user:word@company.example/', 'userinfo'],
  ['http://x@localhost:8400/', 'userinfo'],
  ['http://localhost/callback', 'missingPort'],
  ['http://localhost:/callback', 'missingPort'],
  ['http://localhost', 'missingPort'],
  ['http://localhost:0/callback', 'missingPort'],
  ['http://localhost:8400', 'missingPath'],
  ['https://company.example', 'missingPath'],
  ['http://127.0.0.1:8400/callback', 'notLocalhost'],
  ['http://[::1]:8400/callback', 'notLocalhost'],
  ['http://company.example/callback', 'notLocalhost'],
  ['http://localhost.evil.example:8400/callback', 'notLocalhost'],
  ['http://localhost:80/callback', 'notCanonical'],
  ['http://localhost:08400/callback', 'notCanonical'],
  ['http://localhost:65536/callback', 'notAnAddress'],
  ['HTTPS://company.example/', 'notCanonical'],
  ['https://Company.example/', 'notCanonical'],
  ['https://company.example:443/', 'notCanonical'],
  ['https://company.example/a/../b', 'notCanonical'],
  ['https://company.example/%2e%2e/b', 'notCanonical'],
  ['https:/company.example/', 'notCanonical'],
  ['Liaison://auth', 'notCanonical'],
  ['liaison://auth/call back', 'characters'],
  [' liaison://auth', 'characters'],
  ['liaison://auth\n', 'characters'],
  ['https://é.example/', 'characters'],
  ['https://company.example\\evil', 'characters'],
  ['liaison://', 'notAnAddress'],
  ['liaison:callback', 'notAnAddress'],
  ['liaison:', 'notAnAddress'],
  ['urn:ietf:wg:oauth:2.0:oob', 'scheme'],
  ['callback', 'notAnAddress'],
  ['javascript:alert(1)', 'scheme'],
  ['javascript://x/y', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['app://liaison/', 'scheme'],
  ['blob:https://x/y', 'scheme'],
  ['about:blank', 'scheme'],
  ['mailto:a', 'scheme'],
  ['tel:112', 'scheme'],
  ['ms-settings://x', 'scheme'],
  [`liaison://${'a'.repeat(2000)}`, 'tooLong'],
])('%j is refused: %s', (uri, reason) => {
  expect(classifyRedirectUri(uri)).toEqual({ ok: false, problem: { code: 'L-80', field: 'redirectUri', reason } });
  expect(acceptedReturnUris(uri)).toEqual([]);
});

test('any string gets an answer, and what is accepted is written as a browser writes it', () => {
  const almost = fc.tuple(fc.constantFrom('liaison://', 'https://', 'http://localhost:', 'msal1://', ''), fc.string({ unit: 'grapheme' })).map((parts) => parts.join(''));
  fc.assert(
    fc.property(almost, (uri) => {
      const target = classifyRedirectUri(uri);
      expect(target.ok ? new URL(uri).href : uri).toBe(uri);
    }),
    { numRuns: runs },
  );
});

test('the bounce page returns to the app, or is pasted; the others return where they were sent', () => {
  expect(acceptedReturnUris('https://company.example/cb')).toEqual([APP_RETURN_URI, 'https://company.example/cb']);
  expect(acceptedReturnUris('http://localhost:8400/cb')).toEqual(['http://localhost:8400/cb']);
  expect(acceptedReturnUris('msal1://auth')).toEqual(['msal1://auth']);
  expect(acceptedReturnUris(APP_RETURN_URI)).toEqual([APP_RETURN_URI]);
});
