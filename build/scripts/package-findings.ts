import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { readPropertyList } from './property-list.ts';
import type { PackedFolder } from './packed-folder.ts';
import { feedFaults, updaterFaults } from './packed-updater.ts';
import { MACHINES, readProgram } from './portable-executable.ts';

/** One line of the table: what was looked at, what was found, and whether that is right. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  readonly passed: boolean;
}

/** What the package must say of itself. `files`: what app.asar may hold, with forward slashes. */
export interface Expected {
  readonly version: string;
  readonly files: readonly string[];
  /** Texts that must be nowhere in it: paths of this computer, values of secret variables. */
  readonly forbidden: readonly string[];
}

const MEGABYTE = 1024 * 1024;
const LARGEST_ARCHIVE = 3 * MEGABYTE;

const finding = (what: string, wrong: readonly string[], right: string): Finding => ({ what, found: wrong.length === 0 ? right : wrong.join('; '), passed: wrong.length === 0 });

/** What looks like somebody's key in any file. */
const KEYS: readonly RegExp[] = [/-----BEGIN [A-Z ]*PRIVATE KEY/u, /\beyJ[\w-]{16,}\.eyJ[\w-]{16,}\./u, /\bAKIA[0-9A-Z]{16}\b/u, /\bgh[pousr]_\w{36}\b/u];

/** Findings about one text of the package: keys, forbidden texts, source maps with sources. Answers what is wrong with it. */
export function textFaults(name: string, text: string, forbidden: readonly string[]): readonly string[] {
  return [
    ...KEYS.filter((key) => key.test(text)).map((key) => `${name} holds what looks like a key (${key.source})`),
    ...forbidden.filter((each) => text.includes(each)).map((each) => `${name} holds a text that must not leave this computer (${each.slice(0, 3)}…, ${String(each.length)} characters)`),
    ...(/\bsourceMappingURL=data:|"sourcesContent"/u.test(text) ? [`${name} holds sources`] : []),
  ];
}

/** Names that are too many, and names that are missing. */
export function listFaults(real: readonly string[], allowed: readonly string[]): readonly string[] {
  return [...real.filter((name) => !allowed.includes(name)).map((name) => `${name} is too many`), ...allowed.filter((name) => !real.includes(name)).map((name) => `${name} is missing`)];
}

/** Paths of the files in an archive, with forward slashes and without one at the beginning. */
export function filesInArchive(archive: string): readonly string[] {
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').replace(/^\//u, ''));
  return names.filter((name) => !('files' in statFile(archive, name)));
}

function manifestFaults(archive: string): readonly string[] {
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>;
  return ['dependencies', 'devDependencies', 'scripts'].filter((key) => key in manifest).map((key) => `package.json names ${key}`);
}

function archiveFindings({ resources }: PackedFolder, { files, forbidden }: Expected): readonly Finding[] {
  const archive = path.join(resources, 'app.asar');
  const real = filesInArchive(archive);
  const { size } = statSync(archive);
  const texts = real.flatMap((name) => textFaults(name, extractFile(archive, name).toString('utf8'), forbidden));
  const modules = [...real.filter((name) => name.includes('node_modules')), ...manifestFaults(archive), ...(existsSync(`${archive}.unpacked`) ? ['app.asar.unpacked is there'] : [])];
  return [
    finding('app.asar holds exactly the listed files', listFaults(real, files), `${String(real.length)} files`),
    finding('size of app.asar, at most 3 MB', size <= LARGEST_ARCHIVE ? [] : [`${(size / MEGABYTE).toFixed(2)} MB`], `${(size / MEGABYTE).toFixed(2)} MB`),
    finding('no key, no path of this computer, no sources', texts, `${String(real.length)} files read`),
    finding('no dependency ships', modules, 'no node_modules, none named'),
    finding('the updater is not read at the start, and can be read from the archive', updaterFaults(archive, real), 'opened'),
    finding('app-update.yml only where a build names a feed', feedFaults(resources), 'none named, none there'),
  ];
}

/** The checksum that Electron compares the archive with: of its header, which has those of the files. */
export function archiveChecksum(archive: string): string {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
}

/** Every fuse that is known, and whether it must be on. A wire with more fuses than these is a fault. */
export const FUSES: Readonly<Record<keyof typeof FuseV1Options, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

async function fuseFinding({ program }: PackedFolder): Promise<Finding> {
  const wire = await getCurrentFuseWire(program);
  const names = Object.keys(FUSES) as (keyof typeof FUSES)[];
  const { version: _version, ...states } = wire;
  const wrong = names.filter((name) => (states[FuseV1Options[name]] === FuseState.ENABLE) !== FUSES[name]).map((name) => `${name} is ${FUSES[name] ? 'off' : 'on'}`);
  const unknown = Object.keys(states).length - names.length;
  const more = unknown === 0 ? [] : [`${String(unknown)} fuses more than are known here`];
  return finding('fuses read back', [...wrong, ...more], names.map((name) => (FUSES[name] ? 'on' : 'off')).join(' '));
}

function windowsFindings({ program, resources, target }: PackedFolder, { version }: Expected): readonly Finding[] {
  const facts = readProgram(readFileSync(program));
  const wanted = { ProductName: 'Liaison', FileDescription: 'Liaison', FileVersion: version, CompanyName: 'Liaison contributors', InternalName: 'Liaison' };
  const texts = Object.entries(wanted).filter(([key, value]) => facts.strings[key] !== value).map(([key]) => `${key} is ${facts.strings[key] ?? 'missing'}`);
  const checksum = archiveChecksum(path.join(resources, 'app.asar'));
  return [
    finding('texts and versions of the program', texts, `${wanted.ProductName} ${version}, ${wanted.CompanyName}`),
    finding('processor of the program', facts.machine === MACHINES[target.arch] ? [] : [facts.machine.toString(16)], target.arch),
    finding('icon', facts.icons >= 6 ? [] : [`${String(facts.icons)} sizes`], `${String(facts.icons)} sizes`),
    finding('checksum of the archive in the program', facts.integrity?.includes(checksum) === true ? [] : ['not there'], `${checksum.slice(0, 12)}…`),
  ];
}

/** What Info.plist must say, and must not. */
export function plistFaults(info: Readonly<Record<string, unknown>>, version: string): readonly string[] {
  const types = JSON.stringify(((info['CFBundleURLTypes'] ?? []) as readonly { readonly CFBundleURLSchemes?: readonly string[] }[]).flatMap((type) => type.CFBundleURLSchemes ?? []));
  const wanted = { CFBundleIdentifier: 'app.liaison.desktop', CFBundleShortVersionString: version, CFBundleVersion: version, CFBundleName: 'Liaison' };
  const usages = Object.keys(info).filter((key) => key.endsWith('UsageDescription') && key !== 'NSCameraUsageDescription');
  const security = info['NSAppTransportSecurity'] as Readonly<Record<string, unknown>> | undefined;
  return [
    ...Object.entries(wanted).filter(([key, value]) => info[key] !== value).map(([key]) => `${key} is ${String(info[key])}`),
    ...(types === '["liaison"]' ? [] : [`schemes are ${types}`]),
    ...(typeof info['NSCameraUsageDescription'] === 'string' && info['NSCameraUsageDescription'].startsWith('Liaison ') ? [] : ['NSCameraUsageDescription is not ours']),
    ...usages.map((key) => `${key} is there`),
    ...(security?.['NSAllowsArbitraryLoads'] === undefined && security?.['NSAllowsLocalNetworking'] === true ? [] : ['NSAppTransportSecurity allows more than local connections']),
  ];
}

function macosFindings({ program, resources }: PackedFolder, { version }: Expected): readonly Finding[] {
  const info = readPropertyList(readFileSync(path.join(program, 'Contents', 'Info.plist'), 'utf8')) as Readonly<Record<string, unknown>>;
  const checksum = archiveChecksum(path.join(resources, 'app.asar'));
  const languages = readdirSync(resources).filter((name) => name.endsWith('.lproj')).map((name) => path.basename(name, '.lproj')).toSorted();
  const silent = languages.filter((language) => !existsSync(path.join(resources, `${language}.lproj`, 'InfoPlist.strings')));
  const wrong = [...silent.map((language) => `${language} has no texts`), ...(languages.join(' ') === 'de en es fr it nl' ? [] : [languages.join(' ')])];
  return [
    finding('Info.plist: names, versions, schemes, usage texts, connections', plistFaults(info, version), `Liaison ${version}, scheme liaison, camera only`),
    finding('Info.plist in six languages', wrong, languages.join(' ')),
    finding('checksum of the archive in Info.plist', JSON.stringify(info['ElectronAsarIntegrity'] ?? '').includes(checksum) ? [] : ['not there'], `${checksum.slice(0, 12)}…`),
  ];
}

/** Everything that is looked at in one packed folder. */
export async function findingsOf(folder: PackedFolder, expected: Expected): Promise<readonly Finding[]> {
  const own = folder.target.system === 'darwin' ? macosFindings(folder, expected) : windowsFindings(folder, expected);
  return [...archiveFindings(folder, expected), ...own, await fuseFinding(folder)];
}
