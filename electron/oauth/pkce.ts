import { createHash } from 'node:crypto';
import type { Random } from './ports.ts';
import { Secret } from './secret.ts';

/** 256 bits, as RFC 7636 §7.1 advises for the verifier and quality.md for `state`. */
const UNGUESSABLE_BYTES = 32;

/** A fresh value nobody can guess: 256 bits, base64url without padding (43 characters). */
export function unguessable(random: Random): Secret {
  return new Secret(Buffer.from(random.bytes(UNGUESSABLE_BYTES)).toString('base64url'));
}

/** The S256 code challenge of a verifier (RFC 7636 §4.2). */
export function codeChallenge(codeVerifier: Secret): string {
  return createHash('sha256').update(codeVerifier.reveal(), 'ascii').digest('base64url');
}
