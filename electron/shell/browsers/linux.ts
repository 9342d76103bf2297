import { posix } from 'node:path';
import type { KnownBrowser } from './known.ts';
import type { System } from './system.ts';
import { isForbiddenByFile } from './windows.ts';

/** The first command of a browser on PATH. */
export function findOnLinux(system: System, { linux }: KnownBrowser): string | null {
  const folders = system.variable('PATH').split(':').filter((folder) => posix.isAbsolute(folder));
  return linux.commands.flatMap((command) => folders.map((folder) => posix.join(folder, command))).find((path) => system.exists(path)) ?? null;
}

/** Whether a rule of the company forbids private windows. */
export function isForbiddenOnLinux(system: System, { linux, rule }: KnownBrowser): boolean {
  const files = linux.policy.endsWith('.json') ? [linux.policy] : system.list(linux.policy).filter((name) => name.endsWith('.json')).map((name) => posix.join(linux.policy, name));
  return files.some((file) => isForbiddenByFile(system, file, rule));
}
