import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formDecode, formEncode } from '../../../electron/oauth/form.ts';
import { runs } from './support.ts';

const unicode = fc.string({ unit: 'binary' });

test('any Unicode survives the form encoding, each name once, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(unicode, unicode), { selector: ([name]) => name, maxLength: 5 }), (pairs) => {
      const expected = pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]);
      expect([...new URLSearchParams(formEncode(pairs))]).toEqual(expected);
    }),
    { numRuns: runs },
  );
});

test('decoding undoes encoding, and damaged encodings give null instead of an exception', () => {
  fc.assert(fc.property(unicode, (text) => formDecode(formEncode([['', text]]).slice(1)) === text.toWellFormed()), { numRuns: runs });
  fc.assert(fc.property(unicode, (text) => formDecode(text) === null || typeof formDecode(text) === 'string'), { numRuns: runs });
  expect(formDecode('%zz')).toBeNull();
  expect(formDecode('a+b%2B')).toBe('a b+');
});

test('what servers trip over is encoded: quotes, braces, blank, plus, dollar, apostrophe', () => {
  expect(formEncode([['client_secret', `"{}/>$ +'()!*~`]])).toBe('client_secret=%22%7B%7D%2F%3E%24%20%2B%27%28%29%21%2A~');
});

test('a lone surrogate becomes the replacement character', () => {
  expect(formEncode([['a', '\uD800']])).toBe('a=%EF%BF%BD');
});
