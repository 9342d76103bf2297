import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCalm, type Calm } from '../../../electron/links/calm.ts';
import { watchPower, watchSessionEnd, type PowerParts } from '../../../electron/shell/power.ts';
import { ManualClock } from '../links/fakes.ts';

let powerMonitor: EventEmitter;
let calm: Calm;
let clock: ManualClock;
const quit = vi.fn<() => void>();
const retryStorage = vi.fn<() => Promise<void>>(async () => undefined);
const poke = vi.fn<() => void>();
const interrupted = vi.fn<() => void>();

beforeEach(() => {
  for (const mock of [quit, retryStorage, poke, interrupted]) mock.mockClear();
  powerMonitor = new EventEmitter();
  clock = new ManualClock();
  calm = createCalm(clock);
  const program = { workplace: () => ({ desk: { signIn: { interrupted }, poke } }), retryStorage };
  watchPower({ app: { quit }, powerMonitor, calm, program, log: { write: () => undefined } } as unknown as PowerParts);
});

describe('the system', () => {
  it('that goes to sleep stops everything new and interrupts a sign-in', () => {
    powerMonitor.emit('suspend');
    expect([calm.remaining(), interrupted.mock.calls.length]).toEqual([null, 1]);
  });

  it('that woke gets 20 seconds, and everything is looked at again', () => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    expect([calm.remaining(), poke.mock.calls.length, retryStorage.mock.calls.length]).toEqual([20_000, 1, 1]);
  });

  it('that was unlocked is asked for the key store again', () => {
    powerMonitor.emit('unlock-screen');
    expect(retryStorage).toHaveBeenCalledOnce();
  });

  it('that shuts down ends the program and lets nothing new begin', () => {
    const preventDefault = vi.fn<() => void>();
    powerMonitor.emit('shutdown', { preventDefault });
    expect([calm.isEnding(), quit.mock.calls.length]).toEqual([true, 1]);
    // Without it the system does not wait for what is under way.
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('that ends the session on Windows ends the program and lets nothing new begin', () => {
    const window = new EventEmitter();
    watchSessionEnd(window as unknown as Parameters<typeof watchSessionEnd>[0], calm, { quit });
    window.emit('session-end');
    expect([calm.isEnding(), quit.mock.calls.length]).toEqual([true, 1]);
  });
});
