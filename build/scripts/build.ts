import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProject, runNode } from './project.ts';

const sources = ['electron', 'renderer', 'vite.config.ts', 'package.json', 'tsconfig.json'] as const;
const outputs = ['main/main.cjs', 'main/program.cjs', 'preload/preload.cjs', 'worker/worker.cjs', 'renderer/index.html'] as const;

const modified = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function filesUnder(place: string): readonly string[] {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** True when out/ is missing or older than a source. */
export function isBuildOld(): boolean {
  const newestSource = Math.max(...sources.flatMap((source) => filesUnder(inProject(source))).map(modified));
  return outputs.some((output) => modified(inProject('out', output)) < newestSource);
}

/** Builds main, preload, the threads' program and the window into out/. Answers the exit code. */
export const build = async (): Promise<number> => runNode(inProject('node_modules', 'vite', 'bin', 'vite.js'), ['build', '--app', '--logLevel', 'warn']);

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

function sizeLine(name: string, files: readonly string[]): string {
  const contents = files.map((file) => readFileSync(file));
  const raw = contents.reduce((sum, content) => sum + content.length, 0);
  const zipped = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  return `Bundle ${name}: ${kilobytes(raw)}, ${kilobytes(zipped)} gzip`;
}

/** What main reads before the window is requested; the rest comes later (`vite.config.ts`). */
const first: ReadonlySet<string> = new Set(['main.cjs', 'start.cjs', 'rolldown-runtime.cjs']);
const isFirst = (file: string): boolean => first.has(path.basename(file));

/** One line for each of the bundles, and for what main reads later: its size, raw and compressed (1 KB = 1024 bytes). */
export function bundleSizes(): readonly string[] {
  const scripts = (folder: string): readonly string[] => filesUnder(inProject('out', folder)).filter((file) => /\.c?js$/u.test(file));
  return [
    sizeLine('main, before the window is requested', scripts('main').filter(isFirst)),
    sizeLine('main, later', scripts('main').filter((file) => !isFirst(file))),
    ...['preload', 'worker', 'renderer'].map((folder) => sizeLine(folder, scripts(folder))),
  ];
}
