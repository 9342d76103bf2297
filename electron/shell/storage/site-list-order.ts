import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { dayOf, daysAfter } from '../../contract/calendar.ts';
import { CONTRACT_NOTICE_DAYS, DUE_SOON_DAYS, URGENT_DAYS } from '../../sites/site-list.ts';
import type { LinkRow } from './link-rows.ts';
import { ANOTHER_DAY, CLOSED_SITES, DONE_SITES, FORGET_SITES, LIST_PART, LIST_SITES, PART_END, PASSED, SET_UP } from './site-list-tables.ts';
import { rowsOf } from './sqlite.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Sites of one piece: a few milliseconds. */
const PIECE = 100;
/** The largest number of a row. */
const LAST = 2n ** 63n - 1n;

/** What is known of whether the records of links open. */
export interface Readability {
  /** Null: each record opens or not by itself. Else what all of them are, because the vault is closed. */
  readonly closed: 'quarantined' | 'locked' | null;
  /** Ids of the links whose record was found not to open when all were looked through (at opening, once a day); another list when it changed. */
  known(): readonly string[];
  /** Looks at one record. */
  opens(row: Pick<LinkRow, 'id' | 'generation' | 'sealed'>): boolean;
}

/** A link and its site, and whether its record was found closed before. */
export interface Learnt {
  readonly siteId: string;
  readonly linkId: string;
  readonly wasClosed: boolean;
}

type StatementName = 'listPart' | 'partEnd' | 'passed' | 'anotherDay' | 'forgetSites' | 'listSites' | 'doneSites';
const SQL: Readonly<Record<StatementName, string>> = {
  listPart: LIST_PART, partEnd: PART_END, passed: PASSED, anotherDay: ANOTHER_DAY, forgetSites: FORGET_SITES, listSites: LIST_SITES, doneSites: DONE_SITES,
};

const siteIdRow = z.object({ site_id: z.string() });
const numberRow = z.object({ number: z.bigint() });

/**
 * Keeps the order of the list right. It is made once, in pieces; from then on only rows that changed, or that time made old, are made anew.
 * Whatever is noted in `unlisted` is old; every other row that is there is right at the instant `#at`.
 */
export class SiteListOrder {
  readonly #db: DatabaseSync;
  readonly #readability: Readability;
  readonly #piece: number;
  readonly #statements = new Map<StatementName, StatementSync>();
  #isSetUp = false;
  /** The last row of the book that was brought in; null: all are there. */
  #reached: bigint | null = 0n;
  #known: readonly string[] | null = null;
  /** Milliseconds since 1970-01-01 UTC. */
  #at = 0;
  #version = 0;
  #preparing: Promise<boolean> | null = null;

  /** `piece`: how many sites are put in order at a time. */
  constructor(db: DatabaseSync, readability: Readability, piece = PIECE) {
    this.#db = db;
    this.#readability = readability;
    this.#piece = piece;
  }

  /** Another number whenever a row became another one. */
  get version(): number {
    return this.#version;
  }

  /** Makes the order right for the instant `now` in pieces, letting others have their turn in between. False: the database was closed meanwhile. All who wait share the work. */
  prepare = async (now: number): Promise<boolean> => {
    this.#preparing ??= this.#inPieces(now).finally(() => (this.#preparing = null));
    return this.#preparing;
  };

  /** Makes what is missing for the instant `now` at once. */
  finish(now: number): void {
    while (this.#step(now));
  }

  /** A record was looked at, and opens, or does not open, otherwise than was known. */
  learn({ siteId, linkId, wasClosed }: Learnt): void {
    this.#db.prepare(wasClosed ? 'DELETE FROM closed_link WHERE link_id = ?' : 'INSERT OR IGNORE INTO closed_link VALUES (?)').run(linkId);
    this.#db.prepare('INSERT OR IGNORE INTO unlisted VALUES (?)').run(siteId);
  }

  async #inPieces(now: number): Promise<boolean> {
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other is the purpose
    while (this.#db.isOpen && this.#step(now)) await nextTurn();
    return this.#db.isOpen;
  }

  /** Does one piece of the work; false: there was none left. */
  #step(now: number): boolean {
    this.#setUp(now);
    this.#hear();
    if (this.#reached !== null) return this.#bringIn(this.#reached);
    this.#age(now);
    return this.#replace();
  }

  #setUp(now: number): void {
    if (this.#isSetUp) return;
    // What is only looked up here must not reach a file of its own, and names of customers least of all.
    this.#db.exec('PRAGMA temp_store = MEMORY');
    this.#db.exec(SET_UP);
    this.#isSetUp = true;
    this.#at = now;
  }

  /** Takes over what was found when all records were looked through. */
  #hear(): void {
    const known = this.#readability.known();
    if (known === this.#known) return;
    this.#known = known;
    this.#db.exec(CLOSED_SITES);
    this.#db.exec('DELETE FROM closed_link');
    this.#db.prepare('INSERT OR IGNORE INTO closed_link SELECT value FROM json_each(?)').run(JSON.stringify(known));
    this.#db.exec(CLOSED_SITES);
  }

  /** All parts are of the instant when the first one was made: what time makes old meanwhile is found afterwards. */
  #bringIn(after: bigint): true {
    const end = numberRow.safeParse(this.#statement('partEnd').get({ $after: after, $sites: this.#piece })).data?.number ?? null;
    this.#statement('listPart').run({ $after: after, $until: end ?? LAST, ...this.#circumstances() });
    this.#reached = end;
    this.#version += 1;
    return true;
  }

  /** Time may have gone on, or the clock may have been set back: what lies between both instants is old. */
  #age(now: number): void {
    if (now === this.#at) return;
    const [from, to] = [Math.min(now, this.#at), Math.max(now, this.#at)];
    for (const days of [DUE_SOON_DAYS, URGENT_DAYS]) this.#statement('passed').run({ $after: from - days * DAY, $until: to - days * DAY });
    const [today, former] = [dayOf(now), dayOf(this.#at)];
    if (today !== former) this.#changeDay(today, former);
    this.#at = now;
  }

  #changeDay(today: string, former: string): void {
    const [first = today, last = today] = [today, former].toSorted();
    this.#statement('anotherDay').run({
      $today: today, $tomorrow: daysAfter(today, 1), $formerToday: former, $formerTomorrow: daysAfter(former, 1),
      $after: daysAfter(first, CONTRACT_NOTICE_DAYS), $until: daysAfter(last, CONTRACT_NOTICE_DAYS),
    });
  }

  #replace(): boolean {
    const ids = rowsOf(this.#db, siteIdRow, 'SELECT site_id FROM unlisted LIMIT ?', this.#piece).map((row) => row.site_id);
    if (ids.length === 0) return false;
    const $ids = JSON.stringify(ids);
    this.#statement('forgetSites').run({ $ids });
    this.#statement('listSites').run({ $ids, ...this.#circumstances() });
    this.#statement('doneSites').run({ $ids });
    this.#version += 1;
    return true;
  }

  /** What the place of a site depends on besides the site and its link. */
  #circumstances(): Readonly<Record<string, string | number>> {
    const today = dayOf(this.#at);
    return {
      $closed: this.#readability.closed ?? '', $urgent: this.#at - URGENT_DAYS * DAY, $soon: this.#at - DUE_SOON_DAYS * DAY,
      $today: today, $tomorrow: daysAfter(today, 1), $notice: daysAfter(today, CONTRACT_NOTICE_DAYS),
    };
  }

  /** Kept: reading a statement of this length takes as long as carrying it out for one site. */
  #statement(name: StatementName): StatementSync {
    const kept = this.#statements.get(name) ?? this.#db.prepare(SQL[name]);
    kept.setReadBigInts(true);
    this.#statements.set(name, kept);
    return kept;
  }
}
