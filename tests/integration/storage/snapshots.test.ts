import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { listSnapshots, snapshotIfDue } from '../../../electron/shell/storage/snapshots.ts';
import { clock, DAY, NOW, temporaryFolder, value } from './support.ts';

const form = { name: 'Villa', address: '', customerName: '', customerLanguage: 'en' } as const;

function place(): { readonly db: DatabaseSync; readonly folder: string; at: number; make(room?: boolean): ReturnType<typeof snapshotIfDue>; days(): readonly string[] } {
  const base = temporaryFolder();
  const { db } = value(openDatabase(join(base, 'liaison.db'), clock));
  value(createSiteStore(db).create(form, NOW));
  const folder = join(base, 'snapshots');
  return {
    db, folder, at: NOW,
    make(room = true) {
      return snapshotIfDue({ db, folder, clock: { ...clock, now: () => this.at }, space: { hasRoomFor: () => room } });
    },
    days: () => listSnapshots(folder).map(({ at }) => new Date(at).toISOString().slice(5, 10)),
  };
}

test('one copy a day is made, whole and of today, and the newest three are kept', () => {
  const here = place();
  expect([here.make(), here.make()]).toEqual(['made', 'notDue']);
  here.at += 5 * 60 * 60 * 1000;
  expect(here.make()).toBe('notDue');
  for (let day = 1; day <= 4; day += 1) {
    here.at = NOW + day * DAY;
    value(createSiteStore(here.db).create({ ...form, name: `day ${day}` }, NOW));
    expect(here.make()).toBe('made');
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

test('a clock that goes back neither stops the copies nor pushes out more than one a day', () => {
  const here = place();
  here.at = NOW + 400 * DAY;
  expect(here.make()).toBe('made');
  here.at = NOW;
  expect([here.make(), here.make()]).toEqual(['made', 'notDue']);
  here.at = NOW + 400 * DAY + 1;
  expect(here.make()).toBe('notDue');
  here.at = NOW + DAY;
  expect([here.make(), here.days()]).toEqual(['made', ['01-03', '01-02', '02-06']]);
});

test('nothing is copied when the disk has little room or the book is empty, and a failure keeps the former copies', () => {
  const here = place();
  expect([here.make(false), readdirSync(join(here.folder, '..')).includes('snapshots')]).toEqual(['noRoom', false]);
  expect(here.make()).toBe('made');
  here.at += DAY;
  here.db.exec('DELETE FROM site');
  expect(here.make()).toBe('notDue');
  value(createSiteStore(here.db).create(form, NOW));
  // What a crash left is in the way of nobody; what cannot be removed stops the copy, not the program.
  writeFileSync(join(here.folder, 'unfinished.db'), 'half a copy');
  expect([here.make(), here.days()]).toEqual(['made', ['01-03', '01-02']]);
  here.at += DAY;
  mkdirSync(join(here.folder, 'unfinished.db', 'in the way'), { recursive: true });
  expect([here.make(), here.days()]).toEqual(['failed', ['01-03', '01-02']]);
});

test('a database with a damaged page is never copied over a sound copy', () => {
  const here = place();
  expect(here.make()).toBe('made');
  const root = Number(here.db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'history'").get()?.['rootpage']);
  here.db.close();
  const file = join(here.folder, '..', 'liaison.db');
  writeFileSync(file, readFileSync(file).fill(0xa5, (root - 1) * 4096, root * 4096));
  const db = new DatabaseSync(file);
  expect(snapshotIfDue({ db, folder: here.folder, clock: { ...clock, now: () => NOW + DAY }, space: { hasRoomFor: () => true } })).toBe('failed');
  expect(here.days()).toEqual(['01-02']);
  db.close();
});
