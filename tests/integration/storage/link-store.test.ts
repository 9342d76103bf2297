import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { failure } from '../../../electron/contract/result.ts';
import type { LinkStore } from '../../../electron/links/link.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { createLinkStore } from '../../../electron/shell/storage/link-store.ts';
import { createProfileStore } from '../../../electron/shell/storage/profile-store.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { openVault, type Vault } from '../../../electron/shell/storage/vault.ts';
import { clock, completion, fakeWrapper, newLink, NOW, present, standing, temporaryFolder, tokens, value } from './support.ts';

const RUNS = Number(process.env['LIAISON_RUNS'] ?? 500);
const form = { name: 'Villa', address: '', customerName: '', customerLanguage: 'en' } as const;

async function store(): Promise<{ readonly db: DatabaseSync; readonly vault: Vault; readonly links: LinkStore; readonly siteId: string; readonly linkId: string }> {
  const folder = temporaryFolder();
  const { db } = value(openDatabase(join(folder, 'liaison.db'), clock));
  const vault = value(await openVault(db, fakeWrapper('anna'), join(folder, 'data-key'), clock));
  const siteId = value(createSiteStore(db).create(form, NOW)).id;
  const links = createLinkStore(db, vault);
  return { db, vault, links, siteId, linkId: value(links.create(newLink(siteId))).id };
}

function dump(db: DatabaseSync): string {
  return JSON.stringify(['link', 'renewal', 'home', 'set_aside', 'profile'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
}

function sealedOf(db: DatabaseSync): Uint8Array {
  const sealed = db.prepare('SELECT sealed FROM link').get()?.['sealed'];
  if (!(sealed instanceof Uint8Array)) throw new Error('no record');
  return sealed;
}

test('a renewal moves the generation on by one, and only from the stored generation', async () => {
  const { links, linkId, db } = await store();
  expect(links.beginRenewal(linkId, 2, NOW)).toEqual(failure({ code: 'L-68' }));
  value(links.beginRenewal(linkId, 1, NOW));
  expect(links.pendingRenewals()).toEqual([{ linkId, generation: 1, startedAt: NOW }]);
  value(links.setStanding(linkId, standing({ condition: 'uncertain', problem: { code: 'L-51' }, tries: 2 })));
  const renewed = value(links.completeRenewal(linkId, 1, completion('two', NOW + 5)));
  expect([renewed.generation, renewed.renewedAt, renewed.condition, renewed.problem]).toEqual([2, NOW + 5, 'active', null]);
  expect(links.pendingRenewals()).toEqual([]);
  const before = dump(db);
  expect(links.completeRenewal(linkId, 1, completion('late'))).toEqual(failure({ code: 'L-68' }));
  expect(dump(db)).toBe(before);
  expect(value(links.readTokens(linkId)).refreshToken.reveal()).toBe('MARK-refresh-two');
});

test('every failed write gives L-62 and leaves everything as it was', async () => {
  const { links, linkId, siteId, db, vault } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  const before = dump(db);
  db.exec('PRAGMA query_only = ON');
  const attempts = [
    links.create(newLink(siteId, 'two')), links.beginRenewal(linkId, 1, NOW + 1), links.completeRenewal(linkId, 1, completion('x')),
    links.settleRenewal(linkId, 1, standing(), false), links.remove(linkId, NOW),
    links.keepUnusableAnswer(linkId, new Secret('x')), links.setStanding(linkId, standing({ condition: 'suspect' })), links.saveProof(linkId, { at: NOW, homes: null }),
    createProfileStore(db, vault, clock).save(profile('s')),
  ];
  expect(attempts).toEqual(attempts.map(() => failure({ code: 'L-62' })));
  db.exec(`PRAGMA query_only = OFF; PRAGMA max_page_count = ${String(db.prepare('PRAGMA page_count').get()?.['page_count'])}`);
  const large = { ...tokens('big'), refreshToken: new Secret('r'.repeat(200_000)) };
  expect(links.completeRenewal(linkId, 1, { ...completion('big'), tokens: large })).toEqual(failure({ code: 'L-62' }));
  expect(links.create({ ...newLink(siteId, 'two'), tokens: large })).toEqual(failure({ code: 'L-62' }));
  expect(dump(db)).toBe(before);
});

test(`${RUNS} bit flips in a sealed record never yield a secret`, async () => {
  const { links, linkId, db } = await store();
  const sealed = sealedOf(db);
  // This test is about reading; syncing each write would only slow it down.
  db.exec('PRAGMA synchronous = OFF');
  const write = db.prepare('UPDATE link SET sealed = ?');
  const bits = sealed.length * 8;
  for (let run = 0; run < RUNS; run += 1) {
    const bit = Math.floor((run * bits) / RUNS) % bits;
    const flipped = Uint8Array.from(sealed, (byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    write.run(flipped);
    expect(links.readTokens(linkId)).toEqual(failure({ code: 'L-63', reason: 'record' }));
  }
  write.run(sealed);
  expect(links.readTokens(linkId).ok).toBe(true);
});

test('a record that does not open is quarantined, also when its generation was changed, and kept when the site is linked anew', async () => {
  const { links, linkId, siteId, db } = await store();
  const sealed = sealedOf(db);
  db.exec('UPDATE link SET generation = 7');
  expect([links.find(linkId)?.condition, links.findBySite(siteId)?.problem]).toEqual(['quarantined', { code: 'L-63', reason: 'record' }]);
  const again = value(links.create(newLink(siteId, 'two')));
  expect(again.condition).toBe('active');
  expect(db.prepare('SELECT owner, sealed FROM set_aside').all().map((row) => ({ ...row }))).toEqual([{ owner: linkId, sealed }]);
  value(links.create(newLink(siteId, 'three')));
  expect([db.prepare('SELECT count(*) AS n FROM set_aside').get()?.['n'], db.prepare('SELECT count(*) AS n FROM link').get()?.['n']]).toEqual([1, 1]);
});

test('tokens that were received are saved though the former record was damaged meanwhile', async () => {
  const { links, linkId, db } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  db.prepare('UPDATE link SET sealed = ?').run(new Uint8Array([1, 2, 3]));
  value(links.completeRenewal(linkId, 1, completion('two')));
  expect(value(links.readTokens(linkId)).accessToken.reveal()).toBe('MARK-access-two');
  expect(db.prepare('SELECT sealed FROM set_aside').get()?.['sealed']).toEqual(new Uint8Array([1, 2, 3]));
});

function eventsOf(db: DatabaseSync, siteId: string): readonly string[] {
  return createSiteStore(db).history(siteId).map(({ event, at, who }) => `${event} ${at - NOW} ${who ?? ''}`);
}

test('a renewal and its entry in the history are on disk together, and one that is refused leaves neither', async () => {
  const { links, linkId, siteId, db } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  const commits: string[] = [];
  const exec = db.exec.bind(db);
  db.exec = (sql) => {
    if (sql === 'COMMIT') commits.push(sql);
    exec(sql);
  };
  value(links.completeRenewal(linkId, 1, completion('two', NOW + 5)));
  expect([eventsOf(db, siteId), commits]).toEqual([['renewed 5 '], ['COMMIT']]);
  expect(links.completeRenewal(linkId, 1, completion('late', NOW + 9))).toEqual(failure({ code: 'L-68' }));
  expect(eventsOf(db, siteId)).toHaveLength(1);
});

const REFUSALS = {
  'breaks a rule': "CREATE TEMP TRIGGER no_entry BEFORE INSERT ON main.history BEGIN SELECT RAISE(ABORT, 'no'); END",
  'ends the transaction': "CREATE TEMP TRIGGER no_entry BEFORE INSERT ON main.history BEGIN SELECT RAISE(ROLLBACK, 'no'); END",
  'is not there': 'DROP TABLE history',
} as const;

test.each(Object.entries(REFUSALS))('tokens that were received are saved, once, though the history %s', async (_what, sql) => {
  const { links, linkId, db } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  db.exec(sql);
  expect(value(links.completeRenewal(linkId, 1, completion('two', NOW + 5)))).toMatchObject({ generation: 2, renewedAt: NOW + 5, condition: 'active' });
  expect([value(links.readTokens(linkId)).refreshToken.reveal(), links.pendingRenewals(), db.isTransaction]).toEqual(['MARK-refresh-two', [], false]);
  expect(links.completeRenewal(linkId, 1, completion('late'))).toEqual(failure({ code: 'L-68' }));
});

test('tokens that were received are saved though the history is damaged on the disk', async () => {
  const { links, linkId, siteId, db } = await store();
  value(createSiteStore(db).addHistory(siteId, { at: NOW, event: 'linked' }));
  value(links.beginRenewal(linkId, 1, NOW));
  // Both trees of the history become pages of no kind.
  const roots = db.prepare("SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'history'").all().map((row) => Number(row['rootpage']));
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const file = openSync(present(db.location()), 'r+');
  for (const root of roots) writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, (root - 1) * 4096);
  closeSync(file);
  db.exec('PRAGMA shrink_memory');
  expect(createSiteStore(db).addHistory(siteId, { at: NOW, event: 'proven' })).toMatchObject({ ok: false, problem: { code: 'L-63' } });
  value(links.completeRenewal(linkId, 1, completion('two')));
  expect(value(links.readTokens(linkId)).refreshToken.reveal()).toBe('MARK-refresh-two');
});

test('what is told of a renewed link is what lies in its row', async () => {
  const { links, linkId, db } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  db.exec("CREATE TEMP TRIGGER spoil AFTER UPDATE OF sealed ON main.link BEGIN UPDATE link SET sealed = x'00', account_label = 'other' WHERE id = new.id; END");
  expect(value(links.completeRenewal(linkId, 1, completion('two')))).toMatchObject({ condition: 'quarantined', problem: { code: 'L-63' }, accountLabel: 'other' });
});

test('statements that are kept see what others changed meanwhile, and triggers that came after them', async () => {
  const { links, linkId, db } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  value(links.completeRenewal(linkId, 1, completion('two')));
  db.exec('CREATE TEMP TABLE seen (id TEXT); CREATE TEMP TRIGGER see AFTER UPDATE OF renewed_at ON main.link BEGIN INSERT INTO seen VALUES (new.id); END; ALTER TABLE link ADD COLUMN more TEXT');
  db.prepare("UPDATE link SET account_label = 'changed'").run();
  value(links.beginRenewal(linkId, 2, NOW));
  expect(value(links.completeRenewal(linkId, 2, completion('three')))).toMatchObject({ generation: 3, accountLabel: 'changed' });
  expect(db.prepare('SELECT id FROM seen').all()).toMatchObject([{ id: linkId }]);
});

test('an unusable answer is never lost when the token is presented again', async () => {
  const { links, linkId, db, vault } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  for (const raw of ['first', 'second']) value(links.keepUnusableAnswer(linkId, new Secret(raw)));
  value(links.beginRenewal(linkId, 1, NOW + 9));
  value(links.settleRenewal(linkId, 1, standing(), false));
  expect(links.pendingRenewals()).toEqual([]);
  const kept = db.prepare('SELECT sealed FROM set_aside ORDER BY id').all().flatMap(({ sealed }) => (sealed instanceof Uint8Array ? [sealed] : []));
  expect(kept.map((sealed) => value(vault.open(sealed, `answer-1|${linkId}|1`)).reveal())).toEqual(['first', 'second']);
});

test('no answer is kept for a link that was ended: not by itself, not for the link that took its place', async () => {
  const { links, linkId, siteId, db } = await store();
  value(links.beginRenewal(linkId, 1, NOW));
  value(links.create(newLink(siteId, 'two')));
  expect(links.keepUnusableAnswer(linkId, new Secret('late'))).toEqual(failure({ code: 'L-81', field: 'linkId' }));
  expect([db.prepare('SELECT count(*) AS n FROM set_aside').get()?.['n'], links.pendingRenewals()]).toEqual([0, []]);
});

test('another site with the same home or account is named', async () => {
  const { links, siteId, db } = await store();
  const other = value(createSiteStore(db).create({ ...form, name: 'Other' }, NOW)).id;
  expect(links.findOtherSite(other, ['none', 'home-one'], null)).toEqual({ siteName: 'Villa', what: 'home' });
  expect(links.findOtherSite(other, [], 'subject-one')).toEqual({ siteName: 'Villa', what: 'account' });
  expect([links.findOtherSite(siteId, ['home-one'], 'subject-one'), links.findOtherSite(other, [], 'someone')]).toEqual([null, null]);
});

function profile(secret: string): Parameters<ReturnType<typeof createProfileStore>['save']>[0] {
  return {
    authorizationServer: 'https://a.example', clientId: 'c', clientSecret: new Secret(secret), redirectUri: 'liaison://x', subscriptionKey: null,
    homesServer: 'https://h.example', pkce: 'auto', prompt: 'auto', tokenRedirectUri: 'auto',
  };
}

test('the age of the client secret starts anew only with another secret, and links are untouched', async () => {
  const { db, vault, links, linkId } = await store();
  let now = 1000;
  const profiles = createProfileStore(db, vault, { ...clock, now: () => now });
  const age = (): number => present(value(profiles.load())).clientSecretSetAt;
  expect([value(profiles.load()), profiles.replaceSecret(new Secret('s'))]).toEqual([null, failure({ code: 'L-67' })]);
  value(profiles.save(profile('one')));
  now = 2000;
  value(profiles.save({ ...profile('one'), redirectUri: 'liaison://y' }));
  expect(age()).toBe(1000);
  const lastTest = { at: 5, verdict: 'answered', problem: null, pkce: true, signOut: null } as const;
  value(profiles.saveTest(lastTest));
  value(profiles.replaceSecret(new Secret('two')));
  expect([age(), present(value(profiles.load())).lastTest]).toEqual([2000, lastTest]);
  value(profiles.save({ ...profile('two'), clientId: 'another' }));
  expect(present(value(profiles.load())).lastTest).toBeNull();
  expect(links.readTokens(linkId).ok).toBe(true);
});
