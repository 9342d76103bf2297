import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, daysAfter, endOfDay } from '../../../electron/contract/calendar.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { allOpen, createSiteList } from '../../../electron/shell/storage/site-list.ts';
import type { Readability } from '../../../electron/shell/storage/site-list-order.ts';
import { ANOTHER_DAY, PASSED } from '../../../electron/shell/storage/site-list-tables.ts';
import type { SiteListReader, SitePage } from '../../../electron/sites/site-list.ts';
import { clock, DAY, NOW, temporaryFolder, value } from './support.ts';

interface Book {
  readonly file: string;
  readonly db: DatabaseSync;
}

function emptyBook(): Book {
  const file = join(temporaryFolder(), 'liaison.db');
  const { db } = value(openDatabase(file, clock));
  // What is lost at a power cut is no matter here, and syncing takes most of the time.
  db.exec('PRAGMA synchronous = OFF');
  return { file, db };
}

function addSite({ db }: Book, id: string, name = `site ${id}`): void {
  db.prepare("INSERT INTO site (id, name, address, customer_name, customer_language, created_at, folded_name, folded) VALUES (?, ?, '', '', 'fr', 0, ?, ?)").run(id, name, name, name);
}

function addLink({ db }: Book, siteId: string, renewedAt: number): void {
  db.prepare("INSERT OR IGNORE INTO link (id, site_id, generation, linked_at, renewed_at, account_label, condition, homes_read, sealed, next_at) SELECT 'link ' || id, id, 1, ?, ?, 'a', 'active', 0, zeroblob(40), 0 FROM site WHERE id = ?").run(renewedAt, renewedAt, siteId);
}

function bookOf(sites: number): Book {
  const book = emptyBook();
  book.db.exec('BEGIN');
  for (let n = 0; n < sites; n += 1) {
    addSite(book, `${n}`);
    addLink(book, `${n}`, NOW - n % 40 * DAY);
  }
  book.db.exec('COMMIT');
  return book;
}

const ask = (list: SiteListReader, now: number): SitePage => list.page({ query: '', filter: 'all', offset: 0, limit: 200, about: null, now });

/** The order as a connection of its own makes it that knows of nothing before. */
function fresh(file: string, readability: Readability, now: number): SitePage {
  const db = new DatabaseSync(file);
  const page = ask(createSiteList(db, readability), now);
  db.close();
  return page;
}

/** How many turns others had until `work` was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  const end = new AbortController();
  let turns = 0;
  void work.finally(() => end.abort());
  for (; !end.signal.aborted; turns += 1) await nextTurn();
  return turns;
}

/** One thing that happens to the book. */
type Step =
  | { readonly kind: 'add' | 'end' | 'delete' | 'unlink' | 'handOver' | 'rename' | 'again'; readonly site: number }
  | { readonly kind: 'visit' | 'contract' | 'link' | 'renew'; readonly site: number; readonly days: number }
  | { readonly kind: 'condition'; readonly site: number; readonly condition: string }
  | { readonly kind: 'time'; readonly by: number }
  | { readonly kind: 'known'; readonly sites: readonly number[] }
  | { readonly kind: 'midnight' } | { readonly kind: 'turn' } | { readonly kind: 'prepare' } | { readonly kind: 'ask' };

type Change = Exclude<Step, { readonly kind: 'turn' | 'prepare' | 'ask' | 'time' | 'midnight' | 'known' }>;

const site = fc.nat({ max: 15 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add', 'add', 'end', 'delete', 'unlink', 'handOver', 'rename', 'again'), site }),
  // Close to the marks of the clock and to the days that count.
  fc.record({ kind: fc.constant('visit'), site, days: fc.integer({ min: -2, max: 4 }) }),
  fc.record({ kind: fc.constant('contract'), site, days: fc.integer({ min: 57, max: 64 }) }),
  fc.record({ kind: fc.constantFrom('link', 'renew'), site, days: fc.oneof(fc.integer({ min: -82, max: -78 }), fc.integer({ min: -62, max: -58 }), fc.constant(0)) }),
  fc.record({ kind: fc.constant('condition'), site, condition: fc.constantFrom('active', 'uncertain', 'relinkRequired') }),
  fc.record({ kind: fc.constant('time'), by: fc.oneof(fc.integer({ min: -3 * DAY, max: 3 * DAY }), fc.constantFrom(-DAY, DAY, 1, -1, 20 * DAY, -20 * DAY)) }),
  fc.record({ kind: fc.constant('known'), sites: fc.uniqueArray(site, { maxLength: 4 }) }),
  fc.record({ kind: fc.constantFrom('midnight', 'turn', 'turn', 'prepare', 'ask') }),
);

/** A book, the list that is kept with it, and the laptop's time. */
class Played {
  readonly book = emptyBook();
  now = NOW;
  #known: readonly string[] = [];
  readonly readability: Readability = { closed: null, known: () => this.#known, opens: ({ id }) => !this.#known.includes(id) };
  readonly list = createSiteList(this.book.db, this.readability, 3);

  constructor() {
    for (let n = 0; n < 12; n += 1) addSite(this.book, `${n}`);
    for (let n = 0; n < 12; n += 2) addLink(this.book, `${n}`, NOW - n * 7 * DAY);
  }

  async play(step: Step): Promise<void> {
    if (step.kind === 'turn') await nextTurn();
    else if (step.kind === 'prepare') void this.list.prepare(this.now);
    else if (step.kind === 'ask') ask(this.list, this.now);
    else if (step.kind === 'time') this.now += step.by;
    else if (step.kind === 'midnight') this.now = endOfDay(this.now);
    else if (step.kind === 'known') this.#known = step.sites.map((number) => `link ${number}`);
    else this.#change(step);
  }

  #change(step: Change): void {
    const [id, { db }] = [`${step.site}`, this.book];
    const set = (what: string, to: string | number): unknown => db.prepare(`UPDATE ${what} WHERE ${what.startsWith('site') ? 'id' : 'site_id'} = ?`).run(to, id);
    const changes: { readonly [Kind in Change['kind']]: (days: number) => unknown } = {
      add: () => db.prepare('SELECT id FROM site WHERE id = ?').get(id) ?? addSite(this.book, id),
      unlink: () => db.prepare('DELETE FROM link WHERE site_id = ?').run(id),
      delete: () => [changes.unlink(0), db.prepare('DELETE FROM site WHERE id = ?').run(id)],
      again: () => [changes.delete(0), addSite(this.book, id)],
      link: (days) => addLink(this.book, id, this.now + days * DAY),
      renew: (days) => set('link SET renewed_at = ?', this.now + days * DAY),
      condition: () => set('link SET condition = ?', step.kind === 'condition' ? step.condition : 'active'),
      visit: (days) => set('site SET visit = ?', `${daysAfter(dayOf(this.now), days)}T09:00`),
      contract: (days) => set('site SET contract_ends_on = ?', daysAfter(dayOf(this.now), days)),
      handOver: () => set('site SET handed_over_at = ?', this.now),
      end: () => set('site SET ended_at = ?', this.now),
      rename: () => set('site SET folded_name = ?', `renamed ${id}`),
    };
    changes[step.kind]('days' in step ? step.days : 0);
  }
}

test('whatever happens to the book and to the clock, the order that is kept is the one that would be made anew', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), fc.boolean(), async (steps, begun) => {
    const played = new Played();
    // Half of the books change while they are put in order for the first time.
    if (begun) void played.list.prepare(played.now);
    else ask(played.list, played.now);
    for (const step of steps) await played.play(step);
    expect(await played.list.prepare(played.now)).toBe(true);
    expect(ask(played.list, played.now)).toEqual(fresh(played.book.file, played.readability, played.now));
    played.book.db.close();
  }), { numRuns: 100 });
}, 60_000);

test('a large book is put in order in pieces, between which others have their turn, and only once', async () => {
  const { db } = bookOf(1000);
  const list = createSiteList(db, allOpen);
  expect(await turnsDuring(list.prepare(NOW))).toBeGreaterThanOrEqual(10);
  expect(await turnsDuring(list.prepare(NOW))).toBeLessThanOrEqual(1);
  expect(ask(list, NOW).total).toBe(1000);
});

test('two questions at once share the work, and a third that cannot wait ends it for them', async () => {
  const { db } = bookOf(1000);
  const list = createSiteList(db, allOpen);
  const [first, second] = [list.prepare(NOW), list.prepare(NOW)];
  // Each by itself would do a piece a turn: together they would need half as many.
  await turnsDuring(Promise.race([nextTurn(), first]));
  expect(ask(list, NOW).total).toBe(1000);
  expect(await Promise.all([first, second])).toEqual([true, true]);
  const other = createSiteList(bookOf(1000).db, allOpen);
  expect(await turnsDuring(Promise.all([other.prepare(NOW), other.prepare(NOW)]))).toBeGreaterThanOrEqual(10);
});

test('a site that is removed and comes back while the order is made stands in it once', async () => {
  const book = bookOf(300);
  const list = createSiteList(book.db, allOpen);
  const made = list.prepare(NOW);
  book.db.exec("DELETE FROM link WHERE site_id = '0'; DELETE FROM site WHERE id = '0'");
  addSite(book, '0', 'a site again');
  expect([await made, ask(list, NOW).total]).toEqual([true, 300]);
  expect(list.page({ query: 'again', filter: 'all', offset: 0, limit: 10, about: null, now: NOW }).sites.map(({ group }) => group)).toEqual(['notLinked']);
});

test('a great change is taken over in pieces too', async () => {
  const { db } = bookOf(1000);
  const list = createSiteList(db, allOpen);
  await list.prepare(NOW);
  db.exec('UPDATE link SET renewed_at = renewed_at + 1');
  expect(await turnsDuring(list.prepare(NOW))).toBeGreaterThanOrEqual(10);
});

test('a book that is closed while it is put in order ends the work without a fault', async () => {
  const { db } = bookOf(1000);
  const list = createSiteList(db, allOpen);
  const [first, second] = [list.prepare(NOW), list.prepare(NOW)];
  await nextTurn();
  db.close();
  expect([await first, await second, await list.prepare(NOW)]).toEqual([false, false, false]);
});

test('another day, and a link that passes a mark, make few rows anew in a large book', async () => {
  const { db } = bookOf(1000);
  const list = createSiteList(db, allOpen);
  await list.prepare(NOW);
  const today = dayOf(NOW);
  db.prepare('UPDATE site SET visit = ? WHERE id = ?').run(today, '1');
  db.prepare('UPDATE site SET contract_ends_on = ? WHERE id = ?').run(daysAfter(today, 61), '2');
  db.prepare('UPDATE link SET renewed_at = ? WHERE site_id = ?').run(NOW - 60 * DAY + 1, '3');
  ask(list, NOW);
  const rowsChanged = (now: number): number => {
    const changes = (): number => Number(db.prepare('SELECT total_changes() AS number').get()?.['number']);
    const before = changes();
    ask(list, now);
    return changes() - before;
  };
  // Of each row: noted, taken out, put in, no longer noted.
  expect([rowsChanged(NOW), rowsChanged(NOW + 1), rowsChanged(endOfDay(NOW)), rowsChanged(NOW)]).toEqual([0, 4, 8, 12]);
});

test('what time makes old is found without a look at every site', () => {
  const { db } = bookOf(10);
  ask(createSiteList(db, allOpen), NOW);
  const plan = (sql: string): string => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map(({ detail }) => String(detail)).join('; ');
  expect(plan(PASSED)).toMatch(/^SEARCH main\.link USING INDEX link_by_condition \(condition=\? AND renewed_at>\? AND renewed_at<\?\)$/u);
  expect(plan(ANOTHER_DAY)).not.toContain('SCAN');
  expect(plan(ANOTHER_DAY)).toMatch(/listed_by_visit \(visit_day=\?\).*listed_by_contract \(contract_ends_on>\? AND contract_ends_on<\?\)/u);
});
