import type { Clock } from '../oauth/ports.ts';
import { CALM_AFTER_WAKE, LEAST_SPACING, LONGEST_FALLING_ASLEEP, MOST_AT_ONCE } from './policy.ts';

/** When something may be sent at all: not while the laptop goes to sleep or the program ends, and not before the network is stable. */
export interface Calm {
  /** The laptop goes to sleep: nothing new starts until `awake`. What is under way may end. */
  suspend(): void;
  /** The laptop woke, or the clock jumped as if it had: the network counts as stable 20 s later. */
  awake(): void;
  /** The program ends: nothing new starts any more. */
  end(): void;
  isEnding(): boolean;
  /** The laptop began to go to sleep so long ago that it must have slept and woken, though nobody told. */
  isOverdue(): boolean;
  /** Milliseconds until something may start; null: not before `awake`, or never. 0: now. */
  remaining(): number | null;
}

/** A laptop that is awake since long. */
export function createCalm(clock: Pick<Clock, 'now'>): Calm {
  let state: 'awake' | 'suspending' | 'ending' = 'awake';
  let wokeAt = Number.NEGATIVE_INFINITY;
  let suspendedAt = Number.NEGATIVE_INFINITY;
  return {
    suspend: () => {
      if (state !== 'ending') state = 'suspending';
      suspendedAt = clock.now();
    },
    awake: () => {
      if (state === 'suspending') state = 'awake';
      wokeAt = clock.now();
    },
    end: () => void (state = 'ending'),
    isEnding: () => state === 'ending',
    isOverdue: () => state === 'suspending' && Math.abs(clock.now() - suspendedAt) >= LONGEST_FALLING_ASLEEP,
    remaining: () => {
      if (state !== 'awake') return null;
      // A clock that was set back is no reason to wait longer than once more.
      wokeAt = Math.min(wokeAt, clock.now());
      return Math.max(0, CALM_AFTER_WAKE - (clock.now() - wokeAt));
    },
  };
}

/** Lets few presentations through at a time, and none too soon after another. */
export interface Turnstile {
  /** Resolves when it is this caller's turn; `leave` must follow. */
  enter(): Promise<void>;
  leave(): void;
  /** The program ends: whoever waits is let through at once, only to be told so. */
  open(): void;
}

/** At most four at once and two per second (architecture.md, refresh policy). */
export function createTurnstile(clock: Clock): Turnstile {
  const waiting: (() => void)[] = [];
  let inside = 0;
  let isShut = false;
  let isOpen = false;
  const admit = (): void => {
    if (isShut || inside >= MOST_AT_ONCE) return;
    const next = waiting.shift();
    if (!next) return;
    inside += 1;
    isShut = true;
    clock.after(LEAST_SPACING, () => {
      isShut = false;
      admit();
    });
    next();
  };
  return {
    enter: async () =>
      new Promise((resolve) => {
        if (isOpen) return resolve();
        waiting.push(resolve);
        return admit();
      }),
    leave: () => {
      inside -= 1;
      admit();
    },
    open: () => {
      isOpen = true;
      for (const next of waiting.splice(0)) next();
    },
  };
}
