import { existsSync, readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { success, type Result } from '../../contract/result.ts';
import type { Clock } from '../../oauth/ports.ts';
import { setFileAside, writeDurably } from './files.ts';
import { transaction } from './sqlite.ts';

/** The system's key store: wraps the data key so that only this person on this computer gets it back. Every method may reject. */
export interface KeyWrapper {
  /** Proves nothing by itself; only a round trip does. */
  isAvailable(): Promise<boolean>;
  wrap(text: string): Promise<Buffer>;
  unwrap(blob: Buffer): Promise<{ readonly text: string; readonly shouldReEncrypt: boolean }>;
  /** A word for the support file, for example `kwallet6`. */
  backend(): string;
}

/** The wrapped data key with a canary sealed under it. It is kept twice: in the database and in a side file. */
export interface StoredKey {
  readonly wrapped: Uint8Array;
  readonly canary: Uint8Array;
}

const row = z.object({ wrapped: z.instanceof(Uint8Array), canary: z.instanceof(Uint8Array) });
const base64 = z.base64().min(1).transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const sideFileSchema = z.strictObject({ version: z.literal(1), wrapped: base64, canary: base64 });

/** The copy in the database; null when there is none. */
export function readKeyRow(db: DatabaseSync): StoredKey | null {
  return row.nullable().parse(db.prepare('SELECT wrapped, canary FROM data_key').get() ?? null);
}

/** Puts the key into the database; in place of the former copy only when `replace` says so. Fails with L-62. */
export function writeKeyRow(db: DatabaseSync, key: StoredKey, replace: boolean): Result<null> {
  return transaction(db, () => {
    if (replace) db.exec('DELETE FROM data_key');
    db.prepare('INSERT INTO data_key (id, wrapped, canary) VALUES (1, ?, ?)').run(key.wrapped, key.canary);
    return success(null);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The copy in the side file: null when there is none, `damaged` when it cannot be understood. */
export function readKeyFile(file: string): StoredKey | 'damaged' | null {
  if (!existsSync(file)) return null;
  try {
    const parsed = sideFileSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
    return parsed.success ? { wrapped: parsed.data.wrapped, canary: parsed.data.canary } : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Writes the side file, synced; fails with L-62. */
export function writeKeyFile(file: string, key: StoredKey): Result<null> {
  const wrapped = Buffer.from(key.wrapped).toString('base64');
  const canary = Buffer.from(key.canary).toString('base64');
  return writeDurably(file, `${JSON.stringify({ version: 1, wrapped, canary })}\n`);
}

/** Moves a side file that cannot be understood out of the way, so that a sound copy can take its place (R7). */
export function setKeyFileAside(file: string, clock: Clock): Result<string> {
  return setFileAside(file, clock.now());
}

/** Whether anything in the database was sealed, so that a new key would lock it out for good. */
export function holdsSealedRecords(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM link UNION ALL SELECT 1 FROM profile UNION ALL SELECT 1 FROM set_aside LIMIT 1').get() !== undefined;
}
