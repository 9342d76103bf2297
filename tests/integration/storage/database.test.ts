import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { failure, success } from '../../../electron/contract/result.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { migrations, versionOf } from '../../../electron/shell/storage/migrations.ts';
import { transaction } from '../../../electron/shell/storage/sqlite.ts';
import { clock, temporaryFolder, value } from './support.ts';

const file = (): string => join(temporaryFolder(), 'liaison.db');

test('a new database has the promised settings', () => {
  const { db, setAside } = value(openDatabase(file(), clock));
  const read = (name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(setAside).toBeNull();
  expect(['journal_mode', 'synchronous', 'fullfsync', 'checkpoint_fullfsync', 'secure_delete', 'trusted_schema', 'foreign_keys'].map(read))
    .toEqual(['wal', 2, 1, 1, 1, 0, 1]);
  const loose = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'").all();
  expect(loose).toEqual([]);
  db.close();
});

test('a file that is no database is moved aside, byte for byte, and a new one is opened', () => {
  const path = file();
  writeFileSync(path, 'this is no database '.repeat(500));
  const before = readFileSync(path);
  const opened = value(openDatabase(path, clock));
  expect(opened.notices).toEqual([{ code: 'L-63', reason: 'database' }]);
  expect(opened.setAside?.file).toBe(`${path}.damaged-20260102T030405678Z`);
  expect(readFileSync(opened.setAside?.file ?? '')).toEqual(before);
  expect(versionOf(opened.db)).toBe(migrations.length);
  opened.db.close();
});

test('a damaged page, a log without its database and a foreign schema are each set aside', () => {
  const damaged = file();
  const { db } = value(openDatabase(damaged, clock));
  db.close();
  const bytes = readFileSync(damaged);
  bytes.fill(0xa5, 4096, 4096 * 6);
  writeFileSync(damaged, bytes);
  const orphan = file();
  writeFileSync(`${orphan}-wal`, 'remains of a log');
  const foreign = file();
  const other = new DatabaseSync(foreign);
  other.exec('CREATE TABLE recipe (id INTEGER) STRICT');
  other.close();
  for (const path of [damaged, orphan, foreign]) {
    const opened = value(openDatabase(path, clock));
    expect(opened.notices, path).toHaveLength(1);
    opened.db.close();
  }
  expect(readFileSync(`${orphan}.damaged-20260102T030405678Z-wal`, 'utf8')).toBe('remains of a log');
});

test('a database of a newer program is refused and keeps every byte', () => {
  const path = file();
  const { db } = value(openDatabase(path, clock));
  db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
  // Still open, so that the newer version is in the log only.
  const before = [readFileSync(path), readFileSync(`${path}-wal`)];
  expect(openDatabase(path, clock)).toEqual(failure({ code: 'L-66', reason: 'database' }));
  expect([readFileSync(path), readFileSync(`${path}-wal`)]).toEqual(before);
  db.close();
  const closed = readFileSync(path);
  expect(openDatabase(path, clock).ok).toBe(false);
  expect(readFileSync(path)).toEqual(closed);
});

test('an older database is migrated with its rows, and a migration that fails leaves the old version', () => {
  const path = file();
  const { db } = value(openDatabase(path, clock));
  db.exec("INSERT INTO site (id, name, address, customer_name, customer_language, created_at, folded_name, folded) VALUES ('a', 'Name', '', '', 'en', 1, 'name', 'name')");
  db.close();
  const addNote = (next: DatabaseSync): void => next.exec("ALTER TABLE site ADD COLUMN note TEXT NOT NULL DEFAULT 'none'");
  const broken = (next: DatabaseSync): void => {
    // The table is filled only when the migration meets real rows, so that the expected schema can still be built.
    next.exec('CREATE TABLE half (id TEXT NOT NULL) STRICT; INSERT INTO half SELECT NULL FROM site');
  };
  expect(openDatabase(path, clock, { steps: [...migrations, broken] })).toEqual(failure({ code: 'L-63', reason: 'migration' }));
  const opened = value(openDatabase(path, clock, { steps: [...migrations, addNote] }));
  expect(opened.setAside).toBeNull();
  expect(versionOf(opened.db)).toBe(migrations.length + 1);
  expect(opened.db.prepare('SELECT name, note FROM site').all().map((row) => ({ ...row }))).toEqual([{ name: 'Name', note: 'none' }]);
  opened.db.close();
  expect(readdirSync(join(path, '..'))).toEqual(['liaison.db']);
});

test('a place that cannot be written gives L-62', () => {
  expect(openDatabase(join(temporaryFolder(), 'missing', 'liaison.db'), clock)).toEqual(failure({ code: 'L-62' }));
});

test('a transaction that fails, by result, by full disk or by read-only disk, leaves everything as it was', () => {
  const path = file();
  const { db } = value(openDatabase(path, clock));
  const count = (): unknown => db.prepare('SELECT count(*) AS n FROM set_aside').get()?.['n'];
  const insert = (bytes: number): void => void db.prepare("INSERT INTO set_aside VALUES (NULL, 'link', 'x', 1, NULL, ?)").run(Buffer.alloc(bytes));
  const many = (): ReturnType<typeof success<null>> => {
    insert(10);
    insert(1_000_000);
    return success(null);
  };
  expect(transaction(db, () => (insert(10), failure({ code: 'L-68' })))).toEqual(failure({ code: 'L-68' }));
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
  db.exec(`PRAGMA max_page_count = ${pages + 1}`);
  expect(transaction(db, many)).toEqual(failure({ code: 'L-62' }));
  db.exec('PRAGMA max_page_count = 1000000; PRAGMA query_only = ON');
  expect(transaction(db, many)).toEqual(failure({ code: 'L-62' }));
  db.exec('PRAGMA query_only = OFF');
  expect(count()).toBe(0);
  expect(() => transaction(db, () => { insert(1); throw new TypeError('fault'); })).toThrow(TypeError);
  expect(count()).toBe(0);
  expect(transaction(db, many).ok).toBe(true);
  expect(count()).toBe(2);
  db.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
});
