import { spawn, type StdioOptions } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

/** The project's top folder. */
export const projectFolder: string = path.resolve(import.meta.dirname, '../..');

/** Absolute path of something in the project. */
export const inProject = (...parts: readonly string[]): string => path.join(projectFolder, ...parts);

/** Where development tools keep what they fetched: the same folder as in node24.mjs, never the project. */
export function cacheFolder(): string {
  if (process.platform === 'win32') return path.join(process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local'), 'liaison-development');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'liaison-development');
  return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'liaison-development');
}

/** How a program is run: its environment besides ours, where its output goes, and a time limit in milliseconds. */
export interface RunOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly stdio?: StdioOptions;
  readonly limit?: number;
}

/** Runs a program in the project's folder and answers its exit code; 1 when it could not start, was killed or took too long. */
export async function run(command: string, arguments_: readonly string[], options: RunOptions = {}): Promise<number> {
  const child = spawn(command, arguments_, {
    cwd: projectFolder,
    stdio: options.stdio ?? 'inherit',
    env: { ...process.env, ...options.environment },
    ...(options.limit === undefined ? {} : { timeout: options.limit }),
  });
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', passOn).on('SIGTERM', passOn);
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  process.off('SIGINT', passOn).off('SIGTERM', passOn);
  return code;
}

/** Runs a script under the Node that runs this one. */
export const runNode = async (script: string, arguments_: readonly string[] = [], options: RunOptions = {}): Promise<number> =>
  run(process.execPath, [script, ...arguments_], options);

/** Runs programs one after the other and stops at the first that fails. */
export async function runAll(steps: readonly (() => Promise<number>)[]): Promise<number> {
  for (const step of steps) {
    // oxlint-disable-next-line no-await-in-loop -- the order is the point
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

/** True for the superuser of a Unix system. */
export const isRoot = (): boolean => process.getuid?.() === 0;

