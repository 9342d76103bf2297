// Packs for Windows and macOS, looks into what came out, and prints a table. Exit code 1 when a line is wrong.
// A real distribution of Electron is used for this computer's own system when there is one, and the packed program is then started with the end-to-end tests.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleSizes } from './build.ts';
import { buildAndReport, type BundleReport } from './bundled.ts';
import { isMaintained, newestElectron } from './electron-age.ts';
import { findElectron } from './electron.ts';
import { licenceFile, licenceText } from './licence-text.ts';
import { compileInstaller } from './nsis.ts';
import { findingsOf, type Expected, type Finding } from './package-findings.ts';
import { pack } from './packed-folder.ts';
import { writePlaceholder, type Target } from './placeholder-electron.ts';
import { inProject, projectFolder } from './project.ts';
import { startPacked } from './start-packed.ts';

const TARGETS: readonly Target[] = [
  { system: 'win32', arch: 'x64' }, { system: 'win32', arch: 'arm64' },
  { system: 'darwin', arch: 'x64' }, { system: 'darwin', arch: 'arm64' },
];
const work = inProject('release', 'check');

const readManifest = (...parts: readonly string[]): { readonly version: string } => JSON.parse(readFileSync(inProject(...parts, 'package.json'), 'utf8')) as { readonly version: string };
const version = readManifest().version;
const electronVersion = readManifest('node_modules', 'electron').version;

/** Values of this process's variables whose name says that they are secret. */
function secretValues(): readonly string[] {
  return Object.entries(process.env).flatMap(([name, value]) => (/secret|token|password|key/iu.test(name) && value !== undefined && value.length >= 12 && !value.includes('/') ? [value] : []));
}

function expected(): Expected {
  const built = readdirSync(inProject('out'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = built.map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return { version, files: ['package.json', ...files], forbidden: [projectFolder, os.homedir(), ...secretValues()].filter((text) => text.length > 4) };
}

function distributionFor(target: Target): string {
  const real = findElectron();
  const isOurs = target.system === process.platform && target.arch === process.arch;
  // On macOS the program lies four folders deep, in Electron.app/Contents/MacOS.
  if (real !== undefined && isOurs) return target.system === 'darwin' ? path.resolve(real, '../../../..') : path.dirname(real);
  const folder = path.join(work, `electron-${target.system}-${target.arch}`);
  writePlaceholder(folder, target, electronVersion);
  return folder;
}

async function targetFindings(target: Target, wanted: Expected): Promise<readonly Finding[]> {
  const label = `${target.system === 'darwin' ? 'macOS' : 'Windows'} ${target.arch}`;
  try {
    const findings = await findingsOf(await pack(target, distributionFor(target), work), wanted);
    return findings.map((each) => ({ ...each, what: `${label}: ${each.what}` }));
  } catch (error) {
    return [{ what: `${label}: packed`, found: error instanceof Error ? error.message : String(error), passed: false }];
  }
}

async function generalFindings({ packages }: BundleReport): Promise<readonly Finding[]> {
  const newest = await newestElectron();
  const isCurrent = readFileSync(licenceFile, 'utf8') === licenceText(packages);
  return [
    { what: 'licences of everything that is bundled', found: isCurrent ? `${String(packages.length)} packages` : 'not current: run npm run licences', passed: isCurrent },
    newest === undefined
      ? { what: 'Electron is among the three newest majors', found: `${electronVersion}; nobody could be asked for the newest`, passed: true }
      : { what: 'Electron is among the three newest majors', found: `${electronVersion}, newest ${newest}`, passed: isMaintained(electronVersion, newest) },
    await compileInstaller(work, electronVersion),
    await startPacked(work),
  ];
}

function print(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, found, passed } of findings) console.log(`${found.startsWith('not tried') ? '-    ' : passed ? 'ok   ' : 'WRONG'}  ${what.padEnd(width)}  ${found}`);
}

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const report = await buildAndReport();
const wanted = expected();
const findings: Finding[] = [];
// oxlint-disable-next-line no-await-in-loop -- each run of electron-builder takes a whole core
for (const target of TARGETS) findings.push(...(await targetFindings(target, wanted)));
findings.push(...(await generalFindings(report)));
print(findings);
console.log(bundleSizes().join('\n'));
const wrong = findings.filter(({ passed }) => !passed).length;
console.log(`package:check: ${String(findings.length)} lines, ${String(wrong)} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
