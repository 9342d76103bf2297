/** How long `action` took, in milliseconds. */
export function timed(action: () => void): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

/** Several series measured in turns: one value of each in every round, so that what the machine does besides hits all alike. */
export interface Contestant {
  readonly name: string;
  /** One value; what it counts is up to the caller. */
  measure(): number | Promise<number>;
}

/** The values of each contestant by its name. The order changes from round to round: nobody always follows the same one. */
export async function interleaved(rounds: number, contestants: readonly Contestant[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contestants.length;
    for (const { name, measure } of [...contestants.slice(first), ...contestants.slice(0, first)]) found.get(name)?.push(await measure());
  }
  return found;
}

/** The series of one name. */
export function series(found: ReadonlyMap<string, readonly number[]>, name: string): readonly number[] {
  const values = found.get(name);
  if (!values) throw new Error(`Nothing was measured for ${name}.`);
  return values;
}
