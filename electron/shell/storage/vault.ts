import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Problem } from '../../contract/problems.ts';
import type { Clock } from '../../oauth/ports.ts';
import {
  holdsSealedRecords, readKeyFile, readKeyRow, setKeyFileAside, writeKeyFile, writeKeyRow, type KeyWrapper, type StoredKey,
} from './data-key.ts';
import { createVault, DATA_KEY_BYTES, opensCanary, sealCanary, type Vault } from './sealing.ts';

export type { KeyWrapper } from './data-key.ts';
export type { Vault } from './sealing.ts';

const LOCKED: Problem = { code: 'L-60' };
const WRONG_KEY: Problem = { code: 'L-61' };

/** Where both copies of the wrapped key live. */
interface Place {
  readonly db: DatabaseSync;
  readonly sideFile: string;
  readonly clock: Clock;
}

interface Copies {
  readonly row: StoredKey | null;
  readonly file: StoredKey | 'damaged' | null;
}

interface Unwrapped {
  readonly keyText: string;
  readonly vault: Vault;
  readonly shouldReEncrypt: boolean;
}

/** Wraps and unwraps `text`, because `isAvailable` alone proves nothing. Null: the key store does not work now. */
async function roundTrip(wrapper: KeyWrapper, text: string): Promise<Uint8Array | null> {
  try {
    if (!(await wrapper.isAvailable())) return null;
    const wrapped = await wrapper.wrap(text);
    const { text: again } = await wrapper.unwrap(wrapped);
    return again === text ? new Uint8Array(wrapped) : null;
  } catch {
    return null;
  }
}

async function unwrap(wrapper: KeyWrapper, wrapped: Uint8Array): Promise<Unwrapped | null> {
  try {
    const { text, shouldReEncrypt } = await wrapper.unwrap(Buffer.from(wrapped));
    const key = Buffer.from(text, 'base64');
    return key.length === DATA_KEY_BYTES ? { keyText: text, vault: createVault(key), shouldReEncrypt } : null;
  } catch {
    return null;
  }
}

/** First use: a new key, proven to come back, stored twice before anything is sealed with it. */
async function createKey(place: Place, wrapper: KeyWrapper): Promise<Result<Vault>> {
  // Without this a lost key would be replaced by one that opens none of the records.
  if (holdsSealedRecords(place.db)) return failure(WRONG_KEY);
  const key = randomBytes(DATA_KEY_BYTES);
  const wrapped = await roundTrip(wrapper, key.toString('base64'));
  if (!wrapped) return failure(LOCKED);
  const vault = createVault(key);
  const stored: StoredKey = { wrapped, canary: sealCanary(vault) };
  const filed = writeKeyFile(place.sideFile, stored);
  if (!filed.ok) return filed;
  const kept = writeKeyRow(place.db, stored, false);
  return kept.ok ? success(vault) : kept;
}

/**
 * A key of the database's copy must open one of the two canaries. A key of the side file must open the database's: its own
 * counts only when the database has none, else a foreign side file could open a vault that fits no record.
 */
async function findKey(copies: Copies, wrapper: KeyWrapper): Promise<Unwrapped | null> {
  const { row } = copies;
  const file = copies.file === 'damaged' ? null : copies.file;
  const fromRow = row && (await unwrap(wrapper, row.wrapped));
  if (fromRow && [row, file].some((copy) => copy && opensCanary(fromRow.vault, copy.canary))) return fromRow;
  const fromFile = file && (await unwrap(wrapper, file.wrapped));
  const canary = row?.canary ?? file?.canary;
  return fromFile && canary && opensCanary(fromFile.vault, canary) ? fromFile : null;
}

/** Restores a copy that is missing from the one that opened. A failure only means that it is tried again at the next start. */
function restoreMissing(place: Place, copies: Copies): void {
  const { row, file } = copies;
  if (row && file === 'damaged' && !setKeyFileAside(place.sideFile, place.clock).ok) return;
  if (row && (file === null || file === 'damaged')) writeKeyFile(place.sideFile, row);
  if (!row && file && file !== 'damaged') writeKeyRow(place.db, file, false);
}

/** The key store asks for a newer wrapping of the same key. Proven before it takes the place of the old one, which is valid until then. */
async function wrapAnew(place: Place, wrapper: KeyWrapper, { keyText, vault }: Unwrapped): Promise<void> {
  const wrapped = await roundTrip(wrapper, keyText);
  if (!wrapped) return;
  const stored: StoredKey = { wrapped, canary: sealCanary(vault) };
  if (writeKeyRow(place.db, stored, true).ok) writeKeyFile(place.sideFile, stored);
}

/**
 * Opens the vault, creating its key at first use. L-60: the key store is locked or absent now. L-61: it works, but the
 * stored key is not one of this person on this computer; nothing is written then. L-62: a new key could not be saved.
 */
export async function openVault(db: DatabaseSync, wrapper: KeyWrapper, sideFile: string, clock: Clock): Promise<Result<Vault>> {
  const place: Place = { db, sideFile, clock };
  const copies: Copies = { row: readKeyRow(db), file: readKeyFile(sideFile) };
  if (!copies.row && copies.file === null) return createKey(place, wrapper);
  let found = await findKey(copies, wrapper);
  if (!found) {
    if (!(await roundTrip(wrapper, 'liaison round trip'))) return failure(LOCKED);
    // It may have been unlocked between the two.
    found = await findKey(copies, wrapper);
    if (!found) return failure(WRONG_KEY);
  }
  restoreMissing(place, copies);
  if (found.shouldReEncrypt) await wrapAnew(place, wrapper, found);
  return success(found.vault);
}
