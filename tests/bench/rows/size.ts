import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createPackage } from '@electron/asar';
import { figure, stableGoal } from '../figures.ts';
import type { Effort, Row, RowResult } from '../result.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** app.asar as the packaging makes it of what is built: `out/` and the manifest, nothing else. The answer in bytes. */
async function archive(folder: string): Promise<number> {
  const content = path.join(folder, 'content');
  mkdirSync(content, { recursive: true });
  cpSync(path.join(root, 'out'), path.join(content, 'out'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(content, 'package.json'));
  const file = path.join(folder, 'app.asar');
  await createPackage(content, file);
  return statSync(file).size;
}

/** What main reads before its window is requested (`vite.config.ts`). */
const BEFORE_WINDOW = ['main.cjs', 'start.cjs', 'rolldown-runtime.cjs'] as const;

async function measure(_effort: Effort, folder: string): Promise<RowResult> {
  const main = Buffer.concat(BEFORE_WINDOW.map((name) => readFileSync(path.join(root, 'out/main', name))));
  const others = readdirSync(path.join(root, 'out/main'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.c?js$/u.test(entry.name));
  const all = others.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return {
    row: 'size', title: 'Sizes', notes: ['1 KB is 1024 bytes. app.asar is made of out/ and package.json as the packaging does it.'],
    figures: [figure('main before the window, gzip', 'KB', [gzipSync(main).length / 1024]), figure('all scripts of main', 'KB', [all / 1024])],
    goals: [
      stableGoal('size.main', 300, figure('main before the window, minified', 'KB', [main.length / 1024])),
      stableGoal('size.asar', 3, figure('app.asar', 'MB', [(await archive(folder)) / 2 ** 20])),
    ],
  };
}

/** Sizes of what is built. */
export const size: Row = { name: 'size', title: 'Sizes', isStable: true, measure };
