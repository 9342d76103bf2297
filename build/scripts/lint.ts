// Lints everything, with types; further arguments (paths, --fix) are passed on.
import { inProject, runNode } from './project.ts';

const places = ['electron', 'renderer', 'tests', 'build/scripts', 'vite.config.ts'] as const;
const further = process.argv.slice(2);
const paths = further.some((argument) => !argument.startsWith('-')) ? [] : places;
const rules = ['-c', inProject('.oxlintrc.json'), '--type-aware', '--deny-warnings'];
process.exitCode = await runNode(inProject('node_modules', 'oxlint', 'bin', 'oxlint'), [...rules, ...further, ...paths]);
