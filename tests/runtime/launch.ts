import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const packageFolder = path.join(import.meta.dirname, '..', '..', 'node_modules', 'electron');
const standInFolder = path.join(import.meta.dirname, 'dist');

/** Electron's own binary; only files are looked at, for loading the package would start a download. */
function electronBinary(): string | undefined {
  const packaged = process.env['LIAISON_PACKAGED'];
  if (packaged !== undefined && packaged !== '') return packaged;
  if (process.env['LIAISON_RUNTIME'] === 'stand-in') return undefined;
  try {
    const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageFolder, 'dist');
    const executable = path.join(folder, readFileSync(path.join(packageFolder, 'path.txt'), 'utf8').trim());
    return existsSync(executable) && path.resolve(folder) !== standInFolder ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** Which program runs the app on this machine. LIAISON_RUNTIME=stand-in asks for the stand-in. */
export function runtimeName(): 'electron' | 'stand-in' {
  return electronBinary() === undefined ? 'stand-in' : 'electron';
}

/** This process's environment, with ELECTRON_OVERRIDE_DIST_PATH where Electron's binary is not there. For `_electron.launch` and for further processes. */
export function launchEnvironment(): Record<string, string> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  if (electronBinary() !== undefined) return inherited;
  return { ...inherited, ELECTRON_OVERRIDE_DIST_PATH: standInFolder, LIAISON_NODE24: process.env['LIAISON_NODE24'] ?? process.execPath };
}

/** For `_electron.launch`: the packaged program that LIAISON_PACKAGED names, where `npm run package:check` asks for it. */
export function packagedProgram(): { executablePath?: string } {
  const executablePath = process.env['LIAISON_PACKAGED'] ?? '';
  return executablePath === '' ? {} : { executablePath };
}

/** The program to start for a second process of the app. */
export function electronExecutable(): string {
  return electronBinary() ?? path.join(standInFolder, 'electron');
}

/**
 * Arguments the runtime needs before those of the app. Electron has no sandbox for root on Linux; it also needs a display there, for which the
 * whole test run is started under `xvfb-run -a`. The stand-in needs neither.
 */
export function launchArguments(): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return isRoot && electronBinary() !== undefined ? ['--no-sandbox'] : [];
}
