import { realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../../contract/problems.ts';

/** The system and its environment variables. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** OneDrive's own variables: where it is set up they name its folders, whatever those are called. */
const ONEDRIVE_VARIABLES = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'] as const;

/** Folder names by which the usual synchronising tools are known, as one part of a path in small letters. */
const ANYWHERE = [/^onedrive(?: - .+)?$/u, /^dropbox(?: \(.+\))?$/u, /^google ?drive$/u, /^my drive$/u, /^icloud ?drive$/u, /^nextcloud$/u] as const;
/** On a Mac: iCloud's own folder, and the one in which the system gathers the other tools. Both lie in the person's Library. */
const MAC_LIBRARY = ['/library/mobile documents/', '/library/cloudstorage/'] as const;

function partsOf(folder: string): readonly string[] {
  return folder.normalize('NFC').toLowerCase().split(/[\\/]+/u).filter((part) => part !== '');
}

function liesIn(parts: readonly string[], folder: string | undefined): boolean {
  const outer = partsOf(folder ?? '');
  return outer.length > 0 && outer.every((part, index) => parts[index] === part);
}

/** The place behind every link in the path; the path itself when it cannot be followed. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function isSynchronised(folder: string, { platform, environment }: Surroundings): boolean {
  const parts = partsOf(folder);
  if (platform === 'win32' && ONEDRIVE_VARIABLES.some((name) => liesIn(parts, environment[name]))) return true;
  const path = `/${parts.join('/')}/`;
  if (platform === 'darwin' && MAC_LIBRARY.some((library) => path.includes(library))) return true;
  return parts.some((part) => ANYWHERE.some((name) => name.test(part)));
}

/**
 * L-64 when a data folder lies where a tool copies it to other laptops, judged by the names of the usual tools; null otherwise. It
 * is a warning: refusing would take the links away from a person who has nothing to lose yet.
 */
export function checkFolder(folder: string, surroundings: Surroundings): Problem | null {
  return [folder, realFolder(folder)].some((path) => isSynchronised(path, surroundings)) ? { code: 'L-64' } : null;
}

const systemError = z.object({ code: z.string() });
const REASONS: Readonly<Record<string, string>> = { EROFS: 'readOnly', EACCES: 'readOnly', EPERM: 'readOnly', ENOSPC: 'full', EDQUOT: 'full' };

/** Why nothing can be saved in `folder` (L-62 with reason `readOnly` or `full`), found by trying; null when a small file can be written. */
export function whyUnsavable(folder: string): Problem | null {
  const probe = join(folder, 'probe');
  try {
    writeFileSync(probe, 'x', { flush: true });
    rmSync(probe);
    return null;
  } catch (error) {
    const parsed = systemError.safeParse(error);
    const reason = parsed.success ? REASONS[parsed.data.code] : undefined;
    return reason === undefined ? { code: 'L-62' } : { code: 'L-62', reason };
  }
}
