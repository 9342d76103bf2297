import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { failure, success } from '../../../electron/contract/result.ts';
import type { LinkStore } from '../../../electron/links/link.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { allBytes, clock, company, completion, fakeWrapper, newLink, NOW, present, standing, temporaryFolder, value } from './support.ts';

const form = { name: 'Müller, Höhenweg', address: 'Rue de l’Été 5', customerName: 'Ἀθηνᾶς ΣΟΦΟΣ', customerLanguage: 'fr' } as const;

async function open(folder: string, wrapper = fakeWrapper('anna')): Promise<OpenedWorkspace> {
  return openWorkspace(folder, { clock, wrapper });
}

function keyCopies(folder: string): readonly unknown[] {
  const db = new DatabaseSync(join(folder, 'liaison.db'));
  const row = db.prepare('SELECT hex(wrapped) AS wrapped, hex(canary) AS canary FROM data_key').get();
  db.close();
  return [row, readFileSync(join(folder, 'data-key'))];
}

async function filled(folder: string): Promise<{ readonly siteId: string; readonly linkId: string }> {
  const { sites, links, profiles, close } = await open(folder);
  const site = value(present(sites).create(form, NOW));
  const link = value(present(links).create(newLink(site.id)));
  value(present(profiles).save(company));
  close();
  return { siteId: site.id, linkId: link.id };
}

test('what was stored is there after a restart, and no secret is in clear in any file', async () => {
  const folder = temporaryFolder();
  const { siteId, linkId } = await filled(folder);
  const { sites, links, profiles, storageProblem, notices, close } = await open(folder);
  expect([storageProblem, notices]).toEqual([null, []]);
  expect(present(sites).find(siteId)).toMatchObject({ id: siteId, createdAt: NOW, ...form });
  expect(value(present(links).readTokens(linkId)).refreshToken.reveal()).toBe('MARK-refresh-one');
  expect(present(links).findBySite(siteId)?.proof).toEqual(newLink(siteId).proof);
  const stored = present(value(present(profiles).load()));
  expect([stored.profile.clientSecret.reveal(), stored.profile.subscriptionKey?.reveal(), stored.profile.prompt]).toEqual(['MARK-client-secret', 'MARK-subscription-key', 'on']);
  value(present(links).beginRenewal(linkId, 1, NOW));
  value(present(links).keepUnusableAnswer(linkId, new Secret('MARK-answer')));
  value(present(links).completeRenewal(linkId, 1, completion('two')));
  expect(readdirSync(folder)).toContain('liaison.db-wal');
  expect(allBytes(folder).includes('MARK-')).toBe(false);
  expect(allBytes(folder).includes('subject-one')).toBe(false);
  close();
  expect(allBytes(folder).includes('MARK-')).toBe(false);
});

test('a wrong key stops links with L-61, changes no copy of the key, and the site book works', async () => {
  const folder = temporaryFolder();
  const { siteId } = await filled(folder);
  const before = keyCopies(folder);
  const { sites, links, profiles, storageProblem, close } = await open(folder, fakeWrapper('bert'));
  expect([profiles, storageProblem]).toEqual([null, { code: 'L-61' }]);
  expect(present(links).findBySite(siteId)).toMatchObject({ condition: 'quarantined', problem: { code: 'L-61' }, accountLabel: 'c…t@example.org' });
  expect(present(sites).list('', 0, 10).total).toBe(1);
  expect(present(sites).create(form, NOW).ok).toBe(true);
  close();
  expect(keyCopies(folder)).toEqual(before);
});

/** Looked at, but neither changed nor presented. */
function expectLocked(links: LinkStore, siteId: string, linkId: string): void {
  expect(links.findBySite(siteId)).toMatchObject({ id: linkId, condition: 'locked', problem: { code: 'L-60' }, proof: newLink(siteId).proof });
  const refusals = [
    links.readTokens(linkId), links.create(newLink(siteId)), links.beginRenewal(linkId, 1, NOW), links.completeRenewal(linkId, 1, completion('x')),
    links.settleRenewal(linkId, 1, standing(), false), links.keepUnusableAnswer(linkId, new Secret('x')), links.setStanding(linkId, standing()),
    links.saveProof(linkId, { at: NOW, homes: null }), links.remove(linkId, NOW),
  ];
  expect(refusals).toEqual(refusals.map(() => failure({ code: 'L-60' })));
  expect([links.due(Infinity, 9), links.nextDueAt(0), links.renewable(), links.suspects(), links.ended(), links.control('x'), links.pendingRenewals()]).toEqual([[], null, [], [], [], null, []]);
  expect([links.counts(NOW).links, links.compareAccount(siteId, 'subject-one'), links.findOtherSite('new', ['home-one'], null)?.what]).toEqual([1, 'unknown', 'home']);
}

test('a locked or absent key store gives L-60, writes no key, and is over when it is unlocked', async () => {
  for (const state of [{ locked: true }, { available: false }]) {
    const fresh = temporaryFolder();
    const first = await open(fresh, fakeWrapper('anna', state));
    expect([first.profiles, first.storageProblem]).toEqual([null, { code: 'L-60' }]);
    first.close();
    expect(readdirSync(fresh)).not.toContain('data-key');
  }
  const folder = temporaryFolder();
  const { siteId, linkId } = await filled(folder);
  const before = keyCopies(folder);
  const locked = await open(folder, fakeWrapper('anna', { locked: true }));
  expect(locked.storageProblem).toEqual({ code: 'L-60' });
  expectLocked(present(locked.links), siteId, linkId);
  locked.close();
  expect(keyCopies(folder)).toEqual(before);
  const again = await open(folder);
  expect(present(again.links).readTokens(linkId).ok).toBe(true);
  again.close();
});

test('either copy of the key is enough, and the missing one comes back; a key without both is never invented over records', async () => {
  const folder = temporaryFolder();
  const { linkId } = await filled(folder);
  const before = keyCopies(folder);
  const change = (sql: string): void => {
    const db = new DatabaseSync(join(folder, 'liaison.db'));
    db.exec(sql);
    db.close();
  };
  const losses = [() => rmSync(join(folder, 'data-key')), () => change('DELETE FROM data_key'), () => writeFileSync(join(folder, 'data-key'), '{"half')];
  for (const lose of losses) {
    lose();
    const { links, close } = await open(folder);
    expect(present(links).readTokens(linkId).ok).toBe(true);
    close();
    expect(keyCopies(folder)).toEqual(before);
  }
  expect(readdirSync(folder)).toContain('data-key.damaged-20260102T030405678Z');
  rmSync(join(folder, 'data-key'));
  change('DELETE FROM data_key');
  const { profiles, storageProblem, close } = await open(folder);
  expect([profiles, storageProblem]).toEqual([null, { code: 'L-61' }]);
  close();
  expect(readdirSync(folder)).not.toContain('data-key');
});

test('the key store may ask for a new wrapping: the key stays the same', async () => {
  const folder = temporaryFolder();
  const { linkId } = await filled(folder);
  const before = keyCopies(folder);
  (await open(folder, fakeWrapper('anna', { renew: true }))).close();
  expect(keyCopies(folder)).not.toEqual(before);
  const { links, close } = await open(folder);
  expect(present(links).readTokens(linkId).ok).toBe(true);
  close();
});

test('a damaged or vanished database is told, and the same key serves the new one', async () => {
  const folder = temporaryFolder();
  await filled(folder);
  const [, file] = keyCopies(folder);
  writeFileSync(join(folder, 'liaison.db'), 'scrambled');
  const damaged = await open(folder);
  expect([damaged.notices, damaged.storageProblem]).toEqual([[{ code: 'L-63', reason: 'database' }], null]);
  expect(present(damaged.sites).list('', 0, 10).total).toBe(0);
  damaged.close();
  rmSync(join(folder, 'liaison.db'));
  const vanished = await open(folder);
  expect(vanished.notices).toEqual([{ code: 'L-63', reason: 'databaseMissing' }]);
  vanished.close();
  expect(readFileSync(join(folder, 'data-key'))).toEqual(file);
});

test('sites are found by any part in any case and without accents, sorted by name; wildcards are plain letters', async () => {
  const { sites: book, close } = await open(temporaryFolder());
  const sites = present(book);
  for (const name of ['zebra 50%', 'Élan', 'apple_pie', 'Ångström', String.raw`back\slash`]) value(sites.create({ ...form, name }, NOW));
  const names = (query: string): readonly string[] => sites.list(query, 0, 50).sites.map((site) => site.name);
  expect(names('')).toEqual(['Ångström', 'apple_pie', String.raw`back\slash`, 'Élan', 'zebra 50%']);
  expect([names('ELAN'), names('angstrom'), names('%'), names('_'), names('\\'), names(' zebra ')])
    .toEqual([['Élan'], ['Ångström'], ['zebra 50%'], ['apple_pie'], [String.raw`back\slash`], ['zebra 50%']]);
  expect([names('ete').length, names('σοφος').length, names('nothing').length]).toEqual([5, 5, 0]);
  const page = sites.list('', 1, 2);
  expect([page.total, page.sites.map((site) => site.name)]).toEqual([5, ['apple_pie', String.raw`back\slash`]]);
  const [first] = page.sites;
  const id = present(first).id;
  value(sites.update(id, { ...form, name: 'Zürich' }));
  expect(names('zurich')).toEqual(['Zürich']);
  for (let at = 0; at < 60; at += 1) value(sites.addHistory(id, { at, event: 'renewed' }));
  expect([sites.history(id).length, sites.history(id)[0]?.at]).toEqual([50, 59]);
  const said = { at: NOW, textVersion: '1', language: 'fr', clock: 'confirmed', customerName: 'Müller', companyName: 'Martin' } as const;
  expect(sites.recordConsent(id, { ...said, agreed: true })).toEqual(success(null));
  expect(sites.recordConsent(id, { ...said, at: NOW + 1, agreed: false })).toEqual(success(null));
  expect(sites.consent(id)).toEqual({ ...said, homes: null });
  const homes = [{ shortId: '4f2a', name: null }];
  expect(sites.noteHomes(id, homes)).toEqual(success(null));
  expect(sites.consent(id)).toEqual({ ...said, homes });
  expect(sites.consent('nobody')).toBeNull();
  expect(sites.update('nobody', form)).toEqual(failure({ code: 'L-81', field: 'siteId' }));
  close();
});
