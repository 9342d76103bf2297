import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, inProject, runNode } from './project.ts';

const DOWNLOAD_LIMIT = 180_000;
const packageFolder = inProject('node_modules', 'electron');

/** Which program runs the app: Electron itself, or the stand-in of tests/runtime with the reason in one sentence. */
export type Runtime = { readonly kind: 'electron'; readonly executable: string } | { readonly kind: 'standIn'; readonly sentence: string };

function electronVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** Electron's own binary if it is complete. Reads files only: loading the package would start a download. */
export function findElectron(): string | undefined {
  try {
    const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageFolder, 'dist');
    const executable = path.join(dist, readFileSync(path.join(packageFolder, 'path.txt'), 'utf8').trim());
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);
const failureNote = (): string => path.join(cacheFolder(), `electron-${electronVersion()}-failed.txt`);

function failedToday(): boolean {
  try {
    return readFileSync(failureNote(), 'utf8').trim() === today();
  } catch {
    return false;
  }
}

function rememberFailure(): void {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureNote(), `${today()}\n`);
}

async function download(): Promise<void> {
  console.log(`Fetching Electron ${electronVersion()} (once, up to three minutes)`);
  const code = await runNode(path.join(packageFolder, 'install.js'), [], { stdio: 'ignore', limit: DOWNLOAD_LIMIT });
  if (code === 0 && findElectron() !== undefined) rmSync(failureNote(), { force: true });
  else rememberFailure();
}

/**
 * Electron if it is there or can be fetched, else the stand-in. A failed download is remembered for the day, so that the next run does not wait
 * again (`npx install-electron` repeats it by hand). LIAISON_RUNTIME=stand-in asks for the stand-in.
 */
export async function ensureElectron(): Promise<Runtime> {
  if (process.env['LIAISON_RUNTIME'] === 'stand-in') return { kind: 'standIn', sentence: 'Using the stand-in for Electron, as LIAISON_RUNTIME asks.' };
  if (findElectron() === undefined && !failedToday()) await download();
  const executable = findElectron();
  if (executable !== undefined) return { kind: 'electron', executable };
  return { kind: 'standIn', sentence: 'Electron could not be downloaded; the app runs in its stand-in (Node and Chromium). Later: npx install-electron' };
}
