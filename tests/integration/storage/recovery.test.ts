import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Link } from '../../../electron/links/link.ts';
import { listSnapshots } from '../../../electron/shell/storage/snapshots.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { allBytes, clock, company, completion, DAY, fakeWrapper, newLink, NOW, present, standing, temporaryFolder, value } from './support.ts';

const form = (name: string) => ({ name, address: '', customerName: '', customerLanguage: 'en' }) as const;

/** Opens as the program does, which looks after what it opened. */
async function open(folder: string, day = 0, wrapper = fakeWrapper('anna')): Promise<OpenedWorkspace> {
  const workspace = await openWorkspace(folder, { clock: { ...clock, now: () => NOW + day * DAY }, wrapper });
  await workspace.tend();
  return workspace;
}

function add({ sites, links }: OpenedWorkspace, mark: string): Link {
  const site = value(present(sites).create(form(mark), NOW));
  value(present(sites).recordConsent(site.id, { at: NOW, agreed: true, textVersion: '1', language: 'en', clock: 'confirmed', customerName: '', companyName: '' }));
  return value(present(links).create(newLink(site.id, mark)));
}

function renew({ links }: OpenedWorkspace, link: Link, mark: string): void {
  value(present(links).beginRenewal(link.id, link.generation, NOW));
  value(present(links).completeRenewal(link.id, link.generation, completion(mark)));
}

/** Day 0: links "one" and "two", "two" with an attempt row; a snapshot on day 1; then "one" is renewed and "three" is new. */
async function lived(folder: string): Promise<{ readonly one: Link; readonly two: Link; readonly three: Link }> {
  const first = await open(folder);
  const [one, two] = [add(first, 'one'), add(first, 'two')];
  value(present(first.profiles).save(company));
  value(present(first.links).beginRenewal(two.id, 1, NOW));
  value(present(first.links).setStanding(two.id, standing({ condition: 'suspect', problem: { code: 'L-42' }, tries: 3, refusals: 2, refusedSince: NOW })));
  first.close();
  const second = await open(folder, 1);
  renew(second, one, 'one-2');
  const three = add(second, 'three');
  second.close();
  return { one, two, three };
}

const database = (folder: string): string => join(folder, 'liaison.db');
/** Nothing in it can be read any more. */
const scramble = (folder: string): void => writeFileSync(database(folder), 'scrambled '.repeat(3000));

function refreshToken({ links }: OpenedWorkspace, link: Link): string {
  return value(present(links).readTokens(link.id)).refreshToken.reveal();
}

test('an unreadable database is moved aside, the newest copy takes its place, and every link in it is uncertain', async () => {
  const folder = temporaryFolder();
  const { one, two, three } = await lived(folder);
  scramble(folder);
  const again = await open(folder, 2);
  expect([again.notices, again.storageProblem]).toEqual([[{ code: 'L-63', reason: 'snapshot', at: NOW + DAY }], null]);
  const uncertain = standing({ condition: 'uncertain', problem: { code: 'L-43' }, nextAt: NOW + 2 * DAY });
  expect([present(again.links).find(one.id), present(again.links).find(two.id), present(again.links).find(three.id)]).toMatchObject([uncertain, uncertain, null]);
  expect(present(again.links).pendingRenewal(two.id)).toEqual({ linkId: two.id, generation: 1, startedAt: NOW });
  expect([refreshToken(again, one), present(again.links).due(NOW + 2 * DAY, 9).length]).toEqual(['MARK-refresh-one', 2]);
  expect(readFileSync(`${database(folder)}.damaged-20260104T030405678Z`, 'utf8')).toContain('scrambled');
  again.close();
  const later = await open(folder, 2);
  expect(later.notices).toEqual([]);
  later.close();
});

test('a damaged copy is passed over for the one before it, and without any copy a new database is opened', async () => {
  const folder = temporaryFolder();
  const { one } = await lived(folder);
  (await open(folder, 2)).close();
  const [newest, older] = listSnapshots(join(folder, 'snapshots'));
  writeFileSync(present(newest).file, readFileSync(present(newest).file).fill(0xa5, 4096, 4096 * 5));
  scramble(folder);
  const again = await open(folder, 3);
  expect(again.notices).toEqual([{ code: 'L-63', reason: 'snapshot', at: present(older).at }]);
  expect(refreshToken(again, one)).toBe('MARK-refresh-one');
  again.close();
  rmSync(join(folder, 'snapshots'), { recursive: true });
  scramble(folder);
  const empty = await open(folder, 4);
  expect([empty.notices, present(empty.sites).list('', 0, 9).total]).toEqual([[{ code: 'L-63', reason: 'database' }], 0]);
  empty.close();
});

test('a database that vanished comes back from its copy, and what a crash left of restoring is no obstacle', async () => {
  const folder = temporaryFolder();
  const { one } = await lived(folder);
  rmSync(database(folder));
  writeFileSync(`${database(folder)}.restored`, 'half a copy');
  const again = await open(folder, 2);
  expect([again.notices, present(again.links).find(one.id)?.condition]).toEqual([[{ code: 'L-63', reason: 'snapshot', at: NOW + DAY }], 'uncertain']);
  expect(existsSync(`${database(folder)}.restored`)).toBe(false);
  again.close();
});

/** Damages the pages of the table `history` only, so that the check refuses the file while its links can still be read. */
function damageHistory(folder: string): void {
  const db = new DatabaseSync(database(folder));
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'history'").get()?.['rootpage']);
  db.close();
  const bytes = readFileSync(database(folder));
  bytes.fill(0xa5, (root - 1) * 4096, root * 4096);
  writeFileSync(database(folder), bytes);
}

test('what can still be read in the damaged database comes back: newer tokens, newer links, newer sites with their consent', async () => {
  const folder = temporaryFolder();
  const { one, two, three } = await lived(folder);
  damageHistory(folder);
  const again = await open(folder, 2);
  expect(again.notices[0]?.reason).toBe('snapshot');
  expect([one, two, three].map((link) => refreshToken(again, link))).toEqual(['MARK-refresh-one-2', 'MARK-refresh-two', 'MARK-refresh-three']);
  const links = [one, two, three].map((link) => present(present(again.links).find(link.id)));
  expect(links.map(({ generation, condition, nextAt }) => [generation, condition, nextAt])).toEqual([2, 1, 1].map((generation) => [generation, 'uncertain', NOW + 2 * DAY]));
  expect([present(again.sites).find(three.siteId)?.name, present(again.links).compareAccount(three.siteId, 'subject-three')]).toEqual(['three', 'same']);
  again.close();
  const db = new DatabaseSync(database(folder), { readOnly: true });
  expect(db.prepare('SELECT count(*) AS n FROM consent').get()?.['n']).toBe(3);
  db.close();
});

test('without a copy the readable rows fill the new database: the credentials, the sites, the links', async () => {
  const folder = temporaryFolder();
  const { one, three } = await lived(folder);
  rmSync(join(folder, 'snapshots'), { recursive: true });
  damageHistory(folder);
  const again = await open(folder, 2);
  expect(again.notices).toEqual([{ code: 'L-63', reason: 'database' }]);
  expect([refreshToken(again, one), refreshToken(again, three)]).toEqual(['MARK-refresh-one-2', 'MARK-refresh-three']);
  expect(value(present(again.profiles).load())?.profile.clientSecret.reveal()).toBe('MARK-client-secret');
  again.close();
});

test('rows come back at the first start with an open vault, and a link that was ended does not come back a second time', async () => {
  const folder = temporaryFolder();
  const { one } = await lived(folder);
  damageHistory(folder);
  const locked = await open(folder, 2, fakeWrapper('anna', { locked: true }));
  expect([locked.storageProblem, present(locked.links).find(one.id)?.generation]).toEqual([{ code: 'L-60' }, 1]);
  locked.close();
  const unlocked = await open(folder, 2);
  expect(refreshToken(unlocked, one)).toBe('MARK-refresh-one-2');
  value(present(unlocked.links).remove(one.id, NOW));
  unlocked.close();
  const mark = `${database(folder)}.damaged-20260104T030405678Z.salvaged`;
  const forgetRow = (): void => {
    const db = new DatabaseSync(database(folder));
    db.exec("DELETE FROM set_aside WHERE kind = 'salvaged'");
    db.close();
  };
  // Each of the two marks alone is enough.
  for (const lose of [() => rmSync(mark), () => { writeFileSync(mark, ''); forgetRow(); }]) {
    lose();
    const again = await open(folder, 2);
    expect(present(again.links).find(one.id)).toBeNull();
    again.close();
  }
});

test('a record that does not open is not taken for a newer one, whatever its row says', async () => {
  const folder = temporaryFolder();
  const { two } = await lived(folder);
  const db = new DatabaseSync(database(folder));
  db.prepare('UPDATE link SET generation = 9 WHERE id = ?').run(two.id);
  db.close();
  damageHistory(folder);
  const again = await open(folder, 2);
  expect([present(again.links).find(two.id)?.generation, refreshToken(again, two)]).toEqual([1, 'MARK-refresh-two']);
  again.close();
});

test('unlinking takes the link out of every copy, byte for byte, and it does not come back with one', async () => {
  const folder = temporaryFolder();
  const { one, two } = await lived(folder);
  const here = await open(folder, 2);
  const copies = listSnapshots(join(folder, 'snapshots')).map(({ file }) => {
    const db = new DatabaseSync(file, { readOnly: true });
    const sealed = db.prepare('SELECT sealed FROM link WHERE id = ?').get(one.id)?.['sealed'];
    db.close();
    return sealed instanceof Uint8Array ? Buffer.from(sealed.subarray(5, 37)) : Buffer.alloc(0);
  });
  const held = (): readonly boolean[] => copies.map((part) => allBytes(folder).includes(part));
  expect(held()).toEqual([true, true]);
  value(present(here.links).remove(one.id, NOW));
  expect(held()).toEqual([false, false]);
  here.close();
  scramble(folder);
  const again = await open(folder, 3);
  expect([present(again.links).find(one.id), refreshToken(again, two)]).toEqual([null, 'MARK-refresh-two']);
  again.close();
  expect(readdirSync(join(folder, 'snapshots')).every((name) => name.endsWith('.db'))).toBe(true);
});

/** Damages sealed records as a failing disk does, the database sound otherwise. */
function damageRecord(folder: string, sql: string): void {
  const db = new DatabaseSync(database(folder));
  db.exec(sql);
  db.close();
}

test('a record that does not open is healed from a copy; of an older token it is not known whether it is still good', async () => {
  const folder = temporaryFolder();
  const { one, two, three } = await lived(folder);
  damageRecord(folder, 'UPDATE link SET sealed = zeroblob(60)');
  const again = await open(folder, 2);
  expect(again.notices).toEqual([]);
  const links = [one, two, three].map((link) => present(again.links).find(link.id));
  expect(links).toMatchObject([
    { generation: 2, condition: 'uncertain', problem: { code: 'L-43' }, nextAt: NOW + 2 * DAY },
    { generation: 1, condition: 'suspect', refusals: 2 },
    { generation: 1, condition: 'quarantined' },
  ]);
  expect([refreshToken(again, one), refreshToken(again, two)]).toEqual(['MARK-refresh-one', 'MARK-refresh-two']);
  expect(value(present(again.links).completeRenewal(one.id, 2, completion('one-3'))).generation).toBe(3);
  expect(present(again.links).compareAccount(one.siteId, 'subject-one')).toBe('same');
  again.close();
  const db = new DatabaseSync(database(folder), { readOnly: true });
  expect(db.prepare("SELECT count(*) AS n FROM set_aside WHERE kind = 'link'").get()?.['n']).toBe(2);
  db.close();
});

test('a copy with the same damage is passed over for an older one with a sound record', async () => {
  const folder = temporaryFolder();
  const { two } = await lived(folder);
  damageRecord(folder, `UPDATE link SET sealed = zeroblob(60) WHERE id = '${two.id}'`);
  const [copy] = listSnapshots(join(folder, 'snapshots'));
  const later = new DatabaseSync(database(folder));
  later.prepare('VACUUM INTO ?').run(join(folder, 'snapshots', `liaison-${String(present(copy).number + 1).padStart(6, '0')}-${NOW + DAY + 5}.db`));
  later.close();
  const again = await open(folder, 2);
  expect(refreshToken(again, two)).toBe('MARK-refresh-two');
  again.close();
});

test('of two links of one site the one that was made later stays, wherever it was found', async () => {
  const folder = temporaryFolder();
  const { one, two } = await lived(folder);
  const former = join(temporaryFolder(), 'former.db');
  copyFileSync(database(folder), former);
  const relinked = await open(folder, 1);
  const [newOne, newTwo] = [one, two].map((link) => value(present(relinked.links).create({ ...newLink(link.siteId, 'anew'), at: NOW + DAY })));
  relinked.close();
  // As if it had been set aside long ago, before the site was linked anew.
  copyFileSync(former, `${database(folder)}.damaged-20250101T000000000Z`);
  const again = await open(folder, 2);
  expect([present(again.links).find(one.id), present(again.links).findBySite(one.siteId)?.id]).toEqual([null, newOne?.id]);
  again.close();
  rmSync(`${database(folder)}.damaged-20250101T000000000Z`);
  rmSync(present(listSnapshots(join(folder, 'snapshots'))[0]).file);
  damageHistory(folder);
  // The copy still has the former links; the damaged database has the new ones.
  const restored = await open(folder, 3);
  expect(restored.notices[0]?.reason).toBe('snapshot');
  expect([one, two].map((link) => present(restored.links).findBySite(link.siteId)?.id)).toEqual([newOne?.id, newTwo?.id]);
  expect(refreshToken(restored, present(newTwo))).toBe('MARK-refresh-anew');
  restored.close();
});
