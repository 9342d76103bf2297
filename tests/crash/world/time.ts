import type { Clock } from '../../../electron/oauth/ports.ts';
import { Heap } from './heap.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly action: () => void;
  isOver: boolean;
}

/** Lets every promise that can settle without a timer settle. */
export async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The clock of one simulated process; its timers end with it. */
export interface ProcessClock extends Clock {
  kill(): void;
}

/**
 * Simulated time. `now` is the true time; a laptop's clock shows it with an error that can be set. Timers run on the time the laptop was
 * awake, as real ones do: they know nothing of sleep or of a clock that was set.
 */
export class Time {
  now: number;
  /** What the laptop's clock shows is wrong by this much, in milliseconds. */
  error = 0;
  #awake = 0;
  #order = 0;
  readonly #timers = new Heap<Timer>((one, other) => one.at < other.at || (one.at === other.at && one.order < other.order));

  constructor(start: number) {
    this.now = start;
  }

  /** What the laptop's clock shows. */
  shown(): number {
    return this.now + this.error;
  }

  /** `survive` runs what a timer does; the process may die of it. */
  fork(survive: (action: () => void) => void): ProcessClock {
    let isAlive = true;
    return {
      now: () => this.shown(),
      after: (milliseconds, action) => this.after(milliseconds, () => isAlive && survive(action)),
      kill: () => void (isAlive = false),
    };
  }

  /** A timer of the world outside, for example of a server. */
  after(milliseconds: number, action: () => void): () => void {
    this.#order += 1;
    const timer: Timer = { at: this.#awake + milliseconds, order: this.#order, action, isOver: false };
    this.#timers.push(timer);
    return () => void (timer.isOver = true);
  }

  /** The laptop sleeps, or is off: time passes and no timer runs. */
  sleep(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** The laptop is awake for so long; stops early when `isOver` says so. */
  async run(milliseconds: number, isOver: () => boolean = () => false): Promise<void> {
    const end = this.#awake + milliseconds;
    await turn();
    while (!isOver()) {
      const timer = this.#timers.peek();
      if (!timer || timer.at > end) break;
      this.#timers.pop();
      if (timer.isOver) continue;
      this.#moveTo(timer.at);
      timer.action();
      await turn();
    }
    if (!isOver()) this.#moveTo(end);
  }

  #moveTo(awake: number): void {
    if (awake <= this.#awake) return;
    this.now += awake - this.#awake;
    this.#awake = awake;
  }
}
