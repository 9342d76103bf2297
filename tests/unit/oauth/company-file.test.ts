import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileFormSchema } from '../../../electron/contract/calls.ts';
import { problemSchema } from '../../../electron/contract/problems.ts';
import { checkProfile, parseCompanyFile } from '../../../electron/oauth/company-file.ts';
import { runs } from './support.ts';

const file = {
  liaisonCompanyFile: 1, authorizationServer: 'https://login.authority.example', clientId: 'the-client', clientSecret: 'canary"{}', redirectUri: 'liaison://auth/callback',
};
const form = {
  authorizationServer: 'https://login.authority.example', clientId: 'the-client', clientSecret: 'canary"{}', redirectUri: 'liaison://auth/callback',
  subscriptionKey: '', homesServer: '', pkce: 'auto', prompt: 'auto', tokenRedirectUri: 'auto',
} as const;

function refused(field: string, reason: string): unknown {
  return { ok: false, problem: { code: 'L-80', field, reason } };
}

test('a file with the mandatory members, with and without a byte order mark', () => {
  expect(parseCompanyFile(JSON.stringify(file))).toEqual({ ok: true, value: form });
  expect(parseCompanyFile(`\uFEFF${JSON.stringify(file, null, 2)}\r\n`)).toEqual({ ok: true, value: form });
});

test('a file with every member', () => {
  const more = { subscriptionKey: 'canary-key', homesServer: 'https://homes.example', pkce: 'on', prompt: 'off', tokenRedirectUri: 'off' };
  expect(parseCompanyFile(JSON.stringify({ ...file, ...more }))).toEqual({ ok: true, value: { ...form, ...more } });
});

test.each(['', ' ', '{', 'null', '[]', '7', '"x"', JSON.stringify(file).slice(0, -1), `${JSON.stringify(file)}}`, '<html>'])('damaged: %j', (text) => {
  expect(parseCompanyFile(text)).toEqual(refused('file', 'damaged'));
});

test.each([
  [{ liaisonCompanyFile: undefined }, 'liaisonCompanyFile', 'version'],
  [{ liaisonCompanyFile: 2 }, 'liaisonCompanyFile', 'version'],
  [{ liaisonCompanyFile: '1' }, 'liaisonCompanyFile', 'version'],
  [{ authorizationServer: undefined }, 'authorizationServer', 'missing'],
  [{ clientId: undefined }, 'clientId', 'missing'],
  [{ clientSecret: undefined }, 'clientSecret', 'missing'],
  [{ redirectUri: undefined }, 'redirectUri', 'missing'],
  [{ clientSecret: 5 }, 'clientSecret', 'wrongValue'],
  [{ clientSecret: null }, 'clientSecret', 'wrongValue'],
  [{ clientSecret: 'canary'.repeat(100) }, 'clientSecret', 'tooLong'],
  [{ pkce: 'maybe' }, 'pkce', 'wrongValue'],
  [{ pkce: true }, 'pkce', 'wrongValue'],
  [{ scope: 'x' }, 'scope', 'unknown'],
  [{ client_secret: 'canary' }, 'client_secret', 'unknown'],
  [{ 'canary-9f8e7d6c5b4a': 'x' }, 'file', 'unknown'],
])('%j is refused with the field %s: %s', (change, field, reason) => {
  const result = parseCompanyFile(JSON.stringify({ ...file, ...change }));
  expect(result).toEqual(refused(field, reason));
  expect(JSON.stringify(result)).not.toContain('canary');
});

test('__proto__ is an unknown member like any other', () => {
  const text = JSON.stringify(file).replace('{', '{"__proto__":{"pkce":"off"},');
  expect(parseCompanyFile(text)).toEqual(refused('__proto__', 'unknown'));
});

test('any text gets an answer; an accepted one is a form of the contract', () => {
  const almost = fc.dictionary(fc.constantFrom(...Object.keys(form), 'x'), fc.jsonValue()).map((members) => JSON.stringify({ ...file, ...members }));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), almost), (text) => {
      const result = parseCompanyFile(text);
      const faithful = result.ok ? profileFormSchema.safeParse(result.value).success : problemSchema.safeParse(result.problem).success && result.problem.code === 'L-80';
      expect(faithful).toBe(true);
    }),
    { numRuns: runs },
  );
});

test('a checked form becomes a profile whose secrets do not print', () => {
  const result = checkProfile({ ...form, authorizationServer: 'https://Login.Authority.example:443/tenant//', subscriptionKey: 'canary-key' });
  expect(result).toMatchObject({ ok: true, value: { authorizationServer: 'https://login.authority.example/tenant', homesServer: 'https://api.developer.legrand.com', clientId: 'the-client' } });
  expect(result.ok && [result.value.clientSecret.reveal(), result.value.subscriptionKey?.reveal()]).toEqual(['canary"{}', 'canary-key']);
  expect(JSON.stringify(result)).not.toContain('canary');
});

test('without a subscription key there is none', () => {
  const result = checkProfile(form);
  expect(result.ok && result.value.subscriptionKey).toBeNull();
});

test.each([
  ['http://localhost:4711', 'http://localhost:4711'],
  ['http://127.0.0.1:4711/', 'http://127.0.0.1:4711'],
  ['http://[::1]:4711', 'http://[::1]:4711'],
  ['https://authority.example/a/b', 'https://authority.example/a/b'],
])('the address %s is accepted as %s', (text, expected) => {
  expect(checkProfile({ ...form, authorizationServer: text, homesServer: text })).toMatchObject({ ok: true, value: { authorizationServer: expected, homesServer: expected } });
});

test.each([
  ['http://authority.example', 'notHttps'],
  ['http://127.0.0.1.evil.example', 'notHttps'],
  ['http://localhost.evil.example', 'notHttps'],
  ['ftp://authority.example', 'notHttps'],
  ['https://user@authority.example', 'userinfo'],
  ['https://@authority.example', 'userinfo'],
  ['https://authority.example?', 'query'],
  ['https://authority.example/?p=x', 'query'],
  ['https://authority.example/#', 'fragment'],
  ['https://authority .example', 'characters'],
  ['https://authority\t.example', 'characters'],
  ['https:\\\\authority.example', 'characters'],
  ['authority.example', 'notAnAddress'],
  ['https:authority.example', 'notAnAddress'],
  ['https:///authority.example', 'notAnAddress'],
  ['https://authority.example:99999', 'notAnAddress'],
  ['javascript:alert(1)', 'notAnAddress'],
])('the address %j is refused: %s', (text, reason) => {
  expect(checkProfile({ ...form, authorizationServer: text })).toEqual(refused('authorizationServer', reason));
  expect(checkProfile({ ...form, homesServer: text })).toEqual(refused('homesServer', reason));
});

test.each([
  [{ authorizationServer: '' }, 'authorizationServer', 'missing'],
  [{ clientId: '' }, 'clientId', 'missing'],
  [{ clientId: 'a b' }, 'clientId', 'characters'],
  [{ clientId: '..' }, 'clientId', 'characters'],
  [{ clientSecret: '' }, 'clientSecret', 'missing'],
  [{ clientSecret: 'canary\0' }, 'clientSecret', 'characters'],
  [{ subscriptionKey: 'canary\r\nx: y' }, 'subscriptionKey', 'characters'],
  [{ redirectUri: '' }, 'redirectUri', 'missing'],
  [{ redirectUri: 'http://127.0.0.1:8400/cb' }, 'redirectUri', 'notLocalhost'],
])('%j is refused with the field %s: %s', (change, field, reason) => {
  expect(checkProfile({ ...form, ...change })).toEqual(refused(field, reason));
});
