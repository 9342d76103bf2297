import type { Clock } from '../oauth/ports.ts';

/** Longest delay `setTimeout` keeps; above it fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

function after(milliseconds: number, action: () => void): () => void {
  const step = Math.min(milliseconds, LONGEST_TIMER);
  let cancel = (): void => clearTimeout(timer);
  const timer = setTimeout(() => {
    if (step === milliseconds) action();
    else cancel = after(milliseconds - step, action);
  }, step);
  return () => cancel();
}

/** The clock of this laptop. */
export const systemClock: Clock = { now: () => Date.now(), after };
