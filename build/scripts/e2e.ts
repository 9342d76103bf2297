// Builds what is old and runs the end-to-end tests; further arguments go to Playwright.
import { build, isBuildOld } from './build.ts';
import { runE2e } from './suites.ts';

const built = isBuildOld() ? await build() : 0;
const totals = built === 0 ? await runE2e(process.argv.slice(2)) : { passed: 0, failed: 1 };
console.log(`${String(totals.passed)} passed, ${String(totals.failed)} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
