import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../electron/shell/clock.ts';
import { systemRandom } from '../../../electron/shell/random.ts';

describe('the clock', () => {
  afterEach(() => vi.useRealTimers());

  it('runs an action once, and not when cancelled', () => {
    vi.useFakeTimers();
    const action = vi.fn<() => void>();
    systemClock.after(1000, action);
    systemClock.after(1000, action)();
    vi.advanceTimersByTime(5000);
    expect(action).toHaveBeenCalledOnce();
  });

  it('waits longer than one system timer can, and can be cancelled in the middle of that', () => {
    vi.useFakeTimers();
    const [action, cancelled] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const thirtyDays = 30 * 24 * 3_600_000;
    systemClock.after(thirtyDays, action);
    const cancel = systemClock.after(thirtyDays, cancelled);
    vi.advanceTimersByTime(thirtyDays - 1);
    expect(action).not.toHaveBeenCalled();
    cancel();
    vi.advanceTimersByTime(1);
    expect(action).toHaveBeenCalledOnce();
    expect(cancelled).not.toHaveBeenCalled();
  });
});

describe('random bytes', () => {
  it('come in the number asked for and never twice', () => {
    expect(systemRandom.bytes(32)).toHaveLength(32);
    expect(systemRandom.bytes(32)).not.toEqual(systemRandom.bytes(32));
  });
});
