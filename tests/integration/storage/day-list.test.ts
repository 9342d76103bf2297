import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { DayLine } from '../../../electron/contract/day-list.ts';
import { failure, success } from '../../../electron/contract/result.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import type { SiteStore } from '../../../electron/sites/site.ts';
import { fillDisk, mountDisk, unmountDisk } from './disk.ts';
import { clock, NOW, present, temporaryFolder, value } from './support.ts';

const line = (name: string, part: Partial<Extract<DayLine, { kind: 'new' }>> = {}): DayLine => ({ kind: 'new', name, address: '', customerName: '', visit: '', ...part });
const open = (folder = temporaryFolder()): { readonly db: DatabaseSync; readonly sites: SiteStore } => {
  const { db } = value(openDatabase(join(folder, 'liaison.db'), clock));
  return { db, sites: createSiteStore(db) };
};
const namesIn = (db: DatabaseSync): readonly unknown[] => db.prepare('SELECT name FROM site ORDER BY name').all().map(({ name }) => name);

test('a day list is taken with its visits, and each new site has its history', () => {
  const { db, sites } = open();
  const old = value(sites.create({ name: 'Maison Dupont', address: '', customerName: '', customerLanguage: 'en' }, 5));
  const day = { customerLanguage: 'it', lines: [line('Villa Rossi', { address: 'Via Roma 8', customerName: 'Rossi', visit: '2026-01-02T08:00' }), { kind: 'visit', siteId: old.id, visit: '2026-01-02' }, line('Garnier')] } as const;
  expect(sites.importDay({ ...day, lines: [...day.lines] }, NOW, 'Anna')).toEqual(success({ added: 2, visits: 1 }));
  const rossi = present(sites.list('rossi', 0, 1).sites[0]);
  expect(rossi).toMatchObject({ name: 'Villa Rossi', address: 'Via Roma 8', customerName: 'Rossi', customerLanguage: 'it', visit: '2026-01-02T08:00', createdAt: NOW });
  expect([sites.history(rossi.id), sites.find(old.id)?.visit, sites.history(old.id), namesIn(db)]).toEqual([[{ at: NOW, event: 'created', who: 'Anna' }], '2026-01-02', [], ['Garnier', 'Maison Dupont', 'Villa Rossi']]);
});

test('a site that is gone meanwhile leaves everything as it was', () => {
  const { db, sites } = open();
  expect(sites.importDay({ customerLanguage: 'fr', lines: [line('Villa Rossi'), { kind: 'visit', siteId: 'nobody', visit: '2026-01-02' }] }, NOW, 'Anna')).toEqual(failure({ code: 'L-81', field: 'siteId' }));
  expect([namesIn(db), db.prepare('SELECT count(*) AS n FROM history').get()?.['n']]).toEqual([[], 0]);
});

test('on a disk that is full in the middle of the list nothing of it is there, and L-62 is told', (context) => {
  const disk = mountDisk(2 * 1024 * 1024);
  if (disk === null) return context.skip();
  try {
    const { db, sites } = open(disk);
    const lines = Array.from({ length: 500 }, (_, n) => line(`Site ${n}`, { address: `${n} rue des Lilas, 87000 Limoges`, customerName: 'Mme Claire Dupont', visit: '2026-01-02' }));
    fillDisk(disk, 96 * 1024);
    expect(sites.importDay({ customerLanguage: 'fr', lines }, NOW, 'Anna')).toEqual(failure({ code: 'L-62' }));
    expect([namesIn(db), db.prepare('SELECT count(*) AS n FROM history').get()?.['n'], db.prepare('PRAGMA integrity_check').get()?.['integrity_check']]).toEqual([[], 0, 'ok']);
    db.close();
  } finally {
    unmountDisk(disk);
  }
});

test('the same name or address is found in the book and earlier in the list, however it is written', () => {
  const { sites } = open();
  const { id } = value(sites.create({ name: 'Maison Dupont', address: '12, rue des Lilas – 87000 Limoges', customerName: '', customerLanguage: 'fr' }, NOW));
  value(sites.create({ name: 'Other', address: '', customerName: '', customerLanguage: 'fr' }, NOW));
  const known = { id, name: 'Maison Dupont', address: '12, rue des Lilas – 87000 Limoges' };
  expect(sites.similar([
    { name: 'MAISON DUPÓNT', address: 'elsewhere' },
    { name: 'Mme Dupont', address: '12 Rue des Lilas 87000 LIMOGES' },
    { name: 'Garnier', address: '' },
    { name: 'garnier.', address: '' },
    { name: '', address: '' },
    { name: 'Somebody', address: 'Elsewhere' },
  ])).toEqual([
    { site: { ...known, by: 'name' }, twin: null },
    { site: { ...known, by: 'address' }, twin: null },
    { site: null, twin: null },
    { site: null, twin: 2 },
    { site: null, twin: null },
    { site: null, twin: 0 },
  ]);
});
