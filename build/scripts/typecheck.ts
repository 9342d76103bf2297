// Checks the types of every part with its own settings and prints how many files were read.
import { spawnSync } from 'node:child_process';
import { inProject, projectFolder } from './project.ts';

const projects = ['tsconfig.json', 'electron/tsconfig.json', 'renderer/tsconfig.json', 'tests/tsconfig.json'] as const;

interface Verdict {
  readonly files: number;
  readonly findings: number;
}

function check(project: string): Verdict {
  const compiler = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(process.execPath, [compiler, '--noEmit', '--listFiles', '--pretty', 'false', '-p', inProject(project)], { cwd: projectFolder, encoding: 'utf8', maxBuffer: 64_000_000 });
  const lines = `${result.stdout}${result.stderr}`.split(/\r?\n/u);
  const isFile = (line: string): boolean => /\.[cm]?tsx?$/u.test(line) && !line.includes(': error ');
  const others = lines.filter((line) => line !== '' && !isFile(line));
  if (result.status !== 0) console.error(others.join('\n'));
  const findings = others.filter((line) => line.includes('error TS')).length;
  return { files: lines.filter((line) => isFile(line) && !line.includes('node_modules')).length, findings: result.status === 0 ? 0 : Math.max(1, findings) };
}

const verdicts = projects.map((project) => check(project));
const files = verdicts.reduce((sum, verdict) => sum + verdict.files, 0);
const findings = verdicts.reduce((sum, verdict) => sum + verdict.findings, 0);
console.log(`Types: ${String(files)} files in ${String(projects.length)} projects, ${String(findings)} findings`);
process.exitCode = findings === 0 ? 0 : 1;
