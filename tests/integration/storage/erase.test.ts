import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, DAY, fakeWrapper, newLink, NOW, temporaryFolder, value } from './support.ts';

const OTHER = { name: 'Other site', address: 'Other street', customerName: 'Other person', customerLanguage: 'en' } as const;
const GONE = { name: 'MARKNAME', address: 'MARKADDRESS', customerName: 'MARKCUSTOMER', customerLanguage: 'fr' } as const;
const MARKS = ['MARKNAME', 'MARKADDRESS', 'MARKCUSTOMER', 'MARKNOTE', 'MARKTITLE', 'MARKCAPTION', 'MARKACCOUNT', 'MARKHOME', 'MARKPICTURE', 'markname'];
const PHOTO = '11111111-2222-4333-8444-555555555555';
const KEPT = '99999999-2222-4333-8444-555555555555';

/** Names of the files below `folder` that hold one of the marks. */
function marked(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.filter((entry) => {
    const content = readFileSync(join(entry.parentPath, entry.name));
    return MARKS.some((mark) => content.includes(mark));
  }).map((entry) => entry.name);
}

/** Rows and files that another part of the program writes. */
function addVisit(folder: string, siteId: string, otherId: string): void {
  const db = new DatabaseSync(join(folder, 'liaison.db'));
  db.prepare("INSERT INTO check_item (site_id, position, item, title, criterion, verdict, at) VALUES (?, 1, 'own', 'MARKTITLE', '', 'passed', 5)").run(siteId);
  for (const [id, site] of [[PHOTO, siteId], [KEPT, otherId]]) db.prepare("INSERT INTO photo VALUES (?, ?, 5, 'MARKCAPTION', 1, 1, 1, '')").run(id ?? '', site ?? '');
  db.prepare("UPDATE photo SET caption = 'kept' WHERE id = ?").run(KEPT);
  db.close();
  mkdirSync(join(folder, 'photos', 'aside'), { recursive: true });
  for (const name of [`${PHOTO}.jpg`, `aside/${PHOTO}.jpg.adding`]) writeFileSync(join(folder, 'photos', name), 'MARKPICTURE');
  writeFileSync(join(folder, 'photos', `${KEPT}.jpg`), 'another picture');
}

test('an erased site is in no file of the data folder: rows, log, daily copies, photos; the others are as before', async () => {
  const folder = temporaryFolder();
  let now = NOW;
  const workspace = await openWorkspace(folder, { clock: { ...clock, now: () => now }, wrapper: fakeWrapper('a') });
  const { sites, links } = workspace;
  if (!sites || !links) throw new Error('not open');
  const [gone, other] = [value(sites.create(GONE, NOW)).id, value(sites.create(OTHER, NOW)).id];
  value(sites.note(gone, { notes: 'MARKNOTE' }));
  value(sites.recordConsent(gone, { at: NOW, agreed: true, textVersion: '1', language: 'fr', clock: 'confirmed', customerName: 'MARKCUSTOMER', companyName: 'Martin' }));
  value(links.create({ ...newLink(gone, 'MARK'), accountLabel: 'MARKACCOUNT', proof: { at: NOW, homes: [{ id: 'home', name: 'MARKHOME', devices: [], problem: null }] } }));
  value(links.create(newLink(other, 'other')));
  addVisit(folder, gone, other);
  // Copies of three days, the first with everything in it.
  for (let day = 1; day <= 2; day += 1) {
    now += DAY;
    // oxlint-disable-next-line no-await-in-loop -- one day after the other
    await workspace.tend();
  }
  value(sites.update(gone, { ...GONE, name: 'MARKNAME again' }));
  expect(new Set(marked(folder)).size).toBeGreaterThan(4);

  expect(sites.erase(gone)).toEqual({ ok: true, value: null });
  expect(marked(folder)).toEqual([]);
  expect([sites.find(gone), links.findBySite(gone), sites.list('', 0, 9).total]).toEqual([null, null, 1]);
  expect([sites.onPaper(other).photos, links.findBySite(other)?.accountLabel, readdirSync(join(folder, 'photos')).toSorted()]).toEqual([1, newLink(other, 'other').accountLabel, [`${KEPT}.jpg`, 'aside']]);
  expect(readdirSync(join(folder, 'snapshots')).length).toBeGreaterThan(1);
  workspace.close();
  expect(marked(folder)).toEqual([]);
});

test('a site that is unknown is no success', async () => {
  const workspace = await openWorkspace(temporaryFolder(), { clock, wrapper: fakeWrapper('a') });
  expect(workspace.sites?.erase('nobody')).toEqual({ ok: false, problem: { code: 'L-81', field: 'siteId' } });
  workspace.close();
});

test('a copy of an older version loses the site too, and one that cannot be changed goes as a whole', async () => {
  const folder = temporaryFolder();
  const workspace = await openWorkspace(folder, { clock, wrapper: fakeWrapper('a') });
  const id = value(workspace.sites!.create(GONE, NOW)).id;
  await workspace.tend();
  const [name = ''] = readdirSync(join(folder, 'snapshots'));
  const old = new DatabaseSync(join(folder, 'snapshots', name));
  old.exec('DROP TABLE check_item; DROP TABLE photo; PRAGMA user_version = 3');
  old.close();
  writeFileSync(join(folder, 'snapshots', 'liaison-000009-5.db'), 'MARKNAME in a file that is no database');
  value(workspace.sites!.erase(id));
  expect([readdirSync(join(folder, 'snapshots')), marked(folder)]).toEqual([[name], []]);
  workspace.close();
});

test('a photo that the system does not let go of keeps the whole site, to be erased again', async () => {
  const folder = temporaryFolder();
  const workspace = await openWorkspace(folder, { clock, wrapper: fakeWrapper('a') });
  const [id, other] = [value(workspace.sites!.create(GONE, NOW)).id, value(workspace.sites!.create(OTHER, NOW)).id];
  addVisit(folder, id, other);
  // A folder cannot be removed like a file.
  mkdirSync(join(folder, 'photos', `${PHOTO}.locked`));
  expect(workspace.sites?.erase(id)).toEqual({ ok: false, problem: { code: 'L-62' } });
  expect(workspace.sites?.onPaper(id)).toMatchObject({ photos: 1, checklist: [{ title: 'MARKTITLE' }] });
  workspace.close();
});
