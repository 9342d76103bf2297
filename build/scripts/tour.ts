// Plays the main job by itself, then draws every state of every screen in three languages and in site mode, and writes the pictures into tour/ and tour/states/.
import { build, isBuildOld } from './build.ts';
import { inProject, runNode } from './project.ts';
import { runInWindow } from './suites.ts';

const built = isBuildOld() ? await build() : 0;
const played = built === 0 ? await runInWindow(['-c', inProject('tests', 'tour', 'playwright.config.ts'), ...process.argv.slice(2)]) : built;
const code = played === 0 ? await runNode(inProject('tests', 'renderer', 'look.ts'), [inProject('tour', 'states'), '', ',-site,-fr,-fr-site,-it']) : played;
if (code === 0) console.log(`The pictures are in ${inProject('tour')}`);
process.exitCode = code ?? 1;
