import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './package-findings.ts';
import { runBuilder } from './packed-folder.ts';
import { writePlaceholder } from './placeholder-electron.ts';
import { emptyLibrary, emptyProgram, MACHINES } from './portable-executable.ts';
import { inProject } from './project.ts';

const WHAT = 'the Windows installer compiles (x64, never shipped: its plug-ins are empty)';
/** What electron-builder downloads besides NSIS and no registry has. */
const PLUGINS = ['UAC', 'StdUtils', 'nsProcess', 'WinShell', 'Nsis7z', 'SpiderBanner', 'inetc', 'nsisunz'] as const;
const templates = inProject('node_modules', 'app-builder-lib', 'templates', 'nsis');

function textOfTemplates(): string {
  const files = readdirSync(templates, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.ns[hi]$/u.test(entry.name));
  return files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

/** Every function that the scripts call of a plug-in. */
export function calledFunctions(plugin: string, scripts: string): readonly string[] {
  return [...new Set([...scripts.matchAll(new RegExp(String.raw`\b${plugin}::(\w+)`, 'giu'))].map(([, name = '']) => name))].toSorted();
}

function executable(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

interface Tools {
  readonly environment: Readonly<Record<string, string>>;
}

/** Stand-ins beside the real makensis: empty plug-ins, an empty elevate.exe, and a wine that hands out an empty uninstaller. */
function writeTools(folder: string, makensis: string, sevenZip: string): Tools {
  const scripts = textOfTemplates();
  const plugins = path.join(folder, 'resources', 'plugins', 'x86-unicode');
  mkdirSync(plugins, { recursive: true });
  for (const plugin of PLUGINS) writeFileSync(path.join(plugins, `${plugin}.dll`), emptyLibrary(`${plugin}.dll`, calledFunctions(plugin, scripts)));
  const nothing = path.join(folder, 'nsis', 'elevate.exe');
  executable(path.join(folder, 'nsis', 'makensis'), `#!/bin/sh\nunset NSISDIR\nexec ${makensis} "$@"\n`);
  writeFileSync(nothing, emptyProgram(MACHINES.x64, 'Nothing', '1.0.0', Buffer.alloc(0)));
  executable(path.join(folder, 'bin', 'wine'), `#!/bin/sh\ncp '${nothing}' "\${1%exe}__uninstaller.exe"\n`);
  return {
    environment: {
      ELECTRON_BUILDER_NSIS_DIR: path.join(folder, 'nsis'), ELECTRON_BUILDER_NSIS_RESOURCES_DIR: path.join(folder, 'resources'),
      ELECTRON_BUILDER_7ZIP_PATH: sevenZip, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
    },
  };
}

function missing(): string | undefined {
  if (process.platform !== 'linux') return 'not tried: it is compiled for real by npm run package on Windows';
  const lacking = [['/usr/bin/makensis', 'nsis'], ['/usr/bin/7za', 'p7zip-full']].filter(([file = '']) => !existsSync(file)).map(([, name = '']) => name);
  return lacking.length === 0 ? undefined : `not tried: run "sudo apt-get install -y nsis ${lacking.includes('p7zip-full') ? 'p7zip-full' : ''}" and start the command again`.replace(' "', '"');
}

/**
 * Compiles the script of the installer, ours included, with the makensis of the system. Where there is none, says what to install; that is no fault.
 * `work` gets the files, `electronVersion` is what the packed program claims to be made of.
 */
export async function compileInstaller(work: string, electronVersion: string): Promise<Finding> {
  const reason = missing();
  if (reason !== undefined) return { what: WHAT, found: reason, passed: true };
  const folder = path.join(work, 'nsis-tools');
  const distribution = path.join(folder, 'electron');
  writePlaceholder(distribution, { system: 'win32', arch: 'x64' }, electronVersion);
  const { environment } = writeTools(folder, '/usr/bin/makensis', '/usr/bin/7za');
  const output = path.join(work, 'nsis-never-shipped');
  const log = path.join(work, 'nsis.log');
  const code = await runBuilder(['--win', 'nsis', '--x64', `-c.electronDist=${distribution}`, `-c.directories.output=${output}`], log, environment);
  const installer = existsSync(output) ? readdirSync(output).find((name) => name.endsWith('-setup.exe')) : undefined;
  if (code !== 0 || installer === undefined) return { what: WHAT, found: readFileSync(log, 'utf8').slice(-3000), passed: false };
  return { what: WHAT, found: `${installer}, ${String(Math.round(statSync(path.join(output, installer)).size / 1024))} KB, no warning`, passed: true };
}
