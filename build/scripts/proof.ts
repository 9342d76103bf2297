import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { inProject, projectFolder } from './project.ts';

/** One row of what the program must show: its claim, what is run for it, and which printed line is the figure. */
export interface Proof {
  readonly claim: string;
  readonly arguments_: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Lines of the output that are the figure. */
  readonly figure: RegExp;
}

/** What a proof came to. */
export interface Shown {
  readonly claim: string;
  readonly passed: boolean;
  readonly figures: readonly string[];
  readonly seconds: number;
}

const HARNESS_LINE = /: [\d,]+ .*seed \d+, \d+ violations/u;

/** A harness of tests/crash at this size. */
export function harness(claim: string, name: string, runs: number): Proof {
  return { claim, arguments_: [inProject('tests', 'crash', 'run.ts'), name, '--runs', String(runs)], figure: HARNESS_LINE };
}

/** Tests of vitest with LIAISON_RUNS at this size; `figure` as in Proof. */
export function tests(claim: string, files: string, runs: number, figure: RegExp): Proof {
  const vitest = [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', inProject('tests', 'vitest.config.ts'), '--testTimeout=3600000'];
  return { claim, arguments_: [...vitest, files], environment: { LIAISON_RUNS: String(runs) }, figure };
}

async function output(proof: Proof): Promise<{ readonly code: number; readonly text: string }> {
  const child = spawn(process.execPath, proof.arguments_, { cwd: projectFolder, env: { ...process.env, ...proof.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (text += chunk.toString('utf8')));
  return new Promise((resolve) => {
    child.on('error', () => resolve({ code: 1, text }));
    child.on('exit', (code) => resolve({ code: code ?? 1, text }));
  });
}

async function show(proof: Proof): Promise<Shown> {
  const begun = performance.now();
  const { code, text } = await output(proof);
  const lines = stripVTControlCharacters(text).split('\n').map((line) => line.trim());
  const figures = lines.filter((line) => proof.figure.test(line));
  // A run without a figure has shown nothing.
  const passed = code === 0 && figures.length > 0;
  if (!passed) console.log(lines.slice(-60).join('\n'));
  return { claim: proof.claim, passed, figures, seconds: Math.round((performance.now() - begun) / 1000) };
}

/** Runs the proofs one after the other, prints each as it comes, and the whole table at the end. Exit code 1 when one failed. */
export async function showAll(proofs: readonly Proof[]): Promise<number> {
  const shown: Shown[] = [];
  for (const proof of proofs) {
    console.log(`\n${proof.claim}`);
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    const one = await show(proof);
    shown.push(one);
    for (const figure of one.figures) console.log(`  ${figure}`);
    console.log(`  ${one.passed ? 'holds' : 'FAILED'}, ${String(one.seconds)} s`);
  }
  console.log('\nTogether');
  for (const { claim, passed, seconds } of shown) console.log(`  ${passed ? 'holds ' : 'FAILED'}  ${claim} (${String(seconds)} s)`);
  const failed = shown.filter(({ passed }) => !passed).length;
  console.log(`${String(shown.length - failed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}
