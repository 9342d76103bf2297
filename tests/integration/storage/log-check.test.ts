import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { logWasCut } from '../../../electron/shell/storage/log-check.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { clock, NOW, temporaryFolder, value } from './support.ts';

const FRAME = 24 + 4096;

/** A log of several transactions, the last of several frames; and a check of a changed copy of it. */
function log(): { readonly bytes: Buffer; readonly lastStart: number; cut(change: (bytes: Buffer) => Buffer): boolean } {
  const file = join(temporaryFolder(), 'liaison.db');
  const { db } = value(openDatabase(file, clock));
  const sites = createSiteStore(db);
  const add = (name: string) => value(sites.create({ name, address: '', customerName: '', customerLanguage: 'en' }, NOW));
  for (const name of ['one', 'two', 'three']) add(name);
  const lastStart = readFileSync(`${file}-wal`).length;
  add('four');
  const bytes = readFileSync(`${file}-wal`);
  db.close();
  const copy = join(temporaryFolder(), 'copy-wal');
  return {
    bytes, lastStart,
    cut: (change) => {
      writeFileSync(copy, change(Buffer.from(bytes)));
      return logWasCut(copy);
    },
  };
}

test('what a power cut leaves of the last transaction is no damage', () => {
  const { bytes, lastStart, cut } = log();
  expect(cut((whole) => whole.fill(0)), 'a new log that got its length but not its content').toBe(false);
  expect([cut((whole) => whole), cut(() => Buffer.alloc(0)), logWasCut(join(temporaryFolder(), 'none'))]).toEqual([false, false, false]);
  const frames = (bytes.length - lastStart) / FRAME;
  expect(frames).toBeGreaterThan(1);
  for (let length = lastStart; length < bytes.length; length += 512) expect(cut((whole) => whole.subarray(0, length)), String(length)).toBe(false);
  // Pages may reach the disk in any order.
  for (let missing = 0; missing < frames; missing += 1) {
    const start = lastStart + missing * FRAME;
    expect(cut((whole) => whole.fill(0, start, start + FRAME)), String(missing)).toBe(false);
    expect(cut((whole) => whole.fill(0, start + 1024, start + 2048)), String(missing)).toBe(false);
  }
});

test('a single bit turned before the last two transactions is damage, and so is one of the header', () => {
  const { cut } = log();
  const turned = (place: number) => (whole: Buffer): Buffer => {
    whole.writeUInt8(whole.readUInt8(place) ^ 4, place);
    return whole;
  };
  for (const place of [0, 5, 9, 18, 26, 31, 32, 36, 41, 45, 50, 60, 32 + FRAME, 32 + FRAME + 2000]) expect(cut(turned(place)), String(place)).toBe(true);
});

test('frames left over from an earlier round of the log are not taken for lost ones', () => {
  const file = join(temporaryFolder(), 'liaison.db');
  const { db } = value(openDatabase(file, clock));
  const sites = createSiteStore(db);
  const add = (name: string) => value(sites.create({ name, address: '', customerName: '', customerLanguage: 'en' }, NOW));
  for (const name of ['one', 'two', 'three', 'four']) add(name);
  db.exec('PRAGMA wal_checkpoint(RESTART)');
  const before = readFileSync(`${file}-wal`).length;
  add('five');
  expect([readFileSync(`${file}-wal`).length, logWasCut(`${file}-wal`)]).toEqual([before, false]);
  db.close();
});

test('a database whose log lost something acknowledged is set aside together with the log', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'liaison.db');
  const { db } = value(openDatabase(file, clock));
  const sites = createSiteStore(db);
  for (const name of ['one', 'two', 'three']) value(sites.create({ name, address: '', customerName: '', customerLanguage: 'en' }, NOW));
  const copy = join(temporaryFolder(), 'liaison.db');
  writeFileSync(copy, readFileSync(file));
  const frames = readFileSync(`${file}-wal`);
  frames.writeUInt8(frames.readUInt8(100) ^ 1, 100);
  writeFileSync(`${copy}-wal`, frames);
  db.close();
  const opened = value(openDatabase(copy, clock));
  expect([opened.notices, readFileSync(`${opened.setAside?.file}-wal`).equals(frames)]).toEqual([[{ code: 'L-63', reason: 'database' }], true]);
  opened.db.close();
});
