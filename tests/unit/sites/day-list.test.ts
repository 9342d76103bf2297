import { expect, it } from 'vitest';
import { bareWords } from '../../../electron/sites/day-list.ts';

it.each([
  ['12, rue des lilas', '12 rue des lilas'],
  ['12 rue-des-lilas.', '12 rue des lilas'],
  ['  ', ''],
  ['--', ''],
  ['σοφος 4/b', 'σοφος 4 b'],
])('%j is compared as %j', (folded, bare) => {
  expect(bareWords(folded)).toBe(bare);
});
