import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../contract/problems.ts';
import type { KeyWrapper } from '../storage/data-key.ts';
import { checkFolder, whyUnsavable } from '../storage/folder-check.ts';

const PROBE_BYTES = 4096;

/** Writes a small file, synced, reads it again and compares: L-62 or L-63 when that fails, L-64 in a folder that is synchronised, else null. */
export function storageRoundTrip(folder: string): Problem | null {
  const unsavable = whyUnsavable(folder);
  if (unsavable) return unsavable;
  const file = join(folder, 'round-trip');
  const content = randomBytes(PROBE_BYTES);
  try {
    writeFileSync(file, content, { flush: true });
    const isSame = readFileSync(file).equals(content);
    rmSync(file);
    return isSame ? checkFolder(folder, { platform: process.platform, environment: process.env }) : { code: 'L-63' };
  } catch {
    return { code: 'L-62' };
  }
}

/** Free bytes for this person where `folder` lies; null: the system does not say. */
export function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Lets the system's key store seal a random text and open it again: L-60 when it does not come back. */
export async function keyStoreRoundTrip(wrapper: KeyWrapper): Promise<Problem | null> {
  const text = randomBytes(16).toString('base64');
  try {
    if (!(await wrapper.isAvailable())) return { code: 'L-60' };
    const { text: again } = await wrapper.unwrap(await wrapper.wrap(text));
    return again === text ? null : { code: 'L-60' };
  } catch {
    return { code: 'L-60' };
  }
}
