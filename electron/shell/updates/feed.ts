import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Where this build asks for updates. `none`: nowhere. `off`: the office does not want it to. */
export type Feed =
  | { readonly kind: 'none' | 'off' }
  /** `settings`: the file that electron-builder wrote beside app.asar. */
  | { readonly kind: 'feed'; readonly url: string; readonly settings: string };

/** The installed program, as far as its feed is concerned. */
export interface Installed {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** The folder of app.asar. */
  readonly resources: string;
  /** The folder of the program's own package.json. */
  readonly appPath: string;
}

const NONE: Feed = { kind: 'none' };
const manifestSchema = z.looseObject({ updates: z.literal('off') });

/** A build for a company that switched updates off says so in its package.json, which is inside the signed archive. */
function isSwitchedOff(appPath: string): boolean {
  return manifestSchema.safeParse(JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8'))).success;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Most builds have none.
    return null;
  }
}

/** The address, where it is one that may be asked: https, without a password or a question in it. */
function addressIn(text: string): string | null {
  const url = URL.parse(/^url: ['"]?(?<url>[^\s'"]+)['"]?$/mu.exec(text)?.groups?.['url'] ?? '');
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.search === '' ? url.href : null;
}

/**
 * Reads once, at the start, whether there is a feed. On Windows it counts only with the name of the publisher: without one the updater would
 * take a program that nobody signed. Linux has no signature at all, so no updates.
 */
export function readFeed({ isPackaged, platform, resources, appPath }: Installed): Feed {
  if (!isPackaged || (platform !== 'win32' && platform !== 'darwin')) return NONE;
  if (isSwitchedOff(appPath)) return { kind: 'off' };
  const settings = path.join(resources, 'app-update.yml');
  const text = textOf(settings);
  const url = text !== null && /^provider: generic$/mu.test(text) ? addressIn(text) : null;
  const isSigned = platform === 'darwin' || /^publisherName:(?: *[^\s[]|\s*\n\s*- *\S)/mu.test(text ?? '');
  return url !== null && isSigned ? { kind: 'feed', url, settings } : NONE;
}
