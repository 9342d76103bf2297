import { chromiumSentence, ensureChromium } from './chromium.ts';
import { ensureElectron } from './electron.ts';
import { inProject } from './project.ts';
import type { Totals } from './results.ts';
import { runShown } from './suites.ts';

/** Measures what is built, in the runtime this machine has. Answers the exit code. */
export async function bench(arguments_: readonly string[]): Promise<number> {
  const runtime = await ensureElectron();
  if (runtime.kind === 'standIn') console.log(runtime.sentence);
  const chromium = await ensureChromium();
  if (chromium === undefined) {
    console.error(chromiumSentence());
    return 1;
  }
  return runShown([inProject('tests', 'bench', 'run.ts'), ...arguments_], { LIAISON_CHROMIUM: chromium }, runtime.kind === 'electron');
}

/** Sizes and counts against their goals, as one test: nothing of it depends on how fast or busy the machine is. */
export async function benchStable(): Promise<Totals> {
  const code = await bench(['--stable', '--check']);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
