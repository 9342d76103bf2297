import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Runs one of the workers beside this file in a process of its own, with `gc` there, and answers what it wrote last, as JSON. */
export function runWorker(name: string, ...arguments_: readonly string[]): unknown {
  const output = execFileSync(process.execPath, ['--expose-gc', '--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, `${name}.ts`), ...arguments_], { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** Megabytes (2^20 bytes) this process holds after everything that can be given back was. */
export function heldMegabytes(): { readonly resident: number; readonly heap: number } {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / 2 ** 20, heap: (heapUsed + external) / 2 ** 20 };
}
