import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as Electron from 'electron';
import { app } from './app.ts';
import { complete } from './not-implemented.ts';
import { registry } from './registry.ts';

const PREFIX = Buffer.from('v11');
const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** STANDIN_KEYRING, read at each use so that a test can change it: `none` = no key store, `locked` = one that says it is there and refuses. */
const keyring = (): string => process.env['STANDIN_KEYRING'] ?? 'open';
const isAvailable = (): boolean => registry.isReady && keyring() !== 'none';

/** The key store: a file in the data folder. */
function key(): Buffer {
  const file = path.join(app.getPath('userData'), 'StandinKeychain');
  try {
    return readFileSync(file);
  } catch {
    const made = randomBytes(32);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, made, { mode: 0o600 });
    return made;
  }
}

function seal(text: string): Buffer {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key(), iv);
  return Buffer.concat([PREFIX, iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function open(blob: Buffer): string {
  const body = PREFIX.length + IV_LENGTH;
  if (!blob.subarray(0, PREFIX.length).equals(PREFIX)) throw new Error('Ciphertext does not appear to be encrypted.');
  const decipher = createDecipheriv('aes-256-gcm', key(), blob.subarray(PREFIX.length, body));
  decipher.setAuthTag(blob.subarray(-TAG_LENGTH));
  return Buffer.concat([decipher.update(blob.subarray(body, -TAG_LENGTH)), decipher.final()]).toString('utf8');
}

function guarded<Result>(name: string, action: () => Result): Result {
  const prefix = `Error while ${name.startsWith('encrypt') ? 'encrypting the text' : 'decrypting the ciphertext'} provided to safeStorage.${name}.`;
  if (!isAvailable()) throw new Error(`${prefix} Encryption is not available.`);
  if (keyring() === 'locked') throw new Error(`${prefix} The key store is locked.`);
  try {
    return action();
  } catch (error) {
    throw new Error(prefix, { cause: error });
  }
}

/** Electron's `safeStorage`, as on a Linux desktop with libsecret. */
export const safeStorage: Electron.SafeStorage = complete('safeStorage', {
  isEncryptionAvailable: () => isAvailable() && keyring() !== 'locked',
  isAsyncEncryptionAvailable: async () => isAvailable(),
  getSelectedStorageBackend: () => {
    if (!registry.isReady) return 'unknown';
    return keyring() === 'none' ? 'basic_text' : 'gnome_libsecret';
  },
  setUsePlainTextEncryption: () => undefined,
  encryptString: (text: string) => guarded('encryptString', () => seal(text)),
  decryptString: (blob: Buffer) => guarded('decryptString', () => open(Buffer.from(blob))),
  encryptStringAsync: async (text: string) => guarded('encryptStringAsync', () => seal(text)),
  decryptStringAsync: async (blob: Buffer) => guarded('decryptStringAsync', () => ({ result: open(Buffer.from(blob)), shouldReEncrypt: false })),
});
