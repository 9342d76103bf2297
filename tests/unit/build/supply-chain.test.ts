import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedIn } from '../../../build/scripts/licence-text.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (...parts: readonly string[]): string => readFileSync(path.join(root, ...parts), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const locked = Object.entries((JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }).packages).filter(([place]) => place !== '');

/** What is wrong with one entry of the lock file. */
function lockFaults([place, { integrity, resolved, link }]: readonly [string, Locked]): readonly string[] {
  return [
    ...(/^sha512-[\w+/]{86}==$/u.test(integrity ?? '') ? [] : [`${place}: no sha512`]),
    ...(resolved === undefined || resolved.startsWith('https://') ? [] : [`${place}: ${resolved}`]),
    ...(link === true ? [`${place}: a link`] : []),
  ];
}

describe('the lock file', () => {
  it('pins each package by its contents', () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(locked.flatMap(lockFaults)).toEqual([]);
  });

  it('names one source at most, so that no package comes from somewhere else', () => {
    expect(new Set(locked.flatMap(([, { resolved }]) => (resolved === undefined ? [] : [new URL(resolved).host]))).size).toBeLessThanOrEqual(1);
  });

  it.each([
    ['a git address', { integrity: `sha512-${'a'.repeat(86)}==`, resolved: 'git+ssh://git@example.invalid/x.git' }],
    ['an unprotected address', { integrity: `sha512-${'a'.repeat(86)}==`, resolved: 'http://example.invalid/x.tgz' }],
    ['a weak checksum', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['no checksum', {}],
  ])('would be refused with %s', (_what, entry) => {
    expect(lockFaults(['node_modules/x', entry])).toHaveLength(1);
  });

  it('belongs to packages that are named with one exact version', () => {
    const { devDependencies, ...manifest } = JSON.parse(read('package.json')) as { readonly devDependencies: Readonly<Record<string, string>>; readonly dependencies?: unknown };
    expect(Object.values(devDependencies).filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
    // Everything is bundled: a package that is named as a dependency would be shipped as it is.
    expect(manifest.dependencies).toBeUndefined();
  });

  it('is installed without running a script of any package', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });
});

describe('the licences that are shipped', () => {
  it('are those of the packages that are installed', () => {
    const versions = new Set(locked.map(([place, { version }]) => `${place.replace(/^.*node_modules\//u, '')} ${version ?? ''}`));
    const named = namedIn(read('THIRD-PARTY-LICENCES.txt'));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !versions.has(name))).toEqual([]);
  });
});

const workflows = path.join(root, '.github', 'workflows');

describe('each workflow', () => {
  const files = existsSync(workflows) ? readdirSync(workflows) : [];

  it('is there', () => {
    expect(files.toSorted()).toEqual(['release.yml', 'test.yml']);
  });

  it.each(files)('%s pins what it uses by a full commit, with the version beside it', (file) => {
    const uses = read('.github', 'workflows', file).split('\n').filter((line) => /\buses:/u.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line))).toEqual([]);
  });

  it.each(files)('%s begins with no permission and gives writing to one job at most', (file) => {
    const text = read('.github', 'workflows', file);
    expect(text).toMatch(/^permissions: \{\}$/m);
    expect([...text.matchAll(/: write$/gmu)].length).toBeLessThanOrEqual(1);
    expect(text).not.toMatch(/pull_request_target|write-all/);
  });

  it.each(files)('%s hands no key to a step by a text that a stranger writes', (file) => {
    expect(read('.github', 'workflows', file)).not.toMatch(/run:.*\$\{\{ *github\.(event|head_ref)/u);
  });
});

describe('what a person reads before installing', () => {
  it('asks for the camera in six languages, in the program’s own name', () => {
    const languages = readdirSync(path.join(root, 'build', 'macos'));
    expect(languages.toSorted()).toEqual(['de', 'en', 'es', 'fr', 'it', 'nl'].map((language) => `${language}.lproj`));
    for (const language of languages) expect(read('build', 'macos', language, 'InfoPlist.strings')).toMatch(/^NSCameraUsageDescription = "[^"]*Liaison [^"]+";\n$/u);
  });

  it('asks about the customers’ data in the same six, of those that the installer speaks', () => {
    const asked = [...read('build', 'installer.nsh').matchAll(/^LangString deleteCustomerData (\d+) ".+\$\\r\$\\n.+"$/gmu)].map(([, language]) => Number(language));
    expect(asked.toSorted((a, b) => a - b)).toEqual([1031, 1033, 1036, 1040, 1043, 3082]);
    expect(read('electron-builder.yml')).toMatch(/installerLanguages: \[en_US, fr_FR, it_IT, de_DE, es_ES, nl_NL\]/);
  });
});
