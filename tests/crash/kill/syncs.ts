import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Rotation } from '../../../electron/practice/authority.ts';
import type { Outcome } from '../report.ts';
import { bundleChild } from './bundle.ts';
import { Killer } from './killer.ts';
import { Lane } from './lane.ts';

const NAME = 'SIGKILL inside the calls that sync a file';

/** Whether this machine can kill a process inside a system call. */
export function canInject(): boolean {
  return spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'trace=fsync', '-e', 'inject=fsync:signal=KILL:when=1', 'true'], { stdio: 'ignore' }).status === 0;
}

async function runLane(program: string, rotation: Rotation, kills: number, seed: number): Promise<Killer> {
  const lane = await Lane.open(program, rotation);
  const killer = new Killer(lane, seed);
  try {
    await killer.runSyncs(kills);
  } finally {
    await lane.close();
  }
  return killer;
}

/** Real processes killed by the system inside SQLite's own calls to sync the database, its log and the folder. */
export async function killsInSyncs(kills: number, seed: number): Promise<Outcome> {
  if (!canInject()) return { name: NAME, runs: 0, unit: 'kills', seed, violations: [], notes: ['skipped: strace is missing here or may not trace'] };
  const program = await bundleChild(path.join(import.meta.dirname, 'child.ts'));
  const rotations: readonly Rotation[] = ['strict', 'grace', 'neverRevokes'];
  const killers = await Promise.all(rotations.map(async (rotation, index) => runLane(program, rotation, Math.ceil(kills / rotations.length), seed + index)));
  rmSync(path.dirname(program), { recursive: true, force: true });
  const total = killers.reduce((sum, killer) => sum + killer.kills, 0);
  return { name: NAME, runs: total, unit: 'kills', seed, violations: killers.flatMap(({ violations }) => violations), notes: killers.map((killer) => killer.summary()) };
}
