// The README's test command: types, lint, build, unit and integration tests, sizes and counts, end-to-end tests. Last line: `N passed, N failed`.
import { parseArgs } from 'node:util';
import { benchStable } from './benchmark.ts';
import { build, bundleSizes } from './build.ts';
import { inProject, runAll, runNode } from './project.ts';
import { sum, type Totals } from './results.ts';
import { runE2e, runUnit } from './suites.ts';

type Part = 'unit' | 'e2e';

function isPart(value: string): value is Part {
  return value === 'unit' || value === 'e2e';
}

function wantedParts(): readonly Part[] | undefined {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return ['unit', 'e2e'];
  return isPart(values.only) ? [values.only] : undefined;
}

async function prepare(parts: readonly Part[]): Promise<number> {
  const script = (name: string) => async (): Promise<number> => runNode(inProject('build', 'scripts', name));
  const checks = parts.length === 2 ? [script('typecheck.ts'), script('lint.ts')] : [];
  return runAll([...checks, ...(parts.includes('e2e') ? [build] : [])]);
}

async function runParts(parts: readonly Part[]): Promise<Totals> {
  const unit = parts.includes('unit') ? [await runUnit()] : [];
  const e2e = parts.includes('e2e') ? [await benchStable(), await runE2e()] : [];
  return sum([...unit, ...e2e]);
}

async function test(): Promise<Totals> {
  const parts = wantedParts();
  if (parts === undefined) {
    console.error('Use --only unit or --only e2e.');
    return { passed: 0, failed: 1 };
  }
  if ((await prepare(parts)) !== 0) return { passed: 0, failed: 1 };
  if (parts.includes('e2e')) console.log(bundleSizes().join('\n'));
  return runParts(parts);
}

const totals = await test();
console.log(`${String(totals.passed)} passed, ${String(totals.failed)} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
