import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freeBytesAt, keyStoreRoundTrip, storageRoundTrip } from '../../electron/shell/readiness/local-probes.ts';
import type { KeyWrapper } from '../../electron/shell/storage/data-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'liaison-ready-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const wrapper = (part: Partial<KeyWrapper> = {}): KeyWrapper => ({
  isAvailable: async () => true, wrap: async (text) => Buffer.from(text), unwrap: async (blob) => ({ text: blob.toString(), shouldReEncrypt: false }), backend: () => 'test', ...part,
});

describe('saving', () => {
  it('works in an ordinary folder and leaves nothing there', () => {
    expect(storageRoundTrip(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(freeBytesAt(folder)).toBeGreaterThan(0);
  });

  it('is refused where nothing can be written (L-62)', () => {
    expect(storageRoundTrip(path.join(folder, 'missing'))).toMatchObject({ code: 'L-62' });
    expect(freeBytesAt(path.join(folder, 'missing'))).toBeNull();
  });

  it('is warned of in a folder that is synchronised (L-64)', () => {
    const synchronised = path.join(folder, 'OneDrive');
    mkdirSync(synchronised);
    expect(storageRoundTrip(synchronised)).toEqual({ code: 'L-64' });
  });
});

describe('the key store', () => {
  it('is good when it gives back what it sealed', async () => {
    expect(await keyStoreRoundTrip(wrapper())).toBeNull();
  });

  it.each<[string, Partial<KeyWrapper>]>([
    ['is not there', { isAvailable: async () => false }],
    ['refuses', { wrap: async () => Promise.reject(new Error('locked')) }],
    ['gives back something else', { unwrap: async () => ({ text: 'other', shouldReEncrypt: false }) }],
  ])('that %s is L-60', async (_case, part) => {
    expect(await keyStoreRoundTrip(wrapper(part))).toEqual({ code: 'L-60' });
  });
});
