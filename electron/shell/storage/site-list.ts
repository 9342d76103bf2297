import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { siteGroups, type SiteFilter } from '../../contract/site-groups.ts';
import type { LinkInRow, PlacedSite, SiteListReader, SitePage, SiteQuestion } from '../../sites/site-list.ts';
import { fold } from './fold.ts';
import { linkRowSchema } from './link-rows.ts';
import { SiteListOrder, type Readability } from './site-list-order.ts';
import { siteRow } from './site-rows.ts';
import { rowOf, rowsOf, whole } from './sqlite.ts';

/** More words than anybody types; each costs a look at every site. */
const MOST_WORDS = 8;

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

/** What was summed up last, and of which order. */
interface Sums {
  readonly key: string;
  readonly version: number;
  readonly groups: readonly GroupRow[];
}

/** The list of one database; its tables are made when it is asked for the first time. */
class SiteListTables implements SiteListReader {
  readonly #db: DatabaseSync;
  readonly #readability: Readability;
  readonly #order: SiteListOrder;
  #sums: Sums | null = null;

  constructor(db: DatabaseSync, readability: Readability, piece?: number) {
    this.#db = db;
    this.#readability = readability;
    this.#order = new SiteListOrder(db, readability, piece);
  }

  prepare = async (now: number): Promise<boolean> => this.#order.prepare(now);

  page = (question: SiteQuestion): SitePage => {
    this.#order.finish(question.now);
    const first = this.#read(question);
    // What was found out by looking at the records may belong elsewhere in the order: once more is enough to show it there.
    if (!this.#learn(first)) return this.#answer(question, first);
    this.#order.finish(question.now);
    return this.#answer(question, this.#read(question));
  };

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
    for (const { id, link_id: linkId, known_closed: wasClosed } of news) this.#order.learn({ siteId: id, linkId: linkId ?? '', wasClosed: wasClosed === 1 });
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

  /** Who scrolls asks for page after page of the same: the sums are made once. */
  #groups(filter: SiteFilter, search: Search): readonly GroupRow[] {
    const [key, { version }] = [JSON.stringify([filter, search.words]), this.#order];
    if (this.#sums?.key !== key || this.#sums.version !== version) this.#sums = { key, version, groups: this.#sumUp(filter, search) };
    return this.#sums.groups;
  }

  #sumUp(filter: SiteFilter, { where, words }: Search): readonly GroupRow[] {
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

/** The list of the sites of `db`, kept in its order as long as the database is open. `piece`: how many sites are put in order at a time, where it is not the usual number. */
export function createSiteList(db: DatabaseSync, readability: Readability, piece?: number): SiteListReader {
  return new SiteListTables(db, readability, piece);
}
