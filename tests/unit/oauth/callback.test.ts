import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchIssuer, matchState, parseCallback } from '../../../electron/oauth/callback.ts';
import type { CallbackResult } from '../../../electron/oauth/callback.ts';
import { formEncode } from '../../../electron/oauth/form.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { accepted, nearMisses } from './near-misses.ts';
import { discoveryWith, runs } from './support.ts';

const [uri] = accepted;

function parse(query: string): CallbackResult {
  return parseCallback(`${uri}${query}`, accepted);
}

/** The result with its secrets opened, so that they can be compared. */
function open(result: CallbackResult): unknown {
  if (result.kind === 'code') return { ...result, code: result.code.reveal(), state: result.state.reveal() };
  return result.kind === 'error' ? { ...result, state: result.state?.reveal() ?? null } : result;
}

test.each(accepted)('a return to %s is read', (address) => {
  expect(open(parseCallback(`${address}?code=the-code&state=the-state`, accepted))).toEqual({ kind: 'code', code: 'the-code', state: 'the-state', issuer: null });
});

test('there are at least sixty near misses, all different', () => {
  expect(new Set(nearMisses).size).toBe(nearMisses.length);
  expect(nearMisses.length).toBeGreaterThanOrEqual(60);
});

test.each(nearMisses)('a near miss is not ours: %j', (raw) => {
  expect(parseCallback(raw, accepted)).toEqual({ kind: 'notOurs' });
});

test.each([
  ['?code=a&code=b&state=s', 'duplicate'],
  ['?code=a&code=a&state=s', 'duplicate'],
  ['?code=a&c%6Fde=b&state=s', 'duplicate'],
  ['?code=a&state=s&state=t', 'duplicate'],
  ['?error=e&error=f&state=s', 'duplicate'],
  ['?code=a&state=s&iss=x&iss=y', 'duplicate'],
  ['?error=e&error_description=x&error_description=y&state=s', 'duplicate'],
  ['?code=a&error=e&state=s', 'codeAndError'],
  ['?state=s', 'neitherCodeNorError'],
  ['?', 'neitherCodeNorError'],
  ['', 'neitherCodeNorError'],
  ['?CODE=a&state=s', 'neitherCodeNorError'],
  ['?access_token=a&state=s', 'neitherCodeNorError'],
  ['?code=a', 'missingState'],
  ['?code=&state=s', 'empty'],
  ['?code&state=s', 'empty'],
  ['?code=a&state=', 'empty'],
  ['?error=&state=s', 'empty'],
  ['?code=a&state=s&iss=', 'empty'],
  ['#code=a&state=s', 'fragment'],
  ['?code=a&state=s#', 'fragment'],
  ['?code=a&state=s#_=_', 'fragment'],
  ['?code=%zz&state=s', 'encoding'],
  ['?code=%C3&state=s', 'encoding'],
  ['?code=a&state=%', 'encoding'],
  ['?code=a%00&state=s', 'characters'],
  ['?code=a&state=s%0D%0Ax', 'characters'],
  ['?code=a&state=s ', 'characters'],
  ['?code=a&state=s\0', 'characters'],
  ['?code=a&state=s\r\nx', 'characters'],
  ['?code=a&state=\uD800', 'characters'],
  [`?code=a&state=${'s'.repeat(8192)}`, 'tooLong'],
  [`?code=a&state=${'é'.repeat(4090)}`, 'tooLong'],
])('%j is malformed: %s', (query, reason) => {
  expect(parse(query)).toEqual({ kind: 'malformed', reason });
});

test('order is free, unknown parameters and empty pairs are ignored, plus means blank', () => {
  expect(open(parse('?&session_state=%zz&state=s%2B+t&%zz=1&code=c&&iss=https%3A%2F%2Fa'))).toEqual({ kind: 'code', code: 'c', state: 's+ t', issuer: 'https://a' });
});

test('a very long state survives within 8 KB, and not one byte more', () => {
  const prefix = '?code=c&state=';
  const room = 8192 - uri.length - prefix.length;
  expect(open(parse(prefix + 's'.repeat(room)))).toMatchObject({ kind: 'code', state: 's'.repeat(room) });
  expect(parse(prefix + 's'.repeat(room + 1))).toEqual({ kind: 'malformed', reason: 'tooLong' });
});

test('an error carries its description, its correlation id and its state, if any', () => {
  const description = 'AADB2C90091: The user has cancelled.\r\nCorrelation ID: 7700d7f4-b48e-4452-b493-5d14b45ef47e\r\nTimestamp: 2026-05-04 10:00:00Z';
  const query = formEncode([['error', 'access_denied'], ['error_description', description], ['state', 's']]);
  expect(open(parse(`?${query}`))).toEqual({
    kind: 'error', error: 'access_denied', description, correlationId: '7700d7f4-b48e-4452-b493-5d14b45ef47e', state: 's', issuer: null,
  });
  expect(parse('?error=server_error')).toEqual({ kind: 'error', error: 'server_error', description: null, correlationId: null, state: null, issuer: null });
  expect(parse('?error=server_error&iss=https%3A%2F%2Fa')).toMatchObject({ kind: 'error', issuer: 'https://a' });
});

/** Text without the control characters that are refused. */
const value = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.toWellFormed()).filter((text) => !/\p{Cc}/u.test(text));

test('any Unicode value survives the way there and back', () => {
  fc.assert(
    fc.property(value, value, value, (code, state, iss) => {
      expect(open(parse(`?${formEncode([['code', code], ['state', state], ['iss', iss]])}`))).toEqual({ kind: 'code', code, state, issuer: iss });
    }),
    { numRuns: runs },
  );
});

test('any string gets an answer, never an exception, and only an exact address is ever read', () => {
  const pieces = fc.constantFrom('liaison://auth/callback', 'http://localhost:8400/cb', '?', '&', '#', '=', 'code', 'state', 'error', 'iss', '%', '%00', '/', '..', '@', ':');
  const almost = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), (raw) => {
      const { kind } = parseCallback(raw, accepted);
      const base = raw.split(/[?#]/, 1)[0] ?? '';
      expect(kind === 'notOurs').toBe(!accepted.some((each) => each === base));
    }),
    { numRuns: runs },
  );
});

test('one changed, added or lost character before the query makes it not ours', () => {
  fc.assert(
    fc.property(fc.nat(uri.length - 1), fc.string({ unit: 'binary', maxLength: 1 }), fc.boolean(), (at, character, insert) => {
      const base = uri.slice(0, at) + character + uri.slice(insert ? at : at + 1);
      fc.pre(base !== uri && !/[?#]/.test(base));
      expect(parseCallback(`${base}?code=c&state=s`, accepted).kind).toBe('notOurs');
    }),
    { numRuns: runs },
  );
});

test('nothing is accepted when no return is expected', () => {
  expect(parseCallback(`${uri}?code=c&state=s`, [])).toEqual({ kind: 'notOurs' });
  expect(parseCallback('?code=c&state=s', [''])).toEqual({ kind: 'notOurs' });
});

test('a state matches itself alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(matchState(new Secret(one), new Secret(one))).toBe(true);
      expect(matchState(new Secret(one), new Secret(other))).toBe(one === other);
    }),
    { numRuns: runs },
  );
  expect(matchState(new Secret('s'), null)).toBe(false);
  expect(matchState(new Secret('\uD800'), new Secret('\uD801'))).toBe(false);
  expect(matchState(new Secret('A'), new Secret('\u0141'))).toBe(false);
});

test.each([
  [null, null, true],
  [null, 'https://a', true],
  ['https://a', null, true],
  ['https://a', 'https://a', true],
  ['https://a/', 'https://a', false],
  ['https://b', 'https://a', false],
])('issuer %s against the discovered %s: %s', (issuer, known, expected) => {
  expect(matchIssuer(issuer, discoveryWith({ issuer: known }))).toBe(expected);
  expect(matchIssuer(issuer, null)).toBe(true);
});
