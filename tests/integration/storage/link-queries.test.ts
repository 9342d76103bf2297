import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test, vi } from 'vitest';
import { failure } from '../../../electron/contract/result.ts';
import type { LinkStore, Standing } from '../../../electron/links/link.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { createLinkStore } from '../../../electron/shell/storage/link-store.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { openVault } from '../../../electron/shell/storage/vault.ts';
import { allBytes, clock, completion, DAY, fakeWrapper, newLink, NOW, present, standing, temporaryFolder, value } from './support.ts';

interface Book {
  readonly folder: string;
  readonly db: DatabaseSync;
  readonly links: LinkStore;
  /** A new site with a link renewed at `renewedAt`; the value is the link's id. */
  add(name: string, renewedAt: number, change: Partial<Standing>): string;
}

async function book(): Promise<Book> {
  const folder = temporaryFolder();
  const { db } = value(openDatabase(join(folder, 'liaison.db'), clock));
  const vault = value(await openVault(db, fakeWrapper('anna'), join(folder, 'data-key'), clock));
  const [sites, links] = [createSiteStore(db), createLinkStore(db, vault)];
  const add = (name: string, renewedAt: number, change: Partial<Standing>): string => {
    const site = value(sites.create({ name, address: '', customerName: '', customerLanguage: 'en' }, NOW));
    const { id } = value(links.create({ ...newLink(site.id, name), at: renewedAt }));
    value(links.setStanding(id, standing(change)));
    return id;
  };
  return { folder, db, links, add };
}

test('the planner finds who is due, those that end soonest first, and the moment of the next one', async () => {
  const { links, add } = await book();
  const late = add('late', NOW - 3 * DAY, { nextAt: NOW });
  const early = add('early', NOW - 80 * DAY, { nextAt: NOW - 1, condition: 'uncertain' });
  const soon = add('soon', NOW - 9 * DAY, { nextAt: NOW + 5, condition: 'suspect' });
  const ended = add('ended', NOW - 90 * DAY, { nextAt: null, condition: 'relinkRequired' });
  expect(links.due(NOW, 9)).toEqual([early, late]);
  expect(links.due(NOW, 1)).toEqual([early]);
  expect(links.due(NOW + 5, 9)).toEqual([early, soon, late]);
  expect([links.nextDueAt(NOW - 2), links.nextDueAt(NOW), links.nextDueAt(NOW + 5)]).toEqual([NOW - 1, NOW + 5, null]);
  expect(links.renewable()).toEqual([early, soon, late]);
  expect([links.suspects(), links.ended()]).toEqual([[soon], [ended]]);
  expect(links.counts(NOW)).toEqual({ links: 4, due: 2, uncertain: 1, suspect: 1, relinkRequired: 1 });
});

test('a control is the active link renewed longest ago whose record opens, and only other links prove something', async () => {
  const { db, links, add } = await book();
  const asked = add('asked', NOW - 50 * DAY, {});
  const damaged = add('damaged', NOW - 40 * DAY, {});
  const sound = add('sound', NOW - 30 * DAY, {});
  add('suspect', NOW - 45 * DAY, { condition: 'suspect' });
  db.prepare('UPDATE link SET sealed = zeroblob(40) WHERE id = ?').run(damaged);
  expect([links.control(asked), links.control(sound), links.control('nobody')]).toEqual([sound, asked, asked]);
  expect([links.otherRenewedAfter(asked, NOW - 30 * DAY - 1, NOW), links.otherRenewedAfter(asked, NOW - 30 * DAY, NOW)]).toEqual([true, false]);
  // A renewal that bears a date to come was written by a clock that was wrong.
  expect(links.otherRenewedAfter(asked, NOW - 30 * DAY - 1, NOW - 30 * DAY - 1)).toBe(false);
  expect(links.otherRenewedAfter(sound, NOW - 40 * DAY, NOW)).toBe(false);
});

test('a standing is stored whole, with the attempt row or without it, and only for the stored generation', async () => {
  const { links, add } = await book();
  const id = add('one', NOW, {});
  const trouble = standing({ condition: 'suspect', problem: { code: 'L-42' }, tries: 4, refusals: 2, refusedSince: NOW - 7, nextAt: NOW + 9 });
  value(links.beginRenewal(id, 1, NOW));
  expect(links.settleRenewal(id, 2, trouble, false)).toEqual(failure({ code: 'L-68' }));
  expect([links.find(id)?.condition, links.pendingRenewal(id)]).toEqual(['active', { linkId: id, generation: 1, startedAt: NOW }]);
  value(links.settleRenewal(id, 1, trouble, true));
  expect([links.find(id), links.pendingRenewal(id)?.generation]).toMatchObject([trouble, 1]);
  value(links.settleRenewal(id, 1, standing(), false));
  expect([links.find(id), links.pendingRenewal(id)]).toMatchObject([standing(), null]);
  value(links.completeRenewal(id, 1, completion('two', NOW + 3, { problem: { code: 'L-45' }, nextAt: NOW + DAY })));
  expect(links.find(id)).toMatchObject({ generation: 2, renewedAt: NOW + 3, condition: 'active', problem: { code: 'L-45' }, nextAt: NOW + DAY });
  expect(links.setStanding('nobody', standing())).toEqual(failure({ code: 'L-81', field: 'linkId' }));
});

test('the account of a second sign-in is compared without storing its name', async () => {
  const { db, links, add } = await book();
  const siteId = present(links.find(add('one', NOW, {}))).siteId;
  const compare = (subject: string | null): string => links.compareAccount(siteId, subject);
  expect([compare('subject-one'), compare('subject-two'), compare(null), links.compareAccount('nobody', 'subject-one')]).toEqual(['same', 'other', 'unknown', 'unknown']);
  db.exec('UPDATE link SET account_fingerprint = NULL');
  expect(compare('subject-one')).toBe('unknown');
});

test('unlinking leaves no byte of the sealed record in any file, and a record that does not open is kept', async () => {
  const { folder, db, links, add } = await book();
  const [gone, kept] = [add('gone', NOW, {}), add('kept', NOW, {})];
  value(links.beginRenewal(gone, 1, NOW));
  value(links.completeRenewal(gone, 1, completion('two')));
  const sealed = db.prepare('SELECT sealed FROM link WHERE id = ?').get(gone)?.['sealed'];
  if (!(sealed instanceof Uint8Array)) throw new Error('no record');
  const part = Buffer.from(sealed.subarray(5, 37));
  expect(allBytes(folder).includes(part)).toBe(true);
  value(links.remove(gone, NOW));
  expect([links.find(gone), allBytes(folder).includes(part)]).toEqual([null, false]);
  db.prepare('UPDATE link SET sealed = ? WHERE id = ?').run(new Uint8Array([1, 2, 3]), kept);
  value(links.remove(kept, NOW));
  expect(db.prepare("SELECT count(*) AS n FROM set_aside WHERE kind = 'link' AND owner = ?").get(kept)?.['n']).toBe(1);
  expect(links.remove('nobody', NOW)).toEqual(failure({ code: 'L-81', field: 'linkId' }));
});

const MANY = 10_000;
let crowd: Book;
beforeAll(async () => {
  crowd = await book();
  const { db } = crowd;
  db.exec('BEGIN');
  const site = db.prepare("INSERT INTO site (id, name, address, customer_name, customer_language, created_at, folded_name, folded) VALUES (?, 'n', '', '', 'en', 0, 'n', 'n')");
  const link = db.prepare(
    `INSERT INTO link (id, site_id, generation, linked_at, renewed_at, account_label, condition, homes_read, sealed, next_at) VALUES (?, ?, 1, 0, ?, '', 'active', 0, zeroblob(2000), ?)`,
  );
  for (let n = 0; n < MANY; n += 1) {
    site.run(`s${n}`);
    link.run(`l${n}`, `s${n}`, n, n);
  }
  db.exec('COMMIT');
});

test('ten thousand links are planned from the indexes alone', () => {
  const { db, links } = crowd;
  const questions = {
    due: () => links.due(MANY, 8), nextDueAt: () => links.nextDueAt(MANY / 2), otherRenewedAfter: () => links.otherRenewedAfter('l1', MANY - 2, MANY),
    suspects: () => links.suspects(), ended: () => links.ended(), counts: () => links.counts(MANY), renewable: () => links.renewable(),
  };
  const prepare = vi.spyOn(db, 'prepare');
  for (const ask of Object.values(questions)) ask();
  const asked = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  const times = Object.entries(questions).map(([name, ask]) => {
    const started = performance.now();
    ask();
    return `${name} ${(performance.now() - started).toFixed(1)}`;
  });
  console.log(`planner: ${MANY} links, milliseconds: ${times.join(', ')}`);
  expect(asked.length).toBeGreaterThan(6);
  for (const sql of asked) {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(sql.match(/\?/gu) ?? []).map(() => 1)).map((row) => String(row['detail'])).join(' ');
    expect(plan, sql).toContain('COVERING INDEX');
  }
  expect([links.due(MANY, 2), links.renewable().length]).toEqual([['l0', 'l1'], MANY]);
});
