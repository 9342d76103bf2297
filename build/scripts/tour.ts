// Plays the main job by itself and writes a picture of every screen and state into tour/.
import { build, isBuildOld } from './build.ts';
import { inProject } from './project.ts';
import { runInWindow } from './suites.ts';

const built = isBuildOld() ? await build() : 0;
const code = built === 0 ? await runInWindow(['-c', inProject('tests', 'tour', 'playwright.config.ts'), ...process.argv.slice(2)]) : built;
if (code === 0) console.log(`The pictures are in ${inProject('tour')}`);
process.exitCode = code ?? 1;
