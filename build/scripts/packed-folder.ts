import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, runNode } from './project.ts';
import type { Target } from './placeholder-electron.ts';

/** A packed folder: where its parts are. */
export interface PackedFolder {
  readonly target: Target;
  /** The program as @electron/fuses wants it: the .exe, or the .app. */
  readonly program: string;
  /** Where app.asar lies. */
  readonly resources: string;
}

const NAME = 'Liaison';

/** The same two words that electron-builder gives to the folders it packs. */
export function packedFolder(output: string, target: Target): PackedFolder {
  const suffix = target.arch === 'arm64' ? '-arm64' : '';
  if (target.system === 'darwin') {
    const program = path.join(output, `mac${suffix}`, `${NAME}.app`);
    return { target, program, resources: path.join(program, 'Contents', 'Resources') };
  }
  const folder = path.join(output, `win${suffix}-unpacked`);
  return { target, program: path.join(folder, `${NAME}.exe`), resources: path.join(folder, 'resources') };
}

/** Runs electron-builder's own command with the project's configuration and these further settings; its words go to `log`. Answers the exit code. */
export async function runBuilder(arguments_: readonly string[], log: string, environment: Readonly<Record<string, string>> = {}): Promise<number> {
  mkdirSync(path.dirname(log), { recursive: true });
  const words = openSync(log, 'w');
  try {
    // Nothing is signed here, whatever keys this machine has.
    const settings = { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...environment };
    return await runNode(inProject('node_modules', 'electron-builder', 'cli.js'), [...arguments_, '--publish', 'never'], { stdio: ['ignore', words, words], environment: settings });
  } finally {
    closeSync(words);
  }
}

/** Packs for one target into `output` with the distribution of Electron in `distribution`. Throws with electron-builder's last words when it fails. */
export async function pack(target: Target, distribution: string, output: string): Promise<PackedFolder> {
  const log = path.join(output, `${target.system}-${target.arch}.log`);
  const system = target.system === 'darwin' ? '--mac' : '--win';
  const unsigned = target.system === 'darwin' ? ['-c.mac.identity=null', '-c.mac.notarize=false'] : [];
  const code = await runBuilder([system, 'dir', `--${target.arch}`, `-c.electronDist=${distribution}`, `-c.directories.output=${output}`, ...unsigned], log);
  if (code !== 0) throw new Error(`electron-builder failed for ${target.system} ${target.arch}:\n${readFileSync(log, 'utf8').split('\n').slice(-15).join('\n')}`);
  return packedFolder(output, target);
}
