// Breaks the lines on which a link depends, one at a time, and looks whether a test notices. About half an hour; file names narrow it down.
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { figuresOf } from './mutation-figures.ts';
import { projectFolder } from './project.ts';

const FILES = [
  'electron/oauth/callback.ts',
  ...['standing', 'renewal', 'breaker', 'company-watch', 'safekeeping'].map((name) => `electron/links/${name}.ts`),
  ...['vault', 'sealing', 'data-key'].map((name) => `electron/shell/storage/${name}.ts`),
];
/** In percent, for all together and for each file: below it the run fails. */
const ENOUGH = 90;

const chosen = process.argv.slice(2);
const mutate = FILES.filter((file) => chosen.length === 0 || chosen.some((part) => file.includes(part)));
// Outside the project: the tests of the house walk every folder in it.
const tempDirName = path.join(os.tmpdir(), `liaison-mutation-${String(process.pid)}`);
process.chdir(projectFolder);
try {
  const results = await new Stryker({
    mutate,
    tempDirName,
    cleanTempDir: 'always',
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation.vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env['LIAISON_WORKERS'] ?? 2),
    disableTypeChecks: false,
    // It would rewrite the compiler's settings with an interface that TypeScript 7 no longer has, and the tests need none of them.
    tsconfigFile: 'none',
    ignorePatterns: ['out', 'release', 'tour', 'tests/results', 'docs'],
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportMutants: true, reportScoreTable: false, skipFull: true },
    // A busy machine is not an endless loop.
    timeoutMS: 30_000,
    thresholds: { high: ENOUGH, low: ENOUGH, break: ENOUGH },
    allowConsoleColors: false,
  }).runMutationTest();
  const figures = figuresOf(results, mutate);
  for (const { line } of figures) console.log(line);
  if (figures.some(({ percent }) => percent < ENOUGH)) process.exitCode = 1;
} finally {
  rmSync(tempDirName, { recursive: true, force: true });
}
