// Measures the rows of the Performance table. Options: `--only row[,row]`, `--quick`, `--check`, `--stable`, `--sizes 10,1000`, `--journeys n`, `--out folder`,
// `--plot file`, `--table` (as Markdown), `--from folder` (judges and draws what an earlier run wrote there; measures nothing).
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { knownOpen } from './known-open.ts';
import { plot } from './plot.ts';
import { check, rowLines, table } from './report.ts';
import type { Effort, Row, RowResult } from './result.ts';
import { confirm } from './rows/confirm.ts';
import { list } from './rows/list.ts';
import { memory } from './rows/memory.ts';
import { open } from './rows/open.ts';
import { paint } from './rows/paint.ts';
import { renew } from './rows/renew.ts';
import { save } from './rows/save.ts';
import { script } from './rows/script.ts';
import { size } from './rows/size.ts';
import { startRow } from './rows/start.ts';

const rows: readonly Row[] = [size, script, save, open, startRow, paint, list, confirm, renew, memory];
const FULL: Effort = { rounds: 120, starts: 6, journeys: 100, sizes: [10, 1000, 10_000, 100_000], seconds: 4 };
const QUICK: Effort = { rounds: 40, starts: 4, journeys: 10, sizes: [10, 1000, 10_000], seconds: 2 };
const STABLE: Effort = { ...QUICK, sizes: [1000] };

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' }, check: { type: 'boolean' }, stable: { type: 'boolean' }, sizes: { type: 'string' }, journeys: { type: 'string' }, out: { type: 'string' }, plot: { type: 'string' }, table: { type: 'boolean' }, from: { type: 'string' } } });

function wanted(): readonly Row[] {
  const names = values.only?.split(',');
  const unknown = names?.filter((name) => !rows.some((row) => row.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}; there are ${rows.map(({ name }) => name).join(', ')}.`);
  return rows.filter(({ name, isStable }) => (names?.includes(name) ?? true) && (isStable || values.stable !== true));
}

async function measured(row: Row, effort: Effort, out: string): Promise<RowResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'liaison-bench-'));
  const begun = performance.now();
  try {
    const result = await row.measure(effort, folder);
    mkdirSync(out, { recursive: true });
    writeFileSync(path.join(out, `${row.name}.json`), `${JSON.stringify(result, null, 1)}\n`);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    console.log(`\n${row.name} took ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
}

function written(row: Row, folder: string): readonly RowResult[] {
  const file = path.join(folder, `${row.name}.json`);
  return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as RowResult] : [];
}

const out = values.out ?? path.join(import.meta.dirname, '..', 'results', 'bench');
const usual = values.stable === true ? STABLE : values.quick === true ? QUICK : FULL;
const effort: Effort = { ...usual, ...(values.sizes !== undefined && { sizes: values.sizes.split(',').map(Number) }), ...(values.journeys !== undefined && { journeys: Number(values.journeys) }) };
const results: RowResult[] = [];
// Few rounds leave out the largest book, and with it goals.
const isWhole = values.only === undefined && values.quick !== true && values.stable !== true && values.sizes === undefined;
for (const row of wanted()) {
  const found = values.from === undefined ? [await measured(row, effort, out)] : written(row, values.from);
  for (const result of found) console.log(rowLines(result, knownOpen).join('\n'));
  results.push(...found);
}
if (values.table === true) console.log(`\n${table(results, knownOpen)}`);
if (values.plot !== undefined) writeFileSync(values.plot, plot(results));
const { held, failed, open: stillOpen } = check(results, knownOpen, isWhole);
console.log(`\nGoals: ${String(held)} hold, ${String(stillOpen.length)} known to be open, ${String(failed.length)} failed`);
for (const line of stillOpen) console.log(`  open: ${line}`);
for (const line of failed) console.log(`  FAILED: ${line}`);
process.exit(values.check === true && failed.length > 0 ? 1 : 0);
