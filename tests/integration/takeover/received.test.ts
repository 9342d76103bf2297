import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LARGEST_RECEIVED } from '../../../electron/contract/takeover-limits.ts';
import { createReceived } from '../../../electron/shell/takeover/received.ts';
import { temporaryFolder } from '../storage/support.ts';

const piece = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('a file that comes in pieces', () => {
  it('is put together for nobody else to read; a new one takes its place', () => {
    const received = createReceived(temporaryFolder());
    for (const [text, isFirst] of [['one ', true], ['two', false]] as const) expect(received.add(piece(text), isFirst)).toEqual({ ok: true, value: null });
    expect(readFileSync(received.file, 'utf8')).toBe('one two');
    // Windows has rights of another kind.
    expect(statSync(received.file).mode & (process.platform === 'win32' ? 0 : 0o077)).toBe(0);
    received.add(piece('other'), true);
    expect(readFileSync(received.file, 'utf8')).toBe('other');
    received.drop();
    expect(existsSync(received.file)).toBe(false);
  });

  it('is gone at the next start, whatever ended this one', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'received.liaison-sites'), 'half');
    createReceived(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('may be 4 GB long, and leaves nothing behind when it is longer or the disk refuses it', () => {
    const received = createReceived(temporaryFolder());
    received.add(piece('begin'), true);
    expect(received.add({ byteLength: LARGEST_RECEIVED } as Uint8Array, false)).toEqual({ ok: false, problem: { code: 'L-88', reason: 'tooLarge' } });
    expect(existsSync(received.file)).toBe(false);
    expect(createReceived('/dev/null').add(piece('x'), true)).toEqual({ ok: false, problem: { code: 'L-62' } });
  });
});
