import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { daysAfter, dayOf, endOfDay } from '../../../electron/contract/calendar.ts';
import type { SiteFilter } from '../../../electron/contract/site-groups.ts';
import type { LinkStore } from '../../../electron/links/link.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { createLinkStore } from '../../../electron/shell/storage/link-store.ts';
import { sealFits } from '../../../electron/shell/storage/link-rows.ts';
import { allClosed } from '../../../electron/shell/storage/site-list.ts';
import type { Readability } from '../../../electron/shell/storage/site-list-order.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { openVault } from '../../../electron/shell/storage/vault.ts';
import type { SitePage, SiteQuestion } from '../../../electron/sites/site-list.ts';
import type { SiteStore } from '../../../electron/sites/site.ts';
import type { VisitChange } from '../../../electron/contract/visit-facts.ts';
import { clock, DAY, fakeWrapper, newLink, NOW, present, standing, temporaryFolder, value } from './support.ts';

const TODAY = dayOf(NOW);

interface Book {
  readonly folder: string;
  readonly db: DatabaseSync;
  readonly sites: SiteStore;
  readonly links: LinkStore;
  readonly ids: Map<string, string>;
  add(name: string, facts?: VisitChange, renewedDaysAgo?: number | null, condition?: 'active' | 'uncertain' | 'suspect' | 'relinkRequired'): string;
  reopen(readability: Readability): SiteStore;
}

async function book(): Promise<Book> {
  const folder = temporaryFolder();
  const { db } = value(openDatabase(join(folder, 'liaison.db'), clock));
  const vault = value(await openVault(db, fakeWrapper('anna'), join(folder, 'data-key'), clock));
  let known: readonly string[] = [];
  const sites = createSiteStore(db, { closed: null, known: () => known, opens: (row) => sealFits(vault, row) });
  known = [];
  const links = createLinkStore(db, vault);
  const ids = new Map<string, string>();
  const add: Book['add'] = (name, facts = {}, renewedDaysAgo = null, condition = 'active') => {
    const { id } = value(sites.create({ name, address: '12 rue des Lilas', customerName: 'Mme Dupont', customerLanguage: 'fr' }, NOW));
    value(sites.note(id, facts));
    ids.set(name, id);
    if (renewedDaysAgo === null) return id;
    const link = value(links.create({ ...newLink(id, name), at: NOW - renewedDaysAgo * DAY }));
    value(links.setStanding(link.id, standing({ condition })));
    return id;
  };
  return { folder, db, sites, links, ids, add, reopen: (readability) => createSiteStore(db, readability) };
}

const ask = (sites: SiteStore, part: Partial<SiteQuestion> = {}): SitePage => sites.page({ query: '', filter: 'all', offset: 0, limit: 100, about: null, now: NOW, ...part });
const names = (page: SitePage): readonly string[] => page.sites.map(({ site }) => site.name);
const grouped = (page: SitePage): readonly string[] => page.sites.map(({ site, group }) => `${group}: ${site.name}`);

/** One site of each kind, made in the wrong order. */
function everyKind({ add }: Book): void {
  add('Ended', { endedAt: NOW - DAY, visit: TODAY, contractEndsOn: daysAfter(TODAY, -3) });
  add('Never linked');
  add('Zoe, fine', { handedOverAt: NOW }, 1);
  add('Anna, fine', { handedOverAt: NOW }, 3);
  add('Contract later', { handedOverAt: NOW, contractEndsOn: daysAfter(TODAY, 61) }, 2);
  add('Contract in 60 days', { handedOverAt: NOW, contractEndsOn: daysAfter(TODAY, 60) }, 2);
  add('Contract over', { contractEndsOn: daysAfter(TODAY, -1) });
  add('Hand-over, new', {}, 2);
  add('Hand-over, old', {}, 20);
  add('Tomorrow', { visit: daysAfter(TODAY, 1) });
  add('Today at two', { visit: `${TODAY}T14:00` }, 5);
  add('Today at nine', { visit: `${TODAY}T09:00` });
  add('The day after', { visit: daysAfter(TODAY, 2), handedOverAt: NOW }, 4);
  add('Due, 70', {}, 70);
  add('Due, 60', {}, 60);
  add('Not due, 59', { handedOverAt: NOW }, 59);
  add('Sign in again', {}, 5, 'relinkRequired');
  add('Over', {}, 95);
  add('Urgent', {}, 80);
  add('Uncertain', {}, 1, 'uncertain');
  add('Suspect', {}, 3, 'suspect');
}

test('trouble comes first and stale last, each site in the first group that fits', async () => {
  const kinds = await book();
  everyKind(kinds);
  expect(grouped(ask(kinds.sites))).toEqual([
    'needsYou: Over', 'needsYou: Urgent', 'needsYou: Sign in again', 'needsYou: Suspect', 'needsYou: Uncertain',
    'dueSoon: Due, 70', 'dueSoon: Due, 60',
    'visits: Today at nine', 'visits: Today at two', 'visits: Tomorrow',
    'handOver: Hand-over, old', 'handOver: Hand-over, new',
    'contract: Contract over', 'contract: Contract in 60 days',
    'fine: Anna, fine', 'fine: Contract later', 'fine: Not due, 59', 'fine: The day after', 'fine: Zoe, fine',
    'notLinked: Never linked',
    'ended: Ended',
  ]);
  expect(ask(kinds.sites).groups.map(({ group, count }) => `${group} ${count}`)).toEqual(['needsYou 5', 'dueSoon 2', 'visits 3', 'handOver 2', 'contract 2', 'fine 5', 'notLinked 1', 'ended 1']);
});

test('filters overlap, are counted for the search, and narrow the list in the same order', async () => {
  const kinds = await book();
  everyKind(kinds);
  const by = (filter: SiteFilter, query = ''): readonly string[] => names(ask(kinds.sites, { filter, query }));
  expect(ask(kinds.sites).counts).toEqual({ all: 21, needsMe: 5, dueSoon: 4, handOverOpen: 10, contractEnding: 2 });
  expect(by('needsMe')).toEqual(['Over', 'Urgent', 'Sign in again', 'Suspect', 'Uncertain']);
  expect(by('dueSoon')).toEqual(['Over', 'Urgent', 'Due, 70', 'Due, 60']);
  expect(by('handOverOpen')).toHaveLength(10);
  expect(by('contractEnding')).toEqual(['Contract over', 'Contract in 60 days']);
  const searched = ask(kinds.sites, { query: 'due' });
  expect([searched.total, searched.counts]).toEqual([3, { all: 3, needsMe: 0, dueSoon: 2, handOverOpen: 2, contractEnding: 0 }]);
  const filtered = ask(kinds.sites, { query: 'due', filter: 'dueSoon' });
  expect([filtered.total, filtered.counts.all, filtered.groups]).toEqual([2, 3, [{ group: 'dueSoon', count: 2 }]]);
});

test('the counts agree with the pages, and a site knows its place', async () => {
  const kinds = await book();
  everyKind(kinds);
  for (const filter of ['all', 'needsMe', 'dueSoon', 'handOverOpen', 'contractEnding'] as const) {
    const whole = ask(kinds.sites, { filter });
    expect([whole.total, whole.groups.reduce((sum, { count }) => sum + count, 0)]).toEqual([whole.counts[filter], whole.total]);
    const pages = Array.from({ length: Math.ceil(whole.total / 4) }, (_, page) => names(ask(kinds.sites, { filter, offset: page * 4, limit: 4 })));
    expect(pages.flat()).toEqual(names(whole));
    for (const [index, { site }] of whole.sites.entries()) expect(ask(kinds.sites, { filter, about: site.id, limit: 1 }).position).toBe(index);
  }
  expect([ask(kinds.sites, { about: 'nobody' }).position, ask(kinds.sites, { filter: 'needsMe', about: present(kinds.ids.get('Ended')) }).position]).toEqual([null, null]);
});

test('words are found in any order, in any case, without accents, and never over the end of a column', async () => {
  const { sites, add } = await book();
  add('Élan 50%');
  add('Zoë_x');
  const found = (query: string): readonly string[] => names(ask(sites, { query }));
  expect([found('ELAN'), found('lilas elan'), found('dupont  RUE zoe'), found('%'), found('_'), found('50% dupont')]).toEqual([['Élan 50%'], ['Élan 50%'], ['Zoë_x'], ['Élan 50%'], ['Zoë_x'], ['Élan 50%']]);
  expect([found('elan 12 paris'), found('50%12'), found(' ').length]).toEqual([[], [], 2]);
});

test('what changes is in its new place when the list is asked again, whoever changed it', async () => {
  const { sites, links, db, add, ids } = await book();
  add('Fine', { handedOverAt: NOW }, 1);
  add('Other', { handedOverAt: NOW }, 1);
  expect(grouped(ask(sites))).toEqual(['fine: Fine', 'fine: Other']);
  const other = present(ids.get('Other'));
  value(links.setStanding(present(links.findBySite(other)).id, standing({ condition: 'relinkRequired' })));
  expect(grouped(ask(sites))).toEqual(['needsYou: Other', 'fine: Fine']);
  value(links.remove(present(links.findBySite(other)).id, NOW));
  expect(grouped(ask(sites))).toEqual(['fine: Fine', 'notLinked: Other']);
  value(sites.note(other, { endedAt: NOW }));
  expect(grouped(ask(sites))).toEqual(['fine: Fine', 'ended: Other']);
  add('Late');
  value(sites.update(present(ids.get('Fine')), { name: 'Zebra', address: '', customerName: '', customerLanguage: 'fr' }));
  expect(grouped(ask(sites))).toEqual(['fine: Zebra', 'notLinked: Late', 'ended: Other']);
  expect([names(ask(sites, { query: 'zebra' })), names(ask(sites, { query: 'fine' }))]).toEqual([['Zebra'], []]);
  db.exec(`DELETE FROM site WHERE id = '${other}'`);
  expect(names(ask(sites))).toEqual(['Zebra', 'Late']);
  value(links.create({ ...newLink(present(ids.get('Late')), 'late'), at: NOW }));
  expect(grouped(ask(sites))).toEqual(['handOver: Late', 'fine: Zebra']);
});

test('a site that ended and was linked again is like any other', async () => {
  const { sites, add } = await book();
  add('Again', { endedAt: NOW - DAY }, 85);
  expect(grouped(ask(sites))).toEqual(['needsYou: Again']);
});

test('time alone moves sites: at midnight, and when a link passes a mark', async () => {
  const { sites, add } = await book();
  add('Tomorrow', { visit: daysAfter(TODAY, 1) });
  add('In two days', { visit: daysAfter(TODAY, 2) });
  add('Due in an hour', { handedOverAt: NOW }, 60 - 1 / 24);
  expect(grouped(ask(sites))).toEqual(['visits: Tomorrow', 'fine: Due in an hour', 'notLinked: In two days']);
  expect(grouped(ask(sites, { now: NOW + DAY / 24 - 1 }))).toContain('fine: Due in an hour');
  expect(grouped(ask(sites, { now: NOW + DAY / 24 }))[0]).toBe('dueSoon: Due in an hour');
  expect(grouped(ask(sites, { now: endOfDay(NOW) }))).toEqual(['dueSoon: Due in an hour', 'visits: Tomorrow', 'visits: In two days']);
  // A clock that is set back brings the former day back.
  expect(grouped(ask(sites))).toEqual(['visits: Tomorrow', 'fine: Due in an hour', 'notLinked: In two days']);
});

test('a record that does not open needs a person as soon as it was looked at, and no longer once it opens', async () => {
  const { sites, db, links, add } = await book();
  add('Anna', { handedOverAt: NOW }, 1);
  add('No link');
  const damaged = add('Zoe', { handedOverAt: NOW }, 1);
  const link = present(links.findBySite(damaged));
  const sealed = present(db.prepare('SELECT sealed FROM link WHERE id = ?').get(link.id))['sealed'] as Uint8Array;
  expect(grouped(ask(sites))).toEqual(['fine: Anna', 'fine: Zoe', 'notLinked: No link']);
  db.prepare('UPDATE link SET sealed = zeroblob(40) WHERE id = ?').run(link.id);
  // Not on this page, so nobody has looked yet.
  expect(grouped(ask(sites, { limit: 1 }))).toEqual(['fine: Anna']);
  const seen = ask(sites);
  expect([grouped(seen), seen.counts.needsMe, seen.sites[0]?.link?.condition]).toEqual([['needsYou: Zoe', 'fine: Anna', 'notLinked: No link'], 1, 'quarantined']);
  expect(grouped(ask(sites, { limit: 1 }))).toEqual(['needsYou: Zoe']);
  db.prepare('UPDATE link SET sealed = ? WHERE id = ?').run(sealed, link.id);
  expect(grouped(ask(sites))).toEqual(['fine: Anna', 'fine: Zoe', 'notLinked: No link']);
});

test('what was found when all records were looked through is in its place from the start', async () => {
  const { links, add, reopen } = await book();
  add('Anna', {}, 1);
  const id = present(links.findBySite(add('Zoe', {}, 1))).id;
  let known: readonly string[] = [id];
  const sites = reopen({ closed: null, known: () => known, opens: (row) => !known.includes(row.id) });
  expect(grouped(ask(sites, { limit: 1 }))).toEqual(['needsYou: Zoe']);
  known = [];
  expect(grouped(ask(sites))).toEqual(['handOver: Anna', 'handOver: Zoe']);
});

test('links that are locked need nobody, those under another key all do', async () => {
  const { add, reopen } = await book();
  add('Old', {}, 95);
  add('Ended link', { handedOverAt: NOW }, 5, 'relinkRequired');
  const [locked, foreign] = [reopen(allClosed('locked')), null];
  const page = ask(locked);
  expect([grouped(page), page.counts.needsMe, page.counts.dueSoon, page.sites.map(({ link }) => link?.condition), foreign]).toEqual([['handOver: Old', 'fine: Ended link'], 0, 0, ['locked', 'locked'], null]);
});

test('those under another key all need a person', async () => {
  const { add, reopen } = await book();
  add('Good', { handedOverAt: NOW }, 1);
  add('No link');
  const page = ask(reopen(allClosed('quarantined')));
  expect([grouped(page), page.sites[0]?.link?.condition, page.counts]).toEqual([['needsYou: Good', 'notLinked: No link'], 'quarantined', { all: 2, needsMe: 1, dueSoon: 0, handOverOpen: 0, contractEnding: 0 }]);
});

test('a change that is rolled back leaves the list as it was', async () => {
  const { sites, db, add } = await book();
  add('Fine', { handedOverAt: NOW }, 1);
  ask(sites);
  db.exec("BEGIN; UPDATE site SET folded_name = 'x', visit = '2026-01-02'; ROLLBACK");
  expect(grouped(ask(sites))).toEqual(['fine: Fine']);
});

test('a copy of the database holds nothing of the list, and is taken while the list is in use', async () => {
  const { folder, sites, db, add } = await book();
  add('Fine', { handedOverAt: NOW }, 1);
  ask(sites);
  const copy = join(folder, 'copy.db');
  db.exec(`VACUUM INTO '${copy}'`);
  const opened = value(openDatabase(copy, clock));
  expect([opened.notices, grouped(ask(createSiteStore(opened.db))), grouped(ask(sites))]).toEqual([[], ['fine: Fine'], ['fine: Fine']]);
  opened.db.close();
});

test('no name of a customer reaches a file besides the database', async () => {
  const { folder, sites, db, add } = await book();
  for (let n = 0; n < 300; n += 1) add(`Distinctive ${n}`);
  ask(sites);
  const files = db.prepare('PRAGMA database_list').all();
  expect([db.prepare('PRAGMA temp_store').get()?.['temp_store'], files.filter(({ name }) => name === 'temp').map(({ file }) => file)]).toEqual([2, ['']]);
  expect(readFileSync(join(folder, 'liaison.db'))).toBeDefined();
});
