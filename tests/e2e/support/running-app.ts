import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronExecutable, launchArguments, launchEnvironment, packagedProgram } from '../../runtime/launch.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** A running Liaison and what a test may ask of it. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** Milliseconds from launch to the first window. */
  readonly launchedIn: number;
  /** Everything the program wrote to its standard output and error so far. */
  output(): string;
  /** The addresses the program asked the system or a browser to open, oldest first. */
  openedAddresses(): Promise<readonly string[]>;
  /** The command lines with which it started browsers. */
  browserCommands(): Promise<readonly (readonly string[])[]>;
  /** Starts the program a second time with the return on its command line, as the system does; resolves with its exit code. */
  returnThroughSecondProcess(address: string): Promise<number | null>;
  /** Hands over the return as macOS does. */
  returnThroughOpenUrl(address: string): Promise<void>;
  close(): Promise<void>;
}

/** The command line of a start for a return. */
export function returnArguments(address: string): readonly string[] {
  return ['--auth-callback', '--', address];
}

const commandLine = (folder: string, more: readonly string[]): string[] => [...launchArguments(), '.', `--user-data-dir=${folder}`, ...more];

/** Keeps addresses instead of opening a browser, its normal window or a private one: the test is the browser. */
async function catchAddresses(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    const commands: string[][] = [];
    Object.assign(globalThis, { openedAddresses: opened, browserCommands: commands });
    shell.openExternal = async (address: string): Promise<void> => void opened.push(address);
    const processes = process.getBuiltinModule('node:child_process');
    const { EventEmitter } = process.getBuiltinModule('node:events');
    const { spawn: reallySpawn } = processes;
    Object.assign(processes, {
      spawn: (...given: Parameters<typeof reallySpawn>): unknown => {
        const address = given[1]?.at(-1) ?? '';
        if (!/^https?:/u.test(address)) return reallySpawn(...given);
        opened.push(address);
        commands.push([given[0], ...given[1]]);
        const child = Object.assign(new EventEmitter(), { unref: () => undefined });
        setImmediate(() => child.emit('spawn'));
        return child;
      },
    });
  });
}

/** Starts the program as the system does at a login, without a window, and resolves with its exit code. */
export async function startAtLogin(folder: string): Promise<number | null> {
  return secondProcess(folder, ['--renew-in-background']);
}

async function secondProcess(folder: string, more: readonly string[]): Promise<number | null> {
  const child = spawn(electronExecutable(), commandLine(folder, more), { cwd: root, env: launchEnvironment(), stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('exit', resolve);
  });
}

/** Starts the built program with `folder` as its data folder; `more` comes at the end of the command line. */
export async function launchApp(folder: string, more: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  mkdirSync(folder, { recursive: true });
  const begun = performance.now();
  const env = { ...launchEnvironment(), ...environment };
  // Playwright asks the electron package where Electron is, in this process.
  Object.assign(process.env, launchEnvironment());
  const app = await _electron.launch({ args: commandLine(folder, more), cwd: root, env, ...packagedProgram() });
  let output = '';
  const { stdout, stderr } = app.process();
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')));
  await catchAddresses(app);
  const window = await app.firstWindow();
  await window.getByRole('heading', { level: 1 }).first().waitFor();
  return {
    app, window, launchedIn: performance.now() - begun,
    output: () => output,
    browserCommands: async () => app.evaluate(() => (globalThis as unknown as { browserCommands: string[][] }).browserCommands),
    openedAddresses: async () => app.evaluate(() => (globalThis as unknown as { openedAddresses: string[] }).openedAddresses),
    returnThroughSecondProcess: async (address) => secondProcess(folder, returnArguments(address)),
    returnThroughOpenUrl: async (address) => {
      await app.evaluate(({ app: main }, url) => void main.emit('open-url', { preventDefault: () => undefined }, url), address);
    },
    close: async () => app.close(),
  };
}
