import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Rotation } from '../../../electron/practice/authority.ts';
import type { Outcome } from '../report.ts';
import { bundleChild } from './bundle.ts';
import { Killer } from './killer.ts';
import { Lane } from './lane.ts';

async function runLane(program: string, rotation: Rotation, kills: number, seed: number): Promise<Killer> {
  const lane = await Lane.open(program, rotation);
  const killer = new Killer(lane, seed);
  try {
    await killer.run(kills);
  } finally {
    await lane.close();
  }
  return killer;
}

/** Real processes, killed at every boundary of link and refresh and at random moments, at a server of each kind. */
export async function realKills(kills: number, seed: number): Promise<Outcome> {
  const rotations: readonly Rotation[] = ['strict', 'grace', 'neverRevokes'];
  const program = await bundleChild(path.join(import.meta.dirname, 'child.ts'));
  const killers = await Promise.all(rotations.map(async (rotation, index) => runLane(program, rotation, Math.ceil(kills / rotations.length), seed + index)));
  const total = killers.reduce((sum, killer) => sum + killer.kills, 0);
  rmSync(path.dirname(program), { recursive: true, force: true });
  const notes = killers.map((killer) => killer.summary());
  return { name: 'Real SIGKILL at every step of link and refresh', runs: total, unit: 'kills', seed, violations: killers.flatMap(({ violations }) => violations), notes };
}
