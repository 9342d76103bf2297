import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own in memory; null, with the reason on the console, where none may be mounted (it needs Linux and root). */
export function mountDisk(bytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    console.log('no disk could be mounted here (it needs Linux and root): skipped');
    return null;
  }
}

/** Lazily, because a test that failed may still have files open. */
export function unmountDisk(folder: string): void {
  execFileSync('umount', ['-l', folder]);
}

export function setReadOnly(folder: string, readOnly: boolean): void {
  execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder]);
}

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Fills the disk until `left` bytes are free. */
export function fillDisk(folder: string, left: number): void {
  const bytes = freeBytes(folder) - left;
  if (bytes > 0) appendFileSync(join(folder, 'filler'), Buffer.alloc(bytes));
}
