import { copyFileSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { logWasCut } from '../../../electron/shell/storage/log-check.ts';
import { LOG_BYTES, makeRoomInLog } from '../../../electron/shell/storage/log-room.ts';
import { emptyLog } from '../../../electron/shell/storage/sqlite.ts';
import { openWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, completion, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

const form = { name: 'Villa', address: '', customerName: '', customerLanguage: 'en' } as const;
const yes = (): boolean => true;

function database(): { readonly file: string; readonly log: string; readonly db: DatabaseSync } {
  const file = join(temporaryFolder(), 'liaison.db');
  return { file, log: `${file}-wal`, db: value(openDatabase(file, clock)).db };
}

test('a renewal that begins gives the log its full length, and what follows does not make it longer', async () => {
  const folder = temporaryFolder();
  const workspace = await openWorkspace(folder, { clock, wrapper: fakeWrapper('anna') });
  const [sites, links] = [present(workspace.sites), present(workspace.links)];
  const link = value(links.create(newLink(value(sites.create(form, NOW)).id)));
  const size = (): number => statSync(join(folder, 'liaison.db-wal')).size;
  expect(size()).toBeLessThan(LOG_BYTES / 4);
  for (let generation = 1; generation <= 20; generation += 1) {
    value(links.beginRenewal(link.id, generation, NOW));
    expect(size()).toBe(LOG_BYTES);
    value(links.completeRenewal(link.id, generation, completion(`mark-${generation}`)));
  }
  expect(size()).toBe(LOG_BYTES);
  workspace.close();
});

test('SQLite works a log of this length in before it becomes longer', () => {
  const { db, log } = database();
  db.exec('BEGIN IMMEDIATE');
  makeRoomInLog(db, yes);
  db.exec('COMMIT; CREATE TABLE filler (id INTEGER PRIMARY KEY, bytes BLOB)');
  const insert = db.prepare('INSERT INTO filler (bytes) VALUES (randomblob(20000))');
  for (let turn = 0; turn < 500; turn += 1) insert.run();
  expect(statSync(log).size).toBe(LOG_BYTES);
  db.close();
});

test('after a death at any moment everything that was saved is there, and the zeros are not taken for a loss', () => {
  const { db, file, log } = database();
  db.exec('CREATE TABLE moment (name TEXT)');
  const folder = temporaryFolder();
  const found = (length: number | null): readonly unknown[] => {
    const copy = join(folder, `copy-${length ?? 'whole'}.db`);
    copyFileSync(file, copy);
    copyFileSync(log, `${copy}-wal`);
    if (length !== null) truncateSync(`${copy}-wal`, length);
    expect(logWasCut(`${copy}-wal`), String(length)).toBe(false);
    const again = new DatabaseSync(copy);
    const names = again.prepare('SELECT name FROM moment').all().map((row) => row['name']);
    again.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
    return names;
  };
  // Emptied first: then even the header of the log is zeros.
  emptyLog(db);
  db.exec('BEGIN IMMEDIATE');
  makeRoomInLog(db, yes);
  expect([readFileSync(log).every((byte) => byte === 0), found(null), found(100), found(5000)]).toEqual([true, [], [], []]);
  db.exec("INSERT INTO moment VALUES ('one'); COMMIT");
  expect([statSync(log).size, found(null)]).toEqual([LOG_BYTES, ['one']]);
  truncateSync(log, 32 + 2 * (24 + 4096));
  db.exec('BEGIN IMMEDIATE');
  makeRoomInLog(db, yes);
  expect([found(null), found(20_000)]).toEqual([['one'], ['one']]);
  db.exec("INSERT INTO moment VALUES ('two'); COMMIT");
  expect(found(null)).toEqual(['one', 'two']);
  db.close();
});

test('nothing is written where there is too little room, no file, or no log that can be written', () => {
  const { db, log } = database();
  const { size } = statSync(log);
  const asked: number[] = [];
  makeRoomInLog(db, (bytes) => {
    asked.push(bytes);
    return false;
  });
  expect([statSync(log).size, asked]).toEqual([size, [LOG_BYTES - size]]);
  db.close();
  const memory = new DatabaseSync(':memory:');
  makeRoomInLog(memory, yes);
  memory.close();
  const plain = new DatabaseSync(join(temporaryFolder(), 'plain.db'));
  plain.exec('CREATE TABLE one (id)');
  makeRoomInLog(plain, yes);
  plain.close();
});

test('an unlink still empties the log of every old record', async () => {
  const folder = temporaryFolder();
  const workspace = await openWorkspace(folder, { clock, wrapper: fakeWrapper('anna') });
  const [sites, links] = [present(workspace.sites), present(workspace.links)];
  const link = value(links.create(newLink(value(sites.create(form, NOW)).id)));
  value(links.beginRenewal(link.id, 1, NOW));
  value(links.remove(link.id, NOW));
  expect(statSync(join(folder, 'liaison.db-wal')).size).toBe(0);
  workspace.close();
});
