import { z } from 'zod';
import { rowsOf, whole, type Preparer } from './sqlite.ts';

/** A sealed record that gives way to another one though it may still be needed. */
export interface SealedRecord {
  readonly kind: 'link' | 'answer' | 'clientSecret' | 'subscriptionKey';
  /** The id of the link, or `profile`. */
  readonly owner: string;
  readonly generation: number;
  /** Milliseconds since 1970-01-01 UTC; null when not known. */
  readonly at: number | null;
  readonly sealed: Uint8Array;
}

/** Keeps `record` for good in the table `set_aside` (R7). Call it inside the transaction that replaces the record. */
export function keepAside(db: Preparer, record: SealedRecord): void {
  const { kind, owner, generation, at, sealed } = record;
  db.prepare('INSERT INTO set_aside (kind, owner, generation, at, sealed) VALUES (?, ?, ?, ?, ?)').run(kind, owner, generation, at, sealed);
}

const keptRow = z.object({ id: whole, generation: whole, sealed: z.instanceof(Uint8Array) });

/** Deletes the kept answers of a link that is unlinked, those that `opens`; what nobody could read yet stays (R7). Call it inside a transaction. */
export function forgetAnswers(db: Preparer, linkId: string, opens: (kept: { readonly generation: number; readonly sealed: Uint8Array }) => boolean): void {
  const rows = rowsOf(db, keptRow, "SELECT id, generation, sealed FROM set_aside WHERE kind = 'answer' AND owner = ?", linkId);
  for (const row of rows.filter((kept) => opens(kept))) db.prepare('DELETE FROM set_aside WHERE id = ?').run(row.id);
}
