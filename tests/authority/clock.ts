import type { Clock } from '../../electron/oauth/ports.ts';

/** The machine's own clock; its timers do not keep a test alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until it is moved. Timers that come due run in the order of their time. */
export interface ManualClock extends Clock {
  /** Moves the time on by `milliseconds`. */
  advance(milliseconds: number): void;
  /** How many timers wait. */
  waiting(): number;
}

/** A manual clock that starts at `start` (milliseconds since 1970-01-01 UTC). */
export function createManualClock(start = Date.UTC(2027, 0, 15, 9)): ManualClock {
  let now = start;
  let timers: readonly { readonly at: number; readonly action: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, action) {
      const timer = { at: now + milliseconds, action };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = timers.filter((timer) => timer.at <= now).toSorted((one, other) => one.at - other.at);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.action();
    },
    waiting: () => timers.length,
  };
}
