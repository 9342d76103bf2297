import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { dayOf, daysAfter, endOfDay } from '../../contract/calendar.ts';
import { siteGroups, type SiteFilter } from '../../contract/site-groups.ts';
import { CONTRACT_NOTICE_DAYS, DUE_SOON_DAYS, URGENT_DAYS, type LinkInRow, type PlacedSite, type SiteListReader, type SitePage, type SiteQuestion } from '../../sites/site-list.ts';
import { fold } from './fold.ts';
import { linkRowSchema, type LinkRow } from './link-rows.ts';
import { LIST, NEXT_MARK, SET_UP } from './site-list-tables.ts';
import { siteRow } from './site-rows.ts';
import { rowOf, rowsOf, whole } from './sqlite.ts';

const DAY = 24 * 60 * 60 * 1000;
/** More words than anybody types; each costs a look at every site. */
const MOST_WORDS = 8;

/** What is known of whether the records of links open. */
export interface Readability {
  /** Null: each record opens or not by itself. Else what all of them are, because the vault is closed. */
  readonly closed: 'quarantined' | 'locked' | null;
  /** Ids of the links whose record was found not to open when all were looked through (at opening, once a day); another list when it changed. */
  known(): readonly string[];
  /** Looks at one record. */
  opens(row: Pick<LinkRow, 'id' | 'generation' | 'sealed'>): boolean;
}

const NONE: readonly string[] = [];

/** For a book whose records nobody looks at, as in a test. */
export const allOpen: Readability = { closed: null, known: () => NONE, opens: () => true };

/** For a book whose vault is closed: what all its links are. */
export function allClosed(closed: NonNullable<Readability['closed']>): Readability {
  return { closed, known: () => NONE, opens: () => false };
}

const groupRow = z.object({ grp: whole, matching: whole, total: whole, needs: whole, due: whole, hand_over: whole, ending: whole });
type GroupRow = z.infer<typeof groupRow>;
const idRow = z.object({ id: z.string() });
const placeRow = z.object({ place: whole });
const timeRow = z.object({ at: whole.nullable() });
const markRow = z.object({ grp: whole, hand_over: whole, ending: whole, link_id: z.string().nullable(), known_closed: whole });
// Columns of the link bear its name; where there is no link they are null and fall back to something harmless.
const linkPart = linkRowSchema.pick({ generation: true, renewed_at: true, condition: true, proof_at: true, homes_read: true, sealed: true });
const sitePart = siteRow.pick({ id: true, name: true, address: true, visit: true, contract_ends_on: true });
const shownRow = sitePart.extend(markRow.shape).extend(linkPart.shape);
type ShownRow = z.infer<typeof shownRow>;

const FILTERS: Readonly<Record<SiteFilter, string>> = { all: '1', needsMe: 'needs', dueSoon: 'due', handOverOpen: 'hand_over', contractEnding: 'ending' };

interface Search {
  readonly where: string;
  readonly words: readonly string[];
}

/** Each word is looked for by itself: a street and a name stand far from each other. */
function searchOf(query: string): Search {
  const words = fold(query).split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
  return { words, where: words.length === 0 ? '1' : words.map(() => 'instr(folded, ?) > 0').join(' AND ') };
}

const SHOWN = `
SELECT s.id, s.name, s.address, s.visit, s.contract_ends_on, p.grp, p.hand_over, p.ending, l.id AS link_id, l.generation, l.renewed_at, l.condition, l.proof_at, l.homes_read, l.sealed,
  ifnull(l.id IN (SELECT link_id FROM closed_link), 0) AS known_closed
FROM json_each(?) j JOIN main.site s ON s.id = j.value JOIN listed p ON p.id = s.id LEFT JOIN main.link l ON l.site_id = s.id ORDER BY j.key`;

/** The list of one database; its tables are made when it is asked for the first time. */
class SiteListTables implements SiteListReader {
  readonly #db: DatabaseSync;
  readonly #readability: Readability;
  #isSetUp = false;
  #known: readonly string[] | null = null;
  /** The rows are right from here until there, as far as time alone makes them old. Milliseconds since 1970-01-01 UTC. */
  #builtAt = 0;
  #validUntil = 0;

  constructor(db: DatabaseSync, readability: Readability) {
    this.#db = db;
    this.#readability = readability;
  }

  page = (question: SiteQuestion): SitePage => {
    this.#refresh(question.now);
    const first = this.#read(question);
    // What was found out by looking at the records may belong elsewhere in the order: once more is enough to show it there.
    if (!this.#learn(first)) return this.#answer(question, first);
    this.#refresh(question.now);
    return this.#answer(question, this.#read(question));
  };

  #refresh(now: number): void {
    this.#setUp();
    const known = this.#readability.known();
    const isOld = known !== this.#known || now < this.#builtAt || now >= this.#validUntil;
    if (isOld) this.#rebuild(known, now);
    else if (rowOf(this.#db, idRow, 'SELECT site_id AS id FROM unlisted LIMIT 1')) this.#replace(now);
  }

  #setUp(): void {
    if (this.#isSetUp) return;
    // What is only looked up here must not reach a file of its own, and names of customers least of all.
    this.#db.exec('PRAGMA temp_store = MEMORY');
    this.#db.exec(SET_UP);
    this.#isSetUp = true;
  }

  #rebuild(known: readonly string[], now: number): void {
    const db = this.#db;
    db.exec('DELETE FROM listed; DELETE FROM unlisted');
    if (known !== this.#known) {
      db.exec('DELETE FROM closed_link');
      db.prepare('INSERT OR IGNORE INTO closed_link SELECT value FROM json_each(?)').run(JSON.stringify(known));
      this.#known = known;
    }
    this.#list(1, now);
    this.#builtAt = now;
    const marks = { $soon: now - DUE_SOON_DAYS * DAY, $soonAfter: DUE_SOON_DAYS * DAY, $urgent: now - URGENT_DAYS * DAY, $urgentAfter: URGENT_DAYS * DAY };
    const statement = db.prepare(NEXT_MARK);
    statement.setReadBigInts(true);
    this.#validUntil = Math.min(endOfDay(now), timeRow.parse(statement.get(marks)).at ?? Infinity);
  }

  #replace(now: number): void {
    this.#db.exec('DELETE FROM listed WHERE id IN (SELECT site_id FROM unlisted)');
    this.#list(0, now);
    this.#db.exec('DELETE FROM unlisted');
  }

  #list(everything: 0 | 1, now: number): void {
    const today = dayOf(now);
    this.#db.prepare(LIST).run({
      $everything: everything, $closed: this.#readability.closed ?? '', $urgent: now - URGENT_DAYS * DAY, $soon: now - DUE_SOON_DAYS * DAY,
      $today: today, $tomorrow: daysAfter(today, 1), $notice: daysAfter(today, CONTRACT_NOTICE_DAYS),
    });
  }

  #read({ query, filter, offset, limit }: SiteQuestion): readonly ShownRow[] {
    const { where, words } = searchOf(query);
    const sql = `SELECT id FROM listed WHERE ${FILTERS[filter]} AND ${where} ORDER BY grp, place, folded_name, id LIMIT ? OFFSET ?`;
    const ids = rowsOf(this.#db, idRow, sql, ...words, limit, offset).map(({ id }) => id);
    return rowsOf(this.#db, shownRow, SHOWN, JSON.stringify(ids));
  }

  /** Whether a record was found to open, or not to open, otherwise than was known. */
  #learn(rows: readonly ShownRow[]): boolean {
    if (this.#readability.closed !== null) return false;
    const news = rows.filter((row) => row.link_id !== null && this.#isClosed(row) !== (row.known_closed === 1));
    for (const { id, link_id: linkId, known_closed: wasClosed } of news) {
      this.#db.prepare(wasClosed === 1 ? 'DELETE FROM closed_link WHERE link_id = ?' : 'INSERT INTO closed_link VALUES (?)').run(linkId);
      this.#db.prepare('INSERT OR IGNORE INTO unlisted VALUES (?)').run(id);
    }
    return news.length > 0;
  }

  #isClosed({ link_id: linkId, generation, sealed }: ShownRow): boolean {
    return !this.#readability.opens({ id: linkId ?? '', generation, sealed });
  }

  #answer({ query, filter, about }: SiteQuestion, rows: readonly ShownRow[]): SitePage {
    const search = searchOf(query);
    const groups = this.#groups(filter, search);
    const sum = (column: keyof GroupRow): number => groups.reduce((all, row) => all + row[column], 0);
    return {
      sites: rows.map((row) => placedSite(row, this.#readability.closed)),
      total: sum('total'),
      groups: groups.flatMap(({ grp, total }) => (total === 0 ? [] : [{ group: groupOf(grp), count: total }])),
      counts: { all: sum('matching'), needsMe: sum('needs'), dueSoon: sum('due'), handOverOpen: sum('hand_over'), contractEnding: sum('ending') },
      position: about === null ? null : this.#position(about, filter, search),
    };
  }

  #groups(filter: SiteFilter, { where, words }: Search): readonly GroupRow[] {
    const sums = ['needs', 'due', 'hand_over', 'ending'].map((column) => `sum(${column}) AS ${column}`).join(', ');
    return rowsOf(this.#db, groupRow, `SELECT grp, count(*) AS matching, sum(${FILTERS[filter]}) AS total, ${sums} FROM listed WHERE ${where} GROUP BY grp ORDER BY grp`, ...words);
  }

  #position(siteId: string, filter: SiteFilter, { where, words }: Search): number | null {
    const matches = `${FILTERS[filter]} AND ${where}`;
    const values: readonly SQLInputValue[] = [...words, siteId];
    if (!rowOf(this.#db, idRow, `SELECT id FROM listed WHERE ${matches} AND id = ?`, ...values)) return null;
    const before = '(grp, place, folded_name, id) < (SELECT grp, place, folded_name, id FROM listed WHERE id = ?)';
    return rowOf(this.#db, placeRow, `SELECT count(*) AS place FROM listed WHERE ${matches} AND ${before}`, ...values)?.place ?? null;
  }
}

function groupOf(number: number): PlacedSite['group'] {
  return siteGroups[number] ?? 'fine';
}

function placedSite(row: ShownRow, closed: Readability['closed']): PlacedSite {
  const { id, name, address, visit, contract_ends_on: contractEndsOn } = row;
  return { site: { id, name, address, visit, contractEndsOn }, link: linkInRow(row, closed), group: groupOf(row.grp), handOverOpen: row.hand_over === 1, contractEnding: row.ending === 1 };
}

function linkInRow(row: ShownRow, closed: Readability['closed']): LinkInRow | null {
  if (row.link_id === null) return null;
  const own = row.known_closed === 1 ? 'quarantined' : row.condition;
  const proof = row.proof_at === null ? null : { at: row.proof_at, homes: row.homes_read === 1 ? [] : null };
  return { condition: closed ?? own, renewedAt: row.renewed_at, proof };
}

/** The list of the sites of `db`, kept in its order as long as the database is open. */
export function createSiteList(db: DatabaseSync, readability: Readability): SiteListReader {
  return new SiteListTables(db, readability);
}
