import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writePropertyList } from './property-list.ts';
import { emptyProgram, MACHINES } from './portable-executable.ts';

/** Systems and processors for which the program is packed. */
export type Target = { readonly system: 'win32' | 'darwin'; readonly arch: 'x64' | 'arm64' };

/** The fuse wire of Electron 45 as it is shipped: a mark to find it by, version 1, nine fuses, each on or off. */
const FUSE_WIRE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100011')]);
/** Some languages that Electron brings, more than we keep. */
const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'ru'] as const;
const HELPERS = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'] as const;

function put(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: 0o755 });
  }
}

/** The head of a 64-bit program of macOS without a command to load anything. */
function machHeader(arch: Target['arch']): Buffer {
  const head = Buffer.alloc(32);
  const [processor, kind] = arch === 'arm64' ? [0x01_00_00_0c, 0] : [0x01_00_00_07, 3];
  for (const [index, value] of [0xfe_ed_fa_cf, processor, kind, 2].entries()) head.writeUInt32LE(value, index * 4);
  return head;
}

function bundle(executable: string, version: string, more: object = {}): string {
  return writePropertyList({ CFBundleExecutable: executable, CFBundleName: executable, CFBundlePackageType: 'APPL', CFBundleVersion: version, CFBundleShortVersionString: version, ...more });
}

const unwanted = { NSMicrophoneUsageDescription: 'x', NSBluetoothAlwaysUsageDescription: 'x', NSBluetoothPeripheralUsageDescription: 'x', NSAudioCaptureUsageDescription: 'x', NSCameraUsageDescription: 'x' } as const;

function macos(folder: string, arch: Target['arch'], version: string): void {
  const contents = path.join(folder, 'Electron.app', 'Contents');
  const program = machHeader(arch);
  put(contents, { 'Info.plist': bundle('Electron', version, { CFBundleIconFile: 'electron.icns', ...unwanted }), 'MacOS/Electron': program, 'Resources/electron.icns': '' });
  put(path.join(contents, 'Frameworks', 'Electron Framework.framework'), { 'Electron Framework': Buffer.concat([program, FUSE_WIRE]), 'Versions/A/Resources/Info.plist': bundle('Electron Framework', version) });
  for (const helper of HELPERS) {
    const name = `Electron Helper${helper}`;
    put(path.join(contents, 'Frameworks', `${name}.app`, 'Contents'), { 'Info.plist': bundle(name, version), [`MacOS/${name}`]: program });
  }
  for (const language of LANGUAGES) {
    put(contents, { [`Resources/${language}.lproj/.keep`]: '', [`Frameworks/Electron Framework.framework/Versions/A/Resources/${language}.lproj/locale.pak`]: '' });
  }
}

function windows(folder: string, arch: Target['arch'], version: string): void {
  put(folder, { 'electron.exe': emptyProgram(MACHINES[arch], 'Electron', version, FUSE_WIRE), 'resources/.keep': '' });
  for (const language of LANGUAGES) put(folder, { [`locales/${language === 'en' ? 'en-US' : language}.pak`]: '' });
}

/**
 * Writes into `folder` what electron-builder needs of a distribution of Electron: the right files with the right heads, texts and fuses, and no
 * program in them. It shows what our packaging does, never that the result runs.
 */
export function writePlaceholder(folder: string, { system, arch }: Target, version: string): void {
  put(folder, { LICENSE: 'MIT', 'LICENSES.chromium.html': '<!doctype html>', version });
  if (system === 'darwin') macos(folder, arch, version);
  else windows(folder, arch, version);
}
