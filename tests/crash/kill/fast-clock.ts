import type { Clock } from '../../../electron/oauth/ports.ts';

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

/** What the clock needs: whether something is under way for which time must not jump, and somebody who learns of every jump first. */
export interface FastClockParts {
  isBusy(): boolean;
  jump(to: number): Promise<void>;
}

/** A clock that jumps to the next timer whenever nothing is under way: fifteen minutes pass in milliseconds, in every process alike. */
export class FastClock implements Clock {
  #now: number;
  #timers: readonly Timer[] = [];
  #isPumping = false;
  #isPaused = false;
  readonly #parts: FastClockParts;

  constructor(start: number, parts: FastClockParts) {
    this.#now = start;
    this.#parts = parts;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, action: () => void): () => void {
    const timer: Timer = { at: this.#now + milliseconds, action };
    this.#timers = [...this.#timers, timer];
    void this.#pump();
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Time stands still: nothing is to be waited for. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    while (!this.#isPaused && this.#timers.length > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
      if (!this.#parts.isBusy()) await this.#step();
    }
    this.#isPumping = false;
  }

  async #step(): Promise<void> {
    const next = this.#timers.toSorted((one, other) => one.at - other.at)[0];
    if (!next || this.#isPaused) return;
    if (next.at > this.#now) await this.#parts.jump(next.at);
    this.#now = Math.max(this.#now, next.at);
    if (!this.#timers.includes(next)) return;
    this.#timers = this.#timers.filter((other) => other !== next);
    next.action();
  }
}
