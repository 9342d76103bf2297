import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';

/** What looking for browsers asks of the computer. Nothing here throws. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** An environment variable; '' when it is not set. */
  variable(name: string): string;
  /** What a program printed; null when it failed or took longer than three seconds. No shell is involved. */
  run(file: string, arguments_: readonly string[]): Promise<string | null>;
  /** Whether a file or folder is there. */
  exists(path: string): boolean;
  /** Null when it cannot be read. */
  read(file: string): string | null;
  list(folder: string): readonly string[];
}

/** Milliseconds a look may take. */
const LOOK_TIME = 3000;

function unlessMissing<Value>(look: () => Value, missing: Value): Value {
  try {
    return look();
  } catch {
    // Missing, or not ours to read: both mean that there is nothing to find.
    return missing;
  }
}

/** This computer. */
export const thisSystem: System = {
  platform: process.platform,
  home: os.homedir(),
  variable: (name) => process.env[name] ?? '',
  run: async (file, arguments_) =>
    new Promise((resolve) => {
      execFile(file, [...arguments_], { timeout: LOOK_TIME, windowsHide: true, maxBuffer: 1024 * 1024 }, (error, stdout) => resolve(error ? null : stdout));
    }),
  exists: (path) => unlessMissing(() => statSync(path).isFile() || statSync(path).isDirectory(), false),
  read: (file) => unlessMissing(() => readFileSync(file, 'utf8'), null),
  list: (folder) => unlessMissing(() => readdirSync(folder), []),
};
