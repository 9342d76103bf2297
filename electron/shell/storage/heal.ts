import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { success } from '../../contract/result.ts';
import { openTokens, readLinkRow, sealFits, sealTokens, writeDoubt, type LinkRow } from './link-rows.ts';
import type { Vault } from './sealing.ts';
import { keepAside } from './set-aside.ts';
import { listSnapshots } from './snapshots.ts';
import { sqliteCode, transaction, whole } from './sqlite.ts';

/** Looked for in the copies at once; more at the next time. Thousands of damaged records would hold the program up for seconds. */
const AT_ONCE = 100;

const sealedRow = z.object({ id: z.string(), generation: whole, sealed: z.instanceof(Uint8Array) });

/** The links whose record does not open. Read one at a time and only as far as needed: together the records may be large. */
function closedLinks(db: DatabaseSync, vault: Vault): readonly LinkRow[] {
  const statement = db.prepare('SELECT id, generation, sealed FROM link');
  statement.setReadBigInts(true);
  const closed: string[] = [];
  for (const row of statement.iterate()) {
    const parsed = sealedRow.safeParse(row);
    if (parsed.success && !sealFits(vault, parsed.data)) closed.push(parsed.data.id);
    if (closed.length === AT_ONCE) break;
  }
  return closed.flatMap((id) => readLinkRow(db, 'id', id) ?? []);
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

/**
 * Puts a sound record in the place of each one that does not open, from the newest copy that has one; the damaged one is kept aside
 * (R7). To be done before a new copy is made, or copies of damaged records would push out the sound ones within three days.
 * The value: ids of links whose record still does not open, as far as they were looked for.
 */
export function healLinks(db: DatabaseSync, vault: Vault, snapshots: string, at: number): readonly string[] {
  let damaged = closedLinks(db, vault);
  for (const { file } of damaged.length > 0 ? listSnapshots(snapshots) : []) damaged = healFrom(file, db, vault, damaged, at);
  return damaged.map(({ id }) => id);
}
