import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { success, type Result } from '../../contract/result.ts';
import { setFileAside, writeDurably } from './files.ts';

/**
 * On Windows the key behind safeStorage is not in a key store of the system: Chromium keeps it, wrapped by DPAPI, in the member
 * `os_crypt` of the file "Local State". When that file is lost or damaged, Chromium makes a new key without a word, and nothing
 * that was wrapped before opens any more. Therefore a copy of the member is kept, whole, so that keys of a kind yet to come
 * are in it too. It holds nothing in clear.
 */
const LOCAL_STATE = 'Local State';
const COPY = 'local-state-copy.json';

const osCrypt = z.looseObject({ encrypted_key: z.string().min(1) });
type OsCrypt = z.infer<typeof osCrypt>;
const localState = z.looseObject({ os_crypt: z.unknown().optional() });
const copySchema = z.strictObject({ version: z.literal(1), os_crypt: osCrypt });
type LocalState = z.infer<typeof localState>;

/** What restoring did. `other`: the file has another key than the copy; both stay, because either may be the one that opens. */
export type Restored = 'restored' | 'nothingToDo' | 'other' | 'failed';

/** The folder of "Local State" (Electron: `sessionData`), the system, and the time in milliseconds since 1970-01-01 UTC. */
export interface LocalStatePlace {
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  readonly at: number;
}

function read<Value>(file: string, schema: z.ZodType<Value>): Value | 'missing' | 'damaged' {
  if (!existsSync(file)) return 'missing';
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : 'damaged';
  } catch {
    return 'damaged';
  }
}

function keyOf(state: LocalState): OsCrypt | null {
  const parsed = osCrypt.safeParse(state.os_crypt);
  return parsed.success ? parsed.data : null;
}

function write(file: string, value: object): Result<null> {
  return writeDurably(file, JSON.stringify(value));
}

/** A file without a key still holds other things of Chromium's: they stay. */
function mergedWith(state: LocalState, copy: OsCrypt): object {
  const former = z.looseObject({}).safeParse(state.os_crypt);
  return { ...state, os_crypt: { ...(former.success ? former.data : {}), ...copy } };
}

function putBack(file: string, state: LocalState | 'missing' | 'damaged', copy: OsCrypt, at: number): Restored {
  if (state === 'damaged' && !setFileAside(file, at).ok) return 'failed';
  const content = typeof state === 'string' ? { os_crypt: copy } : mergedWith(state, copy);
  return write(file, content).ok ? 'restored' : 'failed';
}

/**
 * Puts the key back that "Local State" lost. Must run before Chromium reads that file: while the main script is run, before `ready`.
 * A damaged file is moved aside; a file with any key is never changed.
 */
export function restoreLocalState({ folder, platform, at }: LocalStatePlace): Restored {
  if (platform !== 'win32') return 'nothingToDo';
  const copy = read(join(folder, COPY), copySchema);
  if (typeof copy === 'string') return 'nothingToDo';
  const file = join(folder, LOCAL_STATE);
  const state = read(file, localState);
  const key = typeof state === 'string' ? null : keyOf(state);
  if (key) return key.encrypted_key === copy.os_crypt.encrypted_key ? 'nothingToDo' : 'other';
  return putBack(file, state, copy.os_crypt, at);
}

/**
 * Copies the key that just opened the vault. To be called after every such opening, and a minute later, because Chromium writes
 * a new key with a delay. A copy of another key is kept under a name with the time. Fails with L-62.
 */
export function keepLocalState({ folder, platform, at }: LocalStatePlace): Result<null> {
  if (platform !== 'win32') return success(null);
  const state = read(join(folder, LOCAL_STATE), localState);
  const key = typeof state === 'string' ? null : keyOf(state);
  if (!key) return success(null);
  const file = join(folder, COPY);
  const copy = read(file, copySchema);
  if (typeof copy !== 'string' && JSON.stringify(copy.os_crypt) === JSON.stringify(key)) return success(null);
  const isOther = copy === 'damaged' || (typeof copy !== 'string' && copy.os_crypt.encrypted_key !== key.encrypted_key);
  if (isOther) {
    const kept = setFileAside(file, at, [''], 'former');
    if (!kept.ok) return kept;
  }
  return write(file, { version: 1, os_crypt: key });
}
