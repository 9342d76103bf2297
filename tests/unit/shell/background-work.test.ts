import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import { renewWithoutWindow, type BackgroundWork } from '../../../electron/shell/background-work.ts';
import { DAY, ManualClock, MemoryLinks, START, storedLink } from '../links/fakes.ts';

let clock: ManualClock;
let links: MemoryLinks;
let log: string[];
let isOpen: boolean;
let times: number[];
let Notification: unknown;

function note(event: string): void {
  log.push(event);
  times.push(clock.now());
}

/** A notification that is shown at once. */
class Shown extends EventEmitter {
  static readonly isSupported = (): boolean => true;
  show(): void {
    note('told');
    this.emit('show');
  }
}

beforeEach(() => {
  clock = new ManualClock();
  links = new MemoryLinks();
  log = [];
  isOpen = false;
  times = [];
  Notification = { isSupported: () => false };
});

/** A start at login whose renewals come to nothing; only its beginning and its end are looked at. */
async function run(mode: 'real' | 'practice' = 'real'): Promise<void> {
  const desk = { keepAlive: { poke: () => undefined }, obstacle: () => null, breaker: new Breaker() };
  const program = { workplace: () => ({ desk, links, mode }), keepAlive: () => note('keep alive') };
  const work = {
    program, calm: createCalm(clock), clock, preferences: { get: (name: string) => (name === 'language' ? 'en' : null), set: () => undefined }, Notification,
    log: { write: note }, open: () => undefined, isOpen: () => isOpen, quit: () => void log.push('quit'),
  };
  const ended = renewWithoutWindow(work as unknown as BackgroundWork);
  await clock.advance(11 * 60_000);
  return ended;
}

describe('a start at login', () => {
  it('ends by itself', async () => {
    await run();
    expect(log).toEqual(['background.begun', 'keep alive', 'background.ended', 'quit']);
  });

  it('stays when somebody opens the window meanwhile', async () => {
    storedLink(links, START, { nextAt: START });
    isOpen = true;
    await run();
    expect(log).toEqual(['background.begun', 'keep alive', 'background.ended']);
  });

  it.each(['counts', 'due', 'renewable'] as const)('ends too when the disk cannot be read (%s): a program nobody sees must not stay for ever', async (read) => {
    links[read] = () => {
      throw new Error('disk I/O error');
    };
    await run();
    expect(log).toEqual(['background.begun', 'keep alive', 'background.failed', 'background.ended', 'quit']);
  });

  it('stays for a minute when it told something, so that the system keeps it and a click is heard', async () => {
    storedLink(links, START - 80 * DAY, { nextAt: START });
    Notification = Shown;
    await run();
    const [told, ended] = ['told', 'background.ended'].map((event) => times[log.indexOf(event)] ?? 0);
    expect((ended ?? 0) - (told ?? 0)).toBe(60_000);
  });
});
