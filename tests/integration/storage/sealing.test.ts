import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/result.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { createVault, opensCanary, sealCanary } from '../../../electron/shell/storage/sealing.ts';
import { value } from './support.ts';

const KEY = Buffer.alloc(32, 7);
const DAMAGED = failure({ code: 'L-63', reason: 'record' });
const vault = createVault(KEY);

/** A record as the first release wrote it: version, nonce, body, tag. */
function recordOfOld(text: string, associatedData: string): Uint8Array {
  const nonce = Buffer.alloc(12, 3);
  const cipher = createCipheriv('aes-256-gcm', KEY, nonce).setAAD(Buffer.from(associatedData));
  return new Uint8Array(Buffer.concat([Buffer.of(1), nonce, cipher.update(Buffer.from(text)), cipher.final(), cipher.getAuthTag()]));
}

describe('a sealed record', () => {
  it.each(['', 'a token', 'Ἀθηνᾶς ΣΟΦΟΣ'])('gives back what was sealed: %j', (text) => {
    expect(value(vault.open(vault.seal(new Secret(text), 'link|é|1'), 'link|é|1')).reveal()).toBe(text);
  });

  it('of an earlier release is opened', () => {
    expect(value(vault.open(recordOfOld('tökens', 'link|é|1'), 'link|é|1')).reveal()).toBe('tökens');
  });

  it('never looks the same twice', () => {
    expect(vault.seal(new Secret('a token'), 'link')).not.toEqual(vault.seal(new Secret('a token'), 'link'));
  });

  it('with one turned bit, at another place or under another key is told as damaged', () => {
    const sealed = vault.seal(new Secret('a token'), 'link|1');
    for (let at = 0; at < sealed.length; at += 1) {
      const turned = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(vault.open(turned, 'link|1'), `byte ${at}`).toEqual(DAMAGED);
    }
    expect(vault.open(sealed, 'link|2')).toEqual(DAMAGED);
    expect(createVault(randomBytes(32)).open(sealed, 'link|1')).toEqual(DAMAGED);
  });

  it('cut off anywhere is told as damaged', () => {
    const sealed = vault.seal(new Secret('a token'), 'link|1');
    for (let length = 0; length < sealed.length; length += 1) expect(vault.open(sealed.subarray(0, length), 'link|1'), `${length} bytes`).toEqual(DAMAGED);
  });
});

describe('a fingerprint', () => {
  it('is the same in every release, so that what was stored is found again', () => {
    expect(vault.fingerprint('süb-1')).toBe('6a5cf38b6f98167f007b78bd215a64fd71c0bdd9c5a82c0f052797c278a36a36');
  });

  it('differs for another text and under another key', () => {
    expect(new Set([vault.fingerprint('a'), vault.fingerprint('b'), createVault(randomBytes(32)).fingerprint('a')]).size).toBe(3);
  });
});

describe('the canary', () => {
  it('is opened by the key it was sealed under, and by no other', () => {
    expect(opensCanary(vault, sealCanary(vault))).toBe(true);
    expect(opensCanary(createVault(randomBytes(32)), sealCanary(vault))).toBe(false);
  });

  it('is no other record of the same vault', () => {
    expect(opensCanary(vault, vault.seal(new Secret('liaison canary'), 'link|1'))).toBe(false);
    expect(opensCanary(vault, vault.seal(new Secret('another text'), 'canary-1'))).toBe(false);
  });
});
