/* Runs the built main bundle under Node with `electron` resolved to electron.ts. Started by dist/electron. */
import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, type AppManifest } from './app.ts';
import { watchTargets } from './page.ts';
import { refuseDownloads, windowSession } from './session.ts';
import { settings } from './settings.ts';

const require = createRequire(import.meta.url);

/** The app and what is loaded before it. */
interface Program {
  readonly folder: string;
  readonly manifest: AppManifest;
  readonly entry: string;
  readonly preloads: readonly string[];
}

/** Makes this process look like Electron's main process. */
function disguise(): void {
  const { version } = require('electron/package.json') as { readonly version: string };
  process.argv = [settings.executable, ...settings.arguments_];
  process.execPath = settings.executable;
  Object.defineProperties(process, {
    versions: { value: Object.freeze({ ...process.versions, electron: version, chrome: '0.0.0.0' }) },
    type: { value: 'browser' },
    defaultApp: { value: true },
    resourcesPath: { value: path.join(import.meta.dirname, 'dist', 'resources') },
  });
}

function resolveElectron(): void {
  const url = pathToFileURL(path.join(import.meta.dirname, 'electron.ts')).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      ['electron', 'electron/main', 'electron/common'].includes(specifier) ? { url, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
  });
}

/** Reads Electron's command line: `[-r file] [--switches] folder-or-file [arguments]`. */
function readProgram(arguments_: readonly string[]): Program {
  const preloads: string[] = [];
  let target = '.';
  for (let index = 0; index < arguments_.length; index += 1) {
    const argument = arguments_[index] ?? '';
    if (argument === '-r' || argument === '--require') preloads.push(path.resolve(arguments_[(index += 1)] ?? ''));
    else if (!argument.startsWith('-')) {
      target = argument;
      break;
    }
  }
  const place = path.resolve(target);
  if (!statSync(place).isDirectory()) return { folder: path.dirname(place), manifest: {}, entry: place, preloads };
  const manifest = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as AppManifest;
  return { folder: place, manifest, entry: path.join(place, manifest.main ?? 'index.js'), preloads };
}

async function prepare(): Promise<void> {
  await watchTargets();
  await refuseDownloads();
  windowSession();
}

async function run({ folder, manifest, entry, preloads }: Program): Promise<void> {
  app.describe(folder, manifest);
  for (const file of preloads) require(file);
  await import(pathToFileURL(entry).href);
  // As in Electron, `ready` comes only after the entry module: a top-level `await app.whenReady()` hangs here exactly as it does there.
  await app.start(prepare);
}

disguise();
resolveElectron();
if (settings.arguments_.some((argument) => argument.startsWith('--inspect'))) inspector.open(0);
run(readProgram(settings.arguments_)).catch((error: unknown) => {
  console.error('App threw an error during load');
  console.error(error);
  process.exit(1);
});
