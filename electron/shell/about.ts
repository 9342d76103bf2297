import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AboutView } from '../contract/about.ts';
import { failure, success, type Result } from '../contract/result.ts';

/** What the program says of itself. */
export interface About {
  /** L-81 when the licences cannot be read: they are part of the program. */
  view(): Result<AboutView>;
}

/** What it is made from. */
export interface AboutParts {
  readonly version: string;
  /** `process.versions`. */
  readonly versions: { readonly [name: string]: string | undefined };
  /** Where the build put the window's files, and the licences beside them. */
  readonly rendererFolder: string;
}

const PACKAGE = /^={78}\n(?<name>[^\n]+) \((?<licence>[^\n]*)\)\n={78}\n\n/gmu;

/** The packages of `licences.txt`, as `build/scripts/licence-text.ts` writes it. */
export function packagesIn(text: string): AboutView['packages'] {
  const heads = [...text.matchAll(PACKAGE)];
  return heads.map(({ index, 0: head, groups }, number) => ({
    name: groups?.['name'] ?? '', licence: groups?.['licence'] ?? '', text: text.slice(index + head.length, heads[number + 1]?.index).trim(),
  }));
}

/** Reads the licences each time they are asked for: they are too long to be kept for nobody. */
export function createAbout({ version, versions, rendererFolder }: AboutParts): About {
  const read = (name: string): string => readFileSync(path.join(rendererFolder, name), 'utf8').replaceAll('\r\n', '\n');
  return {
    view: () => {
      try {
        const packages = packagesIn(read('licences.txt'));
        if (packages.length === 0) return failure({ code: 'L-81', reason: 'licences' });
        return success({
          program: version, electron: versions['electron'] ?? null, chrome: versions['chrome'] ?? null, node: versions['node'] ?? '', licence: read('licence.txt').trim(), packages,
        });
      } catch {
        return failure({ code: 'L-81', reason: 'licences' });
      }
    },
  };
}
