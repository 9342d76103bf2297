import { posix } from 'node:path';
import type { KnownBrowser } from './known.ts';
import type { System } from './system.ts';
import { isForbiddenByFile } from './windows.ts';

/** Reads what mdfind printed: one path a line. Programs inside other bundles or on disk images are left out. */
export function readBundles(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => /^\/(?!Volumes\/).*\.app$/u.test(line) && !/\.app\//u.test(line));
}

/** The bundle of a browser: in Applications, of everybody or of this person, else where Spotlight knows its bundle id. */
export async function findOnMac(system: System, { mac }: KnownBrowser): Promise<string | null> {
  if (!mac) return null;
  const usual = ['/Applications', posix.join(system.home, 'Applications')].map((folder) => posix.join(folder, mac.app)).find((path) => system.exists(path));
  if (usual !== undefined) return usual;
  const known = readBundles((await system.run('/usr/bin/mdfind', [`kMDItemCFBundleIdentifier == '${mac.bundleId}'`])) ?? '');
  return known.find((path) => system.exists(path)) ?? null;
}

/** Whether a managed preference of the company forbids private windows. */
export async function isForbiddenOnMac(system: System, { mac, rule }: KnownBrowser, bundle: string): Promise<boolean> {
  if (!mac) return false;
  const folders = ['/Library/Managed Preferences', posix.join('/Library/Managed Preferences', posix.basename(system.home))];
  const files = folders.map((folder) => posix.join(folder, mac.policy)).filter((file) => system.exists(`${file}.plist`));
  const read = await Promise.all(files.map(async (file) => system.run('/usr/bin/defaults', ['read', file, rule.name])));
  const isSet = read.some((text) => text !== null && text.trim() !== '' && Number(text) === rule.forbids);
  return isSet || isForbiddenByFile(system, posix.join(bundle, 'Contents/Resources/distribution/policies.json'), rule);
}
