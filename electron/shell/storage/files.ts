import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failure, success, type Result } from '../../contract/result.ts';

/** Makes a rename in `folder` survive a power cut. Windows cannot sync a folder and does not need to. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes what was written into `file` survive a power cut. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes a file that is of no use; when the system refuses, it stays. */
export function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing depends on it.
  }
}

function writeSynced(file: string, content: string | Uint8Array): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a whole file, synced, so that after a power cut it holds the old or the new content. Fails with L-62. */
export function writeDurably(file: string, content: string | Uint8Array): Result<null> {
  const fresh = `${file}.new`;
  try {
    writeSynced(fresh, content);
    renameSync(fresh, file);
    syncFolder(dirname(file));
    return success(null);
  } catch {
    discard(fresh);
    return failure({ code: 'L-62' });
  }
}

/** A file name next to `file` that is free and tells when it was set aside (`at`: milliseconds since 1970-01-01 UTC). */
function nameAside(file: string, at: number, endings: readonly string[], why: string): string {
  const base = `${file}.${why}-${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}-${count}`;
    if (!endings.some((ending) => existsSync(name + ending))) return name;
  }
}

/**
 * Renames `file` (to `file.damaged-…` unless `why` says otherwise), and what belongs to it (`file` + each ending), so that
 * nothing is lost (R7). The value is the new name. Fails with L-62 when the system refuses.
 */
export function setFileAside(file: string, at: number, endings: readonly string[] = [''], why = 'damaged'): Result<string> {
  const name = nameAside(file, at, endings, why);
  try {
    for (const ending of endings) {
      if (existsSync(file + ending)) renameSync(file + ending, name + ending);
    }
    syncFolder(dirname(file));
    return success(name);
  } catch {
    return failure({ code: 'L-62' });
  }
}
