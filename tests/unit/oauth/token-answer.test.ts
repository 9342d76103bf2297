import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemSchema } from '../../../electron/contract/problems.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { readTokenAnswer } from '../../../electron/oauth/token.ts';
import type { TokenContext } from '../../../electron/oauth/token.ts';
import type { TokenOutcome } from '../../../electron/oauth/token-types.ts';
import { answer, now, runs } from './support.ts';

const code: TokenContext = { grant: 'code', presented: null, now };
const refresh: TokenContext = { grant: 'refresh', presented: new Secret('the-presented'), now };
const good = { access_token: 'the-access', refresh_token: 'the-refresh', token_type: 'Bearer', expires_in: 3600 };

/** The refresh token that comes out, whatever the kind. */
function keptBy(outcome: TokenOutcome): string | null {
  if (outcome.kind === 'tokens') return outcome.tokens.refreshToken.reveal();
  return outcome.kind === 'unusable' ? (outcome.refreshToken?.reveal() ?? null) : null;
}

function expiry(members: object): number | null {
  const outcome = readTokenAnswer(answer(200, { ...good, expires_in: undefined, ...members }), code);
  return outcome.kind === 'tokens' ? (outcome.tokens.accessTokenExpiresAt - now) / 1000 : null;
}

test.each([
  ['as documented', 200, good],
  ['created', 201, good],
  ['unknown members', 200, { ...good, profile_info: 'x', not_before: 1, resource: [], nested: { refresh_token: 'other' } }],
  ['type in lower case', 200, { ...good, token_type: 'bearer' }],
  ['type in upper case', 200, { ...good, token_type: 'BEARER' }],
  ['type missing', 200, { ...good, token_type: undefined }],
  ['type null', 200, { ...good, token_type: null }],
  ['empty error', 200, { ...good, error: '' }],
  ['byte order mark', 200, `\uFEFF${JSON.stringify(good)}`],
  ['nested refresh token', 200, { ...good, refresh_token: undefined, data: [{ refresh_token: 'the-refresh' }] }],
])('tokens are read: %s', (_name, status, body) => {
  const outcome = readTokenAnswer(answer(status, body), code);
  expect(outcome.kind).toBe('tokens');
  if (outcome.kind !== 'tokens') return;
  expect([outcome.tokens.accessToken.reveal(), outcome.tokens.refreshToken.reveal(), outcome.tokens.idToken]).toEqual(['the-access', 'the-refresh', null]);
});

test('an id token is kept for display', () => {
  const outcome = readTokenAnswer(answer(200, { ...good, id_token: 'the-id' }), code);
  expect(outcome.kind === 'tokens' && outcome.tokens.idToken?.reveal()).toBe('the-id');
});

const lifetimes: readonly (readonly [object, number])[] = [
  [{ expires_in: 1800 }, 1800],
  [{ expires_in: '1800' }, 1800],
  [{ expires_in: ' 1800 ' }, 1800],
  [{ expires_on: now / 1000 + 900 }, 900],
  [{ expires_on: String(now / 1000 + 900) }, 900],
  [{ expires_on: now / 1000 + 900, expires_in: 1800 }, 900],
  [{ expires_on: now / 1000 - 900, expires_in: 1800 }, 1800],
  [{ expires_on: now + 900_000, expires_in: 1800 }, 1800],
  [{ expires_on: 'tomorrow', expires_in: '1800' }, 1800],
  [{}, 3600],
  ...[0, -1, '-1', 1e9, '99999999999999999999', 'NaN', 'Infinity', '0x10', '', ' ', null, true, [], {}].map((absurd) => [{ expires_in: absurd, expires_on: absurd }, 3600] as const),
];

test.each(lifetimes)('%j means %s seconds', (members, expected) => {
  expect(expiry(members)).toBe(expected);
});

test('a refresh answer without a refresh token keeps the presented one; a code answer without one is unusable', () => {
  for (const missing of [undefined, null, '', 7]) {
    const body = answer(200, { ...good, refresh_token: missing });
    const kept = readTokenAnswer(body, refresh);
    expect([kept.kind, keptBy(kept)]).toEqual(['tokens', 'the-presented']);
    expect(readTokenAnswer(body, code)).toMatchObject({ kind: 'unusable', refreshToken: null, problem: { code: 'L-45', reason: 'refreshToken' } });
  }
});

test.each([
  ['no access token', 200, { refresh_token: 'the-refresh' }, 'accessToken'],
  ['access token of a wrong type', 200, { ...good, access_token: 5 }, 'accessToken'],
  ['another token type', 200, { ...good, token_type: 'mac' }, 'tokenType'],
  ['token type of a wrong type', 200, { ...good, token_type: 5 }, 'tokenType'],
  ['a list', 200, [good], 'notJson'],
  ['cut after the token', 200, '{"refresh_token":"the-refresh","access_tok', 'notJson'],
  ['cut, escaped, spaced', 200, '{"a":"\\"refresh_token\\":\\"no\\"","refresh_token" : "the\\u002drefresh" , ', 'notJson'],
  ['two, the last wins', 200, '{"refresh_token":"old","refresh_token":"the-refresh",', 'notJson'],
  ['inside a page', 200, '<html><pre>{"refresh_token":"the-refresh"}</pre>', 'notJson'],
  ['with an error beside it', 200, { ...good, error: 'odd' }, 'errorWithToken'],
  ['with a server error', 500, good, 'errorWithToken'],
  ['with too many requests', 429, good, 'errorWithToken'],
])('the refresh token comes out though the answer is unusable: %s', (_name, status, body, reason) => {
  const sent = answer(status, body);
  const outcome = readTokenAnswer(sent, refresh);
  expect(outcome).toMatchObject({ kind: 'unusable', problem: { code: 'L-45', reason, httpStatus: status } });
  expect(keptBy(outcome)).toBe('the-refresh');
  expect(outcome.kind === 'unusable' && outcome.raw.reveal()).toBe(sent.kind === 'answer' && sent.body);
});

test.each(['', ' ', '<html>', 'null', '7', '"x"', '[]', '{}', '{"refresh_token":"the-ref', '{"refresh_token":"x\\', '{"refresh_token":""', '{"refresh_token_expires_in":"9"', '{"\\"refresh_token":"no",'])(
  'a 200 with nothing to save is unusable and names no token: %j',
  (body) => {
    expect(readTokenAnswer(answer(200, body), refresh)).toMatchObject({ kind: 'unusable', refreshToken: null, problem: { code: 'L-45' } });
  },
);

test.each([
  [400, { error: 'invalid_grant', error_description: 'AADB2C90080: expired' }, refresh, 'invalidGrant', 'L-42'],
  [400, { error: 'invalid_grant' }, code, 'invalidGrant', 'L-20'],
  [200, { error: 'invalid_grant' }, refresh, 'invalidGrant', 'L-42'],
  [400, { error: 'invalid_grant', error_description: 'AADB2C90085: reauthenticate' }, refresh, 'companyRefused', 'L-16'],
  [401, { error: 'invalid_client' }, code, 'companyRefused', 'L-08'],
  [400, { error: 'unauthorized_client' }, refresh, 'companyRefused', 'L-02'],
  [400, { error: 'invalid_request' }, code, 'refused', 'L-01'],
  [400, { error: 'unsupported_grant_type' }, code, 'refused', 'L-04'],
  [400, { error: 'invalid_scope' }, code, 'refused', 'L-05'],
  [400, { error: 'brand_new' }, code, 'refused', 'L-45'],
  [400, { error: 'server_error' }, refresh, 'uncertain', 'L-09'],
  [500, { error: 'server_error' }, refresh, 'uncertain', 'L-09'],
  [500, { error: 'invalid_grant' }, refresh, 'uncertain', 'L-09'],
  [502, '<html>', refresh, 'uncertain', 'L-09'],
  [400, '<html>', refresh, 'uncertain', 'L-45'],
  [400, '{"error":"invalid_gr', refresh, 'uncertain', 'L-45'],
  [400, { message: 'Internal error', code: 1 }, refresh, 'uncertain', 'L-45'],
  [400, { error: { code: 5 } }, refresh, 'uncertain', 'L-45'],
  [400, '{"refresh_token":"the-presented"}', refresh, 'uncertain', 'L-45'],
  [302, '', code, 'uncertain', 'L-45'],
  [407, '<html>', refresh, 'uncertain', 'L-53'],
  [400, { error: 'temporarily_unavailable' }, refresh, 'backOff', 'L-07'],
  [503, '<html>', refresh, 'backOff', 'L-07'],
  [429, { error: 'invalid_grant' }, refresh, 'backOff', 'L-44'],
])('status %s with %j', (status, body, context, kind, problem) => {
  expect(readTokenAnswer(answer(status, body), context)).toMatchObject({ kind, problem: { code: problem, httpStatus: status } });
});

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['Mon, 04 May 2026 10:02:00 GMT', 120],
  ['Mon, 04 May 2026 09:00:00 GMT', 0],
  ['999999999', 86_400],
  ['-5', null],
  ['soon', null],
  ['', null],
])('Retry-After %j is %s seconds', (header, seconds) => {
  const outcome = readTokenAnswer(answer(429, '', { 'retry-after': header }), refresh);
  expect(outcome).toMatchObject({ kind: 'backOff', retryAfterSeconds: seconds });
  expect(outcome.kind === 'backOff' && (outcome.problem.retryAfterSeconds ?? null)).toBe(seconds);
});

test('what was never sent and what is unknown stay apart', () => {
  expect(readTokenAnswer({ kind: 'nothingSent', failure: 'dns' }, refresh)).toEqual({ kind: 'nothingSent', problem: { code: 'L-52' } });
  expect(readTokenAnswer({ kind: 'unknown', failure: 'reset' }, refresh)).toEqual({ kind: 'uncertain', problem: { code: 'L-10' } });
  expect(readTokenAnswer({ kind: 'unknown', failure: 'redirected' }, code)).toEqual({ kind: 'uncertain', problem: { code: 'L-45' } });
});

const token = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((text) => text !== 'the-presented');
const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('Bearer', -1, 1e308, '', 'mac', null));

test('a malformed answer never loses the refresh token that is whole in it', () => {
  const members = fc.dictionary(fc.constantFrom('access_token', 'token_type', 'expires_in', 'expires_on', 'id_token', 'scope', 'x'), odd);
  fc.assert(
    fc.property(token, members, members, fc.integer({ min: 200, max: 299 }), fc.double({ min: 0, max: 1, noNaN: true }), (secret, before, after, status, cut) => {
      const head = JSON.stringify({ ...before, refresh_token: secret });
      const rest = JSON.stringify(after).slice(1);
      const whole = `${head.slice(0, -1)}${rest === '}' ? '' : ','}${rest}`;
      const body = whole.slice(0, head.length - 1 + Math.round(cut * (whole.length - head.length + 1)));
      for (const context of [code, refresh]) expect(keptBy(readTokenAnswer(answer(status, body), context))).toBe(secret);
    }),
    { numRuns: runs },
  );
});

test('half a refresh token is never taken for a whole one', () => {
  fc.assert(
    fc.property(token, fc.nat(200), (secret, at) => {
      const start = '{"access_token":"a","refresh_token":';
      const quoted = JSON.stringify(secret);
      const body = start + quoted.slice(0, at % quoted.length);
      expect(keptBy(readTokenAnswer(answer(200, body), refresh))).toBeNull();
    }),
    { numRuns: runs },
  );
});

test('any answer is read without an exception, and no problem holds anything of it', () => {
  const body = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.dictionary(fc.constantFrom('error', 'error_description', 'access_token', 'refresh_token', 'token_type'), odd).map((each) => JSON.stringify(each)));
  fc.assert(
    fc.property(body, fc.integer({ min: 100, max: 599 }), fc.dictionary(fc.constantFrom('retry-after'), fc.string()), (text, status, headers) => {
      const outcome: TokenOutcome = readTokenAnswer({ kind: 'answer', status, headers, body: `${text}canary` } satisfies HttpOutcome, refresh);
      if (outcome.kind === 'tokens') return;
      expect(problemSchema.safeParse(outcome.problem).success).toBe(true);
      expect(JSON.stringify(outcome)).not.toContain('canary');
    }),
    { numRuns: runs },
  );
});

test('64 KB of brackets or quotes are read without harm', () => {
  for (const body of ['['.repeat(65_536), '['.repeat(32_768) + ']'.repeat(32_768), '"refresh_token":"'.repeat(3800), '\\"'.repeat(32_768)])
    expect(readTokenAnswer(answer(200, body), refresh).kind).toBe('unusable');
});
