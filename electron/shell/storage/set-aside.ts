import type { DatabaseSync } from 'node:sqlite';

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
export function keepAside(db: DatabaseSync, record: SealedRecord): void {
  const { kind, owner, generation, at, sealed } = record;
  db.prepare('INSERT INTO set_aside (kind, owner, generation, at, sealed) VALUES (?, ?, ?, ?, ?)').run(kind, owner, generation, at, sealed);
}
