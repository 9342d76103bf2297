import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.ts';

/** A package that is part of the program. `folder`: where it is installed. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

/** The file with the licences of everything that is bundled; the build puts a copy beside the window's files. */
export const licenceFile: string = inProject('THIRD-PARTY-LICENCES.txt');

const LICENCE_NAMES = /^(?:licen[cs]e|copying|notice)/iu;
const RULE = '='.repeat(78);

const HEAD = `Liaison contains the following packages, each under its own licence. Electron and
Chromium are not listed here: their licences lie beside the program, in
LICENSE.electron.txt and LICENSES.chromium.html.
`;

/**
 * The licence texts that lie in a package's folder, one after the other. Where there is none, somebody must have looked at that very version and put
 * what holds for it into build/licences/; throws otherwise.
 */
function licenceOf({ name, version, folder }: ShippedPackage): string {
  const files = readdirSync(folder).filter((file) => LICENCE_NAMES.test(file)).toSorted();
  const lookedAt = inProject('build', 'licences', `${name.replace('/', '-')}-${version}.txt`);
  if (files.length === 0 && existsSync(lookedAt)) return readFileSync(lookedAt, 'utf8').trim();
  if (files.length === 0) throw new Error(`${name} ${version} has no licence file`);
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}

function declared({ folder }: ShippedPackage): string {
  const { license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { readonly license?: string };
  return license ?? 'see below';
}

/** The whole file, in the order of the packages. */
export function licenceText(packages: readonly ShippedPackage[]): string {
  return [HEAD, ...packages.map((each) => `${RULE}\n${each.name} ${each.version} (${declared(each)})\n${RULE}\n\n${licenceOf(each)}\n`)].join('\n');
}

/** What the file names: `name version`, in its order. */
export function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/^={78}\n(\S+ \S+) \(/gmu)].map(([, named = '']) => named);
}
