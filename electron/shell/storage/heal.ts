import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { success } from '../../contract/result.ts';
import { openTokens, readLinkRow, sealFits, sealTokens, writeDoubt, type LinkRow } from './link-rows.ts';
import type { Vault } from './sealing.ts';
import { keepAside } from './set-aside.ts';
import { listSnapshots } from './snapshots.ts';
import { rowOf, rowsOf, sqliteCode, transaction, whole } from './sqlite.ts';

/** Records that are looked at in one go: a few milliseconds. */
const SLICE = 100;

const sealedRow = z.object({ id: z.string(), generation: whole, sealed: z.instanceof(Uint8Array) });
const lastRow = z.object({ id: z.string().nullable() });

interface Slice {
  /** Null when there is nothing after these. */
  readonly last: string | null;
  readonly closed: readonly LinkRow[];
}

/** The links after `after` whose record does not open. A row that makes no sense is passed over. */
function nextSlice(db: DatabaseSync, vault: Vault, after: string): Slice {
  const rows = rowsOf(db, sealedRow, 'SELECT id, generation, sealed FROM link WHERE id > ? ORDER BY id LIMIT ?', after, SLICE);
  const last = rowOf(db, lastRow, 'SELECT max(id) AS id FROM (SELECT id FROM link WHERE id > ? ORDER BY id LIMIT ?)', after, SLICE);
  const closed = rows.filter((row) => !sealFits(vault, row));
  return { last: last?.id ?? null, closed: closed.flatMap(({ id }) => readLinkRow(db, 'id', id) ?? []) };
}

/**
 * The record of the copy takes the place of the damaged one, sealed for the generation that the link has come to. When that is a
 * later one, the copy's token may have been replaced since: it is presented once more, because there is no other.
 */
function healLink(db: DatabaseSync, vault: Vault, damaged: LinkRow, copy: LinkRow, at: number): boolean {
  const opened = openTokens(vault, copy);
  if (!opened.ok) return false;
  const generation = Math.max(damaged.generation, copy.generation);
  return transaction(db, () => {
    keepAside(db, { kind: 'link', owner: damaged.id, generation: damaged.generation, at, sealed: damaged.sealed });
    db.prepare('UPDATE link SET generation = ?, sealed = ? WHERE id = ?').run(generation, sealTokens(vault, damaged.id, generation, opened.value), damaged.id);
    if (damaged.generation !== copy.generation) writeDoubt(db, damaged.id, at);
    return success(null);
  }).ok;
}

function healFrom(file: string, db: DatabaseSync, vault: Vault, damaged: readonly LinkRow[], at: number): readonly LinkRow[] {
  let source: DatabaseSync | null = null;
  try {
    source = new DatabaseSync(file, { readOnly: true });
    const copies = source;
    return damaged.filter((row) => {
      const copy = readLinkRow(copies, 'id', row.id);
      return !copy || !healLink(db, vault, row, copy, at);
    });
  } catch (error) {
    // A copy that is damaged itself heals nothing.
    if (sqliteCode(error) === null) throw error;
    return damaged;
  } finally {
    source?.close();
  }
}

/** What looking through the records came to: ids of links whose record does not open, and whether one was healed. */
export interface LookedThrough {
  readonly closed: readonly string[];
  readonly healed: boolean;
}

/** What records are looked through with; `at`: now, in milliseconds since 1970-01-01 UTC. */
export interface LookThrough {
  readonly db: DatabaseSync;
  readonly vault: Vault;
  /** The folder of the copies. */
  readonly snapshots: string;
  readonly at: number;
  /** Lets others have their turn; false: it is to end. */
  readonly mayGoOn: () => Promise<boolean>;
}

/**
 * Puts a sound record in the place of each one that does not open, from the newest copy that has one; the damaged one is kept aside
 * (R7). To be done before a new copy is made, or copies of damaged records would push out the sound ones within three days. Null when it
 * was ended before all were looked at.
 */
export async function healLinks({ db, vault, snapshots, at, mayGoOn }: LookThrough): Promise<LookedThrough | null> {
  const closed: string[] = [];
  let found = 0;
  for (let slice = nextSlice(db, vault, ''); slice.last !== null; slice = nextSlice(db, vault, slice.last)) {
    found += slice.closed.length;
    let damaged = slice.closed;
    for (const { file } of damaged.length > 0 ? listSnapshots(snapshots) : []) damaged = healFrom(file, db, vault, damaged, at);
    closed.push(...damaged.map(({ id }) => id));
    // oxlint-disable-next-line no-await-in-loop -- one slice after the other
    if (!(await mayGoOn())) return null;
  }
  return { closed, healed: found > closed.length };
}
