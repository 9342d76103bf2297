import type { Clock } from '../../oauth/ports.ts';

/** What `action` comes to, or `late` when it takes longer than `milliseconds` or throws: a check never waits without end. */
export async function withLimit<Value>(clock: Clock, milliseconds: number, late: Value, action: () => Promise<Value>): Promise<Value> {
  let cancel = (): void => undefined;
  const over = new Promise<Value>((resolve) => {
    cancel = clock.after(milliseconds, () => resolve(late));
  });
  const done = action().catch(() => late);
  const value = await Promise.race([done, over]);
  cancel();
  return value;
}
