import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { failure, success, type Result } from '../../contract/result.ts';
import { Secret } from '../../oauth/secret.ts';

/** Seals and opens secrets. What comes out of `seal` may be stored anywhere. */
export interface Vault {
  /** AES-256-GCM with a fresh nonce; `associatedData` (`schema|link id|generation`) must be the same again to open it. */
  seal(text: Secret, associatedData: string): Uint8Array;
  /** Fails with L-63 when a single bit of the record, the key or the associated data is not what it was. */
  open(sealed: Uint8Array, associatedData: string): Result<Secret>;
  /** HMAC-SHA-256 in hex under a key derived from the data key: equal texts can be found without storing them. */
  fingerprint(text: string): string;
}

/** Length of the data key in bytes. */
export const DATA_KEY_BYTES = 32;
const FORMAT_VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

function seal(key: KeyObject, text: string, associatedData: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(associatedData));
  const body = Buffer.concat([cipher.update(Buffer.from(text)), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(FORMAT_VERSION), nonce, body, cipher.getAuthTag()]));
}

function open(key: KeyObject, sealed: Uint8Array, associatedData: string): string | null {
  if (sealed[0] !== FORMAT_VERSION || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return null;
  const bodyEnd = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(associatedData));
  decipher.setAuthTag(sealed.subarray(bodyEnd));
  const body = decipher.update(sealed.subarray(1 + NONCE_BYTES, bodyEnd));
  try {
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** A vault under `dataKey`, which must have 32 bytes. Nothing gives the key out again. */
export function createVault(dataKey: Uint8Array): Vault {
  const sealingKey = createSecretKey(dataKey);
  // A key of its own, so that a fingerprint says nothing about the sealing key.
  const fingerprintKey = createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, '', 'liaison fingerprint', DATA_KEY_BYTES)));
  return {
    seal: (text, associatedData) => seal(sealingKey, text.reveal(), associatedData),
    open: (sealed, associatedData) => {
      const text = open(sealingKey, sealed, associatedData);
      return text === null ? failure({ code: 'L-63', reason: 'record' }) : success(new Secret(text));
    },
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest('hex'),
  };
}

const CANARY = new Secret('liaison canary');
const CANARY_DATA = 'canary-1';

/** A sealed known text: opening it proves that a key is the right one. */
export function sealCanary(vault: Vault): Uint8Array {
  return vault.seal(CANARY, CANARY_DATA);
}

/** Whether `vault` has the key under which `canary` was sealed. */
export function opensCanary(vault: Vault, canary: Uint8Array): boolean {
  const opened = vault.open(canary, CANARY_DATA);
  return opened.ok && opened.value.reveal() === CANARY.reveal();
}
