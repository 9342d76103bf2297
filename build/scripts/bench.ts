// Builds what is old and measures the Performance table; the arguments go to tests/bench/run.ts, which lists them.
import { build, isBuildOld } from './build.ts';
import { bench } from './benchmark.ts';

const built = isBuildOld() ? await build() : 0;
process.exitCode = built === 0 ? await bench(process.argv.slice(2)) : 1;
