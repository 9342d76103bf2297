import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { workBeside } from '../../../electron/shell/storage/file-thread.ts';
import { temporaryFolder } from './support.ts';

const script = fileURLToPath(new URL('../../../electron/worker.ts', import.meta.url));

function database(rows: number): string {
  const file = join(temporaryFolder(), 'a.db');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT); CREATE INDEX by_text ON t (text)');
  db.prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) INSERT INTO t SELECT i, printf('%0200d', i) FROM n`).run();
  db.close();
  return file;
}

const refuse = (): never => {
  throw new Error('The thread did not start.');
};

it('a thread says whether a database is sound, and a damaged index is not', async () => {
  const file = database(500);
  const work = workBeside(script, refuse, 0);
  expect(await work.isSound(file)).toBe(true);
  const db = new DatabaseSync(file);
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'by_text'").get()?.['rootpage']);
  db.close();
  writeFileSync(file, readFileSync(file).fill(0xa5, (root - 1) * 4096, root * 4096));
  expect(await work.isSound(file)).toBe(false);
});

it('a thread copies what is committed, the log of an open database besides', async () => {
  const file = database(3);
  const db = new DatabaseSync(file);
  db.exec("INSERT INTO t VALUES (9, 'committed')");
  db.exec("BEGIN; INSERT INTO t VALUES (10, 'not yet')");
  const to = join(temporaryFolder(), 'copy.db');
  await workBeside(script, refuse, 0).copy(file, to);
  db.exec('ROLLBACK');
  db.close();
  const copy = new DatabaseSync(to, { readOnly: true });
  expect(copy.prepare('SELECT id FROM t ORDER BY id').all().map((row) => row['id'])).toEqual([1, 2, 3, 9]);
  copy.close();
});

it('what cannot be read or written is refused by the thread as it is here', async () => {
  const file = database(3);
  const nowhere = join(temporaryFolder(), 'no', 'such', 'folder', 'copy.db');
  for (const work of [workBeside(script, refuse, 0), workBeside(join(temporaryFolder(), 'no-thread.js'), () => undefined, 0)]) {
    await expect(work.copy(file, nowhere)).rejects.toThrow('could not be read');
    await expect(work.isSound(nowhere)).rejects.toThrow('could not be read');
  }
});

it('where no thread starts the work is done all the same, and that is told', async () => {
  const file = database(3);
  let told = 0;
  const to = join(temporaryFolder(), 'copy.db');
  const work = workBeside(join(temporaryFolder(), 'no-thread.js'), () => (told += 1), 0);
  await work.copy(file, to);
  expect([await work.isSound(file), existsSync(to), told]).toEqual([true, true, 2]);
});

it('no thread is started for a small file', async () => {
  const file = database(3);
  const to = join(temporaryFolder(), 'copy.db');
  const work = workBeside(join(temporaryFolder(), 'no-thread.js'), refuse);
  await work.copy(file, to);
  expect([await work.isSound(file), existsSync(to)]).toEqual([true, true]);
});

it('while a large database is examined the program goes on', async () => {
  const file = database(60_000);
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  await workBeside(script, refuse).isSound(file);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(3);
});
