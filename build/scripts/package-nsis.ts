// Compiles the script of the Windows installer alone; `npm run package:check` does so among other things.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, isBuildOld } from './build.ts';
import { compileInstaller } from './nsis.ts';
import { inProject } from './project.ts';

const work = inProject('release', 'nsis');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
if (isBuildOld()) await build();
const { version } = JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')) as { readonly version: string };
const { found, passed } = await compileInstaller(work, version);
console.log(found);
process.exitCode = passed ? 0 : 1;
