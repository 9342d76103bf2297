import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from './files.ts';

/** One file of a folder, by its path inside it. */
interface Entry {
  readonly name: string;
  readonly bytes: number;
}

/** All files below `folder`; links and other odd things are not data of ours and are left out. */
export async function filesOf(folder: string): Promise<readonly Entry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => ({ name: file.slice(folder.length + 1), bytes: (await lstat(file)).size })));
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

async function copyOne(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  syncFile(to);
  if ((await hashOf(from)) !== (await hashOf(to))) throw new Error('a copy differs');
}

/**
 * Copies the folder `from`, which nobody may be writing in, to `to`, which must not be there. Every file is synced and compared; `to`
 * appears when all of it is there, or not at all. Rejects with the system's error; what was begun is removed then.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  const fresh = `${to}.incoming`;
  await rm(fresh, { recursive: true, force: true });
  try {
    await mkdir(fresh, { recursive: true, mode: 0o700 });
    for (const { name } of await filesOf(from)) {
      // oxlint-disable-next-line no-await-in-loop -- a person waits for the end, not for the fastest file
      await copyOne(join(from, name), join(fresh, name));
    }
    await rename(fresh, to);
    syncFolder(dirname(to));
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}
