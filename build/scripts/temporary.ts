import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The variables that name the folder for temporary files, on Unix and on Windows. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'] as const;

/** Gives this process, and those it starts from now on, a folder of their own for temporary files; the returned function removes it with all that was left there. */
export function ownTemporaryFolder(): () => void {
  const former = VARIABLES.map((name) => [name, process.env[name]] as const);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'liaison-run-'));
  for (const name of VARIABLES) process.env[name] = folder;
  return () => {
    for (const [name, value] of former) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    // A browser that is still ending may hold a file on Windows; the system clears its folder some day.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}
