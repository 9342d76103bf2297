import { rmSync } from 'node:fs';
import path from 'node:path';
import { Dice } from '../dice.ts';
import type { Outcome } from '../report.ts';
import { bundleChild } from './bundle.ts';
import { Lane } from './lane.ts';

/** While one process renews, a second start is refused; then the first is killed, and the next gets in. */
async function round(lane: Lane, dice: Dice, violations: string[]): Promise<void> {
  const first = lane.pid;
  const before = lane.presentations.length;
  const second = lane.startSecond();
  const state = { isRefused: false };
  void second.then(() => (state.isRefused = true));
  let ending = await lane.do('refresh', null);
  while (!state.isRefused && ending.kind === 'settled' && ending.link?.condition === 'active') ending = await lane.do('refresh', null);
  const refused = await second;
  if (refused !== 'L-35') violations.push(`a second process got ${refused} while ${first} lived`);
  if (lane.presentations.slice(before).some(({ pid }) => pid !== first)) violations.push('two living processes presented tokens');
  const died = await lane.do('refresh', { afterMilliseconds: dice.next() * 30 });
  if (died.kind === 'broken') violations.push(died.why);
  // The plan's timer may come after the renewal; the process ends in any case.
  if (died.kind === 'settled') await lane.kill();
  const next = await lane.start(null);
  if (next.kind !== 'settled') violations.push(`the next process did not get in: ${JSON.stringify(next)}`);
  else if (next.link?.condition !== 'active') await lane.do('link', null);
}

/** Two real processes on one data folder, over and over, while renewals go on: no token may be presented by both. */
export async function twoProcesses(rounds: number, seed: number): Promise<Outcome> {
  const program = await bundleChild(path.join(import.meta.dirname, 'child.ts'));
  const lane = await Lane.open(program, 'strict');
  const violations: string[] = [];
  const dice = new Dice(seed);
  try {
    await lane.start(null);
    await lane.do('link', null);
    for (let count = 0; count < rounds && violations.length < 10; count += 1) await round(lane, dice, violations);
  } finally {
    await lane.close();
    rmSync(path.dirname(program), { recursive: true, force: true });
  }
  const processes = new Set(lane.presentations.map(({ pid }) => pid)).size;
  return { name: 'Two processes on one data folder', runs: rounds, unit: 'rounds', seed, violations, notes: [`${lane.presentations.length} presentations by ${processes} processes`, `${rounds - violations.length} times the second was refused`] };
}
