import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountIdentity } from '../../../electron/homes/account.ts';
import type { AccountIdentity } from '../../../electron/homes/home.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { runs } from '../oauth/support.ts';

function jwt(claims: unknown): Secret {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return new Secret(`${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`);
}

function identityOf(access: unknown, id: unknown = null): AccountIdentity {
  return accountIdentity({ accessToken: jwt(access), idToken: id === null ? null : jwt(id) });
}

const everything = {
  emails: ['claire.dupont@orange.fr'], email: 'other@x.fr', preferred_username: 'third@x.fr', name: 'Claire Dupont', given_name: 'Anne', family_name: 'Martin', sub: 'subject-89ab',
};

test.each([
  [[], 'c…t@orange.fr'],
  [['emails'], 'o…r@x.fr'],
  [['emails', 'email'], 't…d@x.fr'],
  [['emails', 'email', 'preferred_username'], 'Claire D.'],
  [['emails', 'email', 'preferred_username', 'name'], 'Anne M.'],
  [['emails', 'email', 'preferred_username', 'name', 'family_name'], 'Anne'],
  [['emails', 'email', 'preferred_username', 'name', 'family_name', 'given_name'], '…89ab'],
])('the order of claims: without %j it is %s', (missing, label) => {
  const claims = Object.fromEntries(Object.entries(everything).filter(([name]) => !missing.includes(name as never)));
  expect(identityOf(claims)).toEqual({ label, subject: 'subject-89ab' });
});

test.each([
  ['a@x.fr', '…@x.fr'],
  ['ab@x.fr', 'a…@x.fr'],
  ['abc@x.fr', 'a…@x.fr'],
  ['jean@x.fr', 'j…n@x.fr'],
  ['@x.fr', '…@x.fr'],
  ['a@b@x.fr', 'a…@x.fr'],
  ['😀éß日@x.fr', '😀…日@x.fr'],
  ['dupont', 'd…t'],
])('%s is shown as %s', (email, label) => {
  expect(identityOf({ emails: [email] }).label).toBe(label);
});

test.each([
  [{ name: 'Claire Marie  Dupont' }, 'Claire D.'],
  [{ name: 'claire.dupont@orange.fr' }, 'c…t@orange.fr'],
  [{ name: 'unknown', given_name: 'Anne' }, 'Anne'],
  [{ emails: [], email: '', name: 'Claire' }, 'Claire'],
  [{ emails: 'x@y', email: 5, sub: 'abcdef' }, '…cdef'],
  [{ email: `${'x'.repeat(200)}@${'y'.repeat(200)}`, name: 'Claire D' }, 'Claire D.'],
])('%j is shown as %s', (claims, label) => {
  expect(identityOf(claims).label).toBe(label);
});

test('subject is sub, else oid, of the access token, else of the ID token', () => {
  expect(identityOf({ sub: 's', oid: 'o' }, { sub: 'i' }).subject).toBe('s');
  expect(identityOf({ oid: 'o' }, { sub: 'i' }).subject).toBe('i');
  expect(identityOf({ oid: 'o' }).subject).toBe('o');
  expect(identityOf({}, { email: 'claire@x.fr' })).toEqual({ label: 'c…e@x.fr', subject: null });
  expect(identityOf({ sub: 'x'.repeat(256) }).subject).toBeNull();
});

test.each(['', 'opaque', 'a.b.c', 'a.b', '..', 'e30.bnVsbA.x', 'a.W10.c', `a.${Buffer.from('{"email":').toString('base64url')}.c`, 'a.e30.c.d.e'])(
  'a token that is no readable JWT says nothing: %j',
  (token) => {
    expect(accountIdentity({ accessToken: new Secret(token), idToken: new Secret(token) })).toEqual({ label: '', subject: null });
  },
);

test('any claims are read without an exception, and no whole address is ever shown', () => {
  const local = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => /^[^@\s\p{Cc}\p{Cs}…]+$/u.test(text));
  fc.assert(
    fc.property(local, fc.constantFrom('emails', 'email', 'preferred_username', 'name'), (word, name) => {
      const address = `${word}@orange.fr`;
      expect(identityOf({ [name]: name === 'emails' ? [address] : address }).label).toMatch(/^.?….?@orange\.fr$/u);
    }),
    { numRuns: runs },
  );
  const claims = fc.dictionary(fc.constantFrom(...Object.keys(everything), 'oid'), fc.jsonValue());
  fc.assert(fc.property(fc.oneof(claims, fc.jsonValue()), (any) => identityOf(any).label.length <= 104), { numRuns: runs });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => typeof accountIdentity({ accessToken: new Secret(any), idToken: null }).label === 'string'), { numRuns: runs });
});
