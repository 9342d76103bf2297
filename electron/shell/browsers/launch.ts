import { spawn } from 'node:child_process';
import os from 'node:os';
import type { InstalledBrowser } from './find.ts';
import { knownBrowsers } from './known.ts';

/** A program to start and its arguments. */
export interface Command {
  readonly file: string;
  readonly arguments_: readonly string[];
}

/** The command that opens `address` in a private window; the address is its last argument. `-n` hands the arguments over on a Mac even when the browser runs. */
export function privateWindowCommand({ id, path }: Pick<InstalledBrowser, 'id' | 'path'>, platform: NodeJS.Platform, address: string): Command {
  const arguments_ = [...(knownBrowsers.find((browser) => browser.id === id)?.privateArguments ?? []), address];
  return platform === 'darwin' ? { file: '/usr/bin/open', arguments_: ['-n', '-a', path, '--args', ...arguments_] } : { file: path, arguments_ };
}

/** Starts a program that outlives this one, without a shell; false when it could not be started. */
export async function startBrowser({ file, arguments_ }: Command): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, [...arguments_], { detached: true, shell: false, stdio: 'ignore', cwd: os.homedir() });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
