import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { workHere, type FileWork } from '../../../electron/shell/storage/file-work.ts';
import { listSnapshots, snapshotIfDue, type SnapshotMade } from '../../../electron/shell/storage/snapshots.ts';
import { clock, DAY, NOW, present, temporaryFolder, value } from './support.ts';

const form = { name: 'Villa', address: '', customerName: '', customerLanguage: 'en' } as const;

interface Place {
  readonly db: DatabaseSync;
  readonly folder: string;
  at: number;
  removals: number;
  make(room?: boolean, work?: Pick<FileWork, 'copy'>): Promise<SnapshotMade>;
  days(): readonly string[];
}

function place(): Place {
  const base = temporaryFolder();
  const file = join(base, 'liaison.db');
  const { db } = value(openDatabase(file, clock));
  value(createSiteStore(db).create(form, NOW));
  const folder = join(base, 'snapshots');
  return {
    db, folder, at: NOW, removals: 0,
    async make(room = true, work = workHere) {
      return snapshotIfDue({ db, file, folder, work, clock: { ...clock, now: () => this.at }, space: { hasRoomFor: () => room }, removals: () => this.removals });
    },
    days: () => listSnapshots(folder).map(({ at }) => new Date(at).toISOString().slice(5, 10)),
  };
}

test('one copy a day is made, whole and of today, and the newest three are kept', async () => {
  const here = place();
  expect([await here.make(), await here.make()]).toEqual(['made', 'notDue']);
  here.at += 5 * 60 * 60 * 1000;
  expect(await here.make()).toBe('notDue');
  for (let day = 1; day <= 4; day += 1) {
    here.at = NOW + day * DAY;
    value(createSiteStore(here.db).create({ ...form, name: `day ${day}` }, NOW));
    expect(await here.make()).toBe('made');
  }
  expect(here.days()).toEqual(['01-06', '01-05', '01-04']);
  const counts = listSnapshots(here.folder).map(({ file }) => {
    const copy = new DatabaseSync(file, { readOnly: true });
    const number = [copy.prepare('PRAGMA integrity_check').get()?.['integrity_check'], copy.prepare('SELECT count(*) AS n FROM site').get()?.['n']];
    copy.close();
    return number;
  });
  expect(counts).toEqual([['ok', 5], ['ok', 4], ['ok', 3]]);
  expect(readdirSync(here.folder)).toHaveLength(3);
});

test('a clock that goes back neither stops the copies nor pushes out more than one a day', async () => {
  const here = place();
  here.at = NOW + 400 * DAY;
  expect(await here.make()).toBe('made');
  here.at = NOW;
  expect([await here.make(), await here.make()]).toEqual(['made', 'notDue']);
  here.at = NOW + 400 * DAY + 1;
  expect(await here.make()).toBe('notDue');
  here.at = NOW + DAY;
  expect([await here.make(), here.days()]).toEqual(['made', ['01-03', '01-02', '02-06']]);
});

test('nothing is copied when the disk has little room or the book is empty, and a failure keeps the former copies', async () => {
  const here = place();
  expect([await here.make(false), readdirSync(join(here.folder, '..')).includes('snapshots')]).toEqual(['noRoom', false]);
  expect(await here.make()).toBe('made');
  here.at += DAY;
  here.db.exec('DELETE FROM site');
  expect(await here.make()).toBe('notDue');
  value(createSiteStore(here.db).create(form, NOW));
  // What a crash left is in the way of nobody; what cannot be removed stops the copy, not the program.
  writeFileSync(join(here.folder, 'unfinished.db'), 'half a copy');
  expect([await here.make(), here.days()]).toEqual(['made', ['01-03', '01-02']]);
  here.at += DAY;
  mkdirSync(join(here.folder, 'unfinished.db', 'in the way'), { recursive: true });
  expect([await here.make(), here.days()]).toEqual(['failed', ['01-03', '01-02']]);
});

test('a database with a damaged page is never copied over a sound copy', async () => {
  const here = place();
  expect(await here.make()).toBe('made');
  const root = Number(here.db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'history'").get()?.['rootpage']);
  here.db.close();
  const file = join(here.folder, '..', 'liaison.db');
  writeFileSync(file, readFileSync(file).fill(0xa5, (root - 1) * 4096, root * 4096));
  const db = new DatabaseSync(file);
  expect(await snapshotIfDue({ db, file, folder: here.folder, work: workHere, clock: { ...clock, now: () => NOW + DAY }, space: { hasRoomFor: () => true }, removals: () => 0 })).toBe('failed');
  expect(here.days()).toEqual(['01-02']);
  db.close();
});

test('what is removed while a copy is written is not in it: there is none, and the next one is made without it', async () => {
  const here = place();
  const gone = value(createSiteStore(here.db).create({ ...form, name: 'MARKGONE' }, NOW));
  const removing: Pick<FileWork, 'copy'> = {
    copy: async (from, to) => {
      await workHere.copy(from, to);
      here.db.prepare('DELETE FROM site WHERE id = ?').run(gone.id);
      here.removals += 1;
    },
  };
  expect([await here.make(true, removing), readdirSync(here.folder)]).toEqual(['overtaken', []]);
  expect([await here.make(), here.days()]).toEqual(['made', ['01-02']]);
  expect(readFileSync(present(listSnapshots(here.folder)[0]).file).includes('MARKGONE')).toBe(false);
});

test('what is written while a copy is made is kept, and the copy is whole', async () => {
  const here = place();
  const writing: Pick<FileWork, 'copy'> = {
    copy: async (from, to) => {
      const copying = workHere.copy(from, to);
      value(createSiteStore(here.db).create({ ...form, name: 'meanwhile' }, NOW));
      await copying;
    },
  };
  expect(await here.make(true, writing)).toBe('made');
  expect(createSiteStore(here.db).list('', 0, 9).total).toBe(2);
});
