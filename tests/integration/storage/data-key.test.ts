import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { readKeyFile, readKeyRow, writeKeyFile, writeKeyRow } from '../../../electron/shell/storage/data-key.ts';
import { clock, temporaryFolder, value } from './support.ts';

const key = (mark: number) => ({ wrapped: Uint8Array.of(mark, 1), canary: Uint8Array.of(mark, 2) });

test('a key in the database is replaced only on purpose', () => {
  const { db } = value(openDatabase(join(temporaryFolder(), 'liaison.db'), clock));
  expect(readKeyRow(db)).toBeNull();
  value(writeKeyRow(db, key(1), false));
  expect(() => writeKeyRow(db, key(2), false)).toThrow('UNIQUE');
  expect(readKeyRow(db)).toEqual(key(1));
  value(writeKeyRow(db, key(2), true));
  expect(readKeyRow(db)).toEqual(key(2));
});

test('a side file gives back the key that was written', () => {
  const file = join(temporaryFolder(), 'data-key');
  expect(readKeyFile(file)).toBeNull();
  value(writeKeyFile(file, key(1)));
  expect(readKeyFile(file)).toEqual(key(1));
});

test.each([
  ['', 'nothing'],
  ['not JSON', 'no JSON'],
  ['null', 'no object'],
  ['{"version":2,"wrapped":"AQE=","canary":"AQI="}', 'another version'],
  ['{"version":1,"wrapped":"","canary":"AQI="}', 'no key'],
  ['{"version":1,"wrapped":"AQE=","canary":"???"}', 'no canary'],
  ['{"version":1,"wrapped":"AQE=","canary":"AQI=","more":1}', 'something more'],
])('a side file with %j is damaged: %s', (text) => {
  const file = join(temporaryFolder(), 'data-key');
  writeFileSync(file, text);
  expect(readKeyFile(file)).toBe('damaged');
});

test('a side file that cannot be read is damaged', () => {
  const file = join(temporaryFolder(), 'data-key');
  mkdirSync(file);
  expect(readKeyFile(file)).toBe('damaged');
});
