import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createBuilder, type Plugin } from 'vite';
import { inProject } from './project.ts';

/** A package of which something is in a bundle. `bytes`: what each bundle holds of it, before it is minified. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly bytes: Readonly<Record<string, number>>;
}

/** What the three bundles are made of: packages by name, and our own bytes by bundle. */
export interface BundleReport {
  readonly packages: readonly BundledPackage[];
  readonly own: Readonly<Record<string, number>>;
}

const OWN = '';

/** The folder of the package that holds `module`; empty for our own files and what the bundler adds. */
export function packageFolder(module: string): string {
  const plain = module.replaceAll('\\', '/').replace(/^\0/u, '').split('?')[0] ?? '';
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(plain)?.[0] ?? OWN;
}

type Counts = Map<string, Record<string, number>>;

function collector(counts: Counts): Plugin {
  return {
    name: 'bundled-packages',
    sharedDuringBuild: true,
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const [module, { renderedLength }] of Object.entries(output.modules)) {
          const folder = packageFolder(module);
          const bytes = counts.get(folder) ?? {};
          counts.set(folder, { ...bytes, [this.environment.name]: (bytes[this.environment.name] ?? 0) + renderedLength });
        }
      }
    },
  };
}

function describe(folder: string, bytes: Readonly<Record<string, number>>): BundledPackage {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { readonly name: string; readonly version: string };
  return { name, version, folder, bytes };
}

const total = (bytes: Readonly<Record<string, number>>): number => Object.values(bytes).reduce((sum, value) => sum + value, 0);

/** Builds main, preload and window into out/ and tells what is in them. Throws when the build fails. */
export async function buildAndReport(): Promise<BundleReport> {
  const counts: Counts = new Map();
  const builder = await createBuilder({ configFile: inProject('vite.config.ts'), logLevel: 'warn', plugins: [collector(counts)] });
  await builder.buildApp();
  const used = [...counts].filter(([folder, bytes]) => folder !== OWN && total(bytes) > 0);
  const packages = used.map(([folder, bytes]) => describe(folder, bytes)).toSorted((a, b) => a.name.localeCompare(b.name));
  return { packages, own: counts.get(OWN) ?? {} };
}
