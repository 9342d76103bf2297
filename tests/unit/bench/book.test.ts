import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createVault } from '../../../electron/shell/storage/sealing.ts';
import { createLinkStore } from '../../../electron/shell/storage/link-store.ts';
import { migrate, migrations } from '../../../electron/shell/storage/migrations.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { fillBook, type BookPlan } from '../../bench/book.ts';

const NOW = Date.UTC(2026, 0, 15, 9);
const vault = createVault(new Uint8Array(32));

function book(plan: Partial<BookPlan> = {}): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  migrate(db, migrations);
  fillBook(db, vault, { sites: 400, seed: 3, now: NOW, ...plan });
  return db;
}

const rows = (db: DatabaseSync): unknown[] => db.prepare('SELECT s.id, s.name, s.visit, l.id AS link, l.renewed_at, l.condition FROM site s LEFT JOIN link l ON l.site_id = s.id ORDER BY s.rowid').all();

test('the same seed makes the same book, another seed another', () => {
  expect(rows(book())).toEqual(rows(book()));
  expect(rows(book({ seed: 4 }))).not.toEqual(rows(book()));
});

test('the program reads all of it: every site in the list, most of them linked and well, a few in trouble', () => {
  const db = book();
  const { total, counts, groups } = createSiteStore(db).page({ query: '', filter: 'all', offset: 0, limit: 100, about: null, now: NOW });
  expect(total).toBe(400);
  expect(groups.length).toBeGreaterThan(4);
  expect(counts.needsMe).toBeGreaterThan(0);
  expect(counts.needsMe).toBeLessThan(40);
  const links = createLinkStore(db, vault);
  const ids = links.renewable();
  expect(ids.length).toBeGreaterThan(290);
  expect(ids.every((id) => links.readTokens(id).ok)).toBe(true);
});

test('nothing is due in a quiet book, everything in one that is', () => {
  expect(createLinkStore(book(), vault).due(NOW, 1000)).toEqual([]);
  const due = createLinkStore(book({ due: true, linked: 1 }), vault);
  expect(due.due(NOW, 1000)).toHaveLength(400);
});
