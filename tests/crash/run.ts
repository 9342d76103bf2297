// Runs one harness: `run.ts NAME --runs N --seed S`. Prints one line for each thing it proves; exit code 1 on any violation.
import { parseArgs } from 'node:util';
import { harnesses } from './harnesses.ts';
import { runsOr, seedOrUsual, tell } from './report.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const harness = harnesses[positionals[0] ?? ''];
if (!harness) {
  console.error(`Use one of: ${Object.keys(harnesses).join(', ')}`);
  process.exitCode = 1;
} else {
  const outcomes = await harness(Number(values.runs ?? runsOr(1000)), Number(values.seed ?? seedOrUsual()));
  process.exitCode = outcomes.map((outcome) => tell(outcome)).every(Boolean) ? 0 : 1;
}
