import { existsSync, rmSync } from 'node:fs';
import { chromiumSentence, ensureChromium } from './chromium.ts';
import { ensureElectron } from './electron.ts';
import { ensurePoppler } from './poppler.ts';
import { inProject, run, runNode } from './project.ts';
import { e2eTotals, unitTotals, type Totals } from './results.ts';
import { loadLauncher } from './stand-in.ts';
import { ownTemporaryFolder } from './temporary.ts';

const unitReport = inProject('tests', 'results', 'unit.json');
const e2eReport = inProject('tests', 'results', 'e2e.json');
const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');

/** Runs the unit and integration tests. */
export async function runUnit(further: readonly string[] = []): Promise<Totals> {
  rmSync(unitReport, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const code = await runNode(inProject('node_modules', 'vitest', 'vitest.mjs'), ['run', '--config', inProject('tests', 'vitest.config.ts'), ...reporters, ...further]);
  return unitTotals(unitReport, code);
}

/** Runs a script that starts windows. Electron without a display gets an invisible one; the stand-in needs none. */
export async function runShown(script: readonly string[], environment: Readonly<Record<string, string | undefined>>, needsDisplay: boolean): Promise<number> {
  const invisible = needsDisplay && process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'] && existsSync('/usr/bin/xvfb-run');
  const command = [process.execPath, ...script];
  const [program = process.execPath, ...rest] = invisible ? ['/usr/bin/xvfb-run', '-a', ...command] : command;
  return run(program, rest, { environment });
}

/** Runs Playwright with the given arguments in the runtime this machine has, and says which. Undefined: something must be installed first, and that was said. */
export async function runInWindow(arguments_: readonly string[]): Promise<number | undefined> {
  const runtime = await ensureElectron();
  if (runtime.kind === 'standIn') console.log(runtime.sentence);
  const chromium = await ensureChromium();
  if (chromium === undefined) {
    console.error(chromiumSentence());
    return undefined;
  }
  await ensurePoppler();
  const environment = { LIAISON_CHROMIUM: chromium };
  Object.assign(process.env, environment);
  const launcher = await loadLauncher();
  console.log(`Runtime: ${launcher.runtimeName()}`);
  // A browser puts a socket there, and the path of one may have 104 characters on a Mac, whose folder for temporary files has fifty by itself.
  const remove = process.platform === 'darwin' ? (): void => undefined : ownTemporaryFolder();
  return runShown([playwright, 'test', ...arguments_], environment, runtime.kind === 'electron').finally(remove);
}

/** Runs the end-to-end tests and the self-test of the runtime. */
export async function runE2e(further: readonly string[] = []): Promise<Totals> {
  rmSync(e2eReport, { force: true });
  const code = await runInWindow(['-c', inProject('tests', 'playwright.config.ts'), ...further]);
  return code === undefined ? { passed: 0, failed: 1 } : e2eTotals(e2eReport, code);
}
