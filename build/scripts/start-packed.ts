import { cpSync } from 'node:fs';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { findElectron } from './electron.ts';
import type { Finding } from './package-findings.ts';
import { packedFolder } from './packed-folder.ts';
import { runE2e } from './suites.ts';

const WHAT = 'the packed program passes the end-to-end tests';

/**
 * Starts a copy of the packed program with the end-to-end tests. The tests drive it through Node's inspector, so on the copy that one fuse is on.
 * Without a real distribution of Electron there is nothing to start, which is said and is no fault.
 */
export async function startPacked(work: string): Promise<Finding> {
  const { platform, arch } = process;
  const canRun = (platform === 'win32' || platform === 'darwin') && (arch === 'x64' || arch === 'arm64');
  if (!canRun || findElectron() === undefined) return { what: WHAT, found: 'not tried: it needs Windows or macOS and Electron’s own binary', passed: true };
  const { program } = packedFolder(work, { system: platform, arch });
  const folder = platform === 'darwin' ? program : path.dirname(program);
  const copy = path.join(work, 'driven', path.basename(folder));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  const executable = platform === 'darwin' ? path.join(copy, 'Contents', 'MacOS', 'Liaison') : path.join(copy, path.basename(program));
  await flipFuses(executable, { version: FuseVersion.V1, resetAdHocDarwinSignature: platform === 'darwin', [FuseV1Options.EnableNodeCliInspectArguments]: true });
  process.env['LIAISON_PACKAGED'] = executable;
  const { passed, failed } = await runE2e(['--project=e2e']);
  return { what: WHAT, found: `${String(passed)} passed, ${String(failed)} failed`, passed: failed === 0 && passed > 0 };
}
