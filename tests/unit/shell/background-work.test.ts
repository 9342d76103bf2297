import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import { renewWithoutWindow, type BackgroundWork } from '../../../electron/shell/background-work.ts';
import { ManualClock, MemoryLinks, START, storedLink } from '../links/fakes.ts';

let clock: ManualClock;
let links: MemoryLinks;
let log: string[];
let isOpen: boolean;

beforeEach(() => {
  clock = new ManualClock();
  links = new MemoryLinks();
  log = [];
  isOpen = false;
});

/** A start at login whose renewals come to nothing; only its beginning and its end are looked at. */
async function run(mode: 'real' | 'practice' = 'real'): Promise<void> {
  const desk = { keepAlive: { poke: () => undefined }, obstacle: () => null, breaker: new Breaker() };
  const program = { workplace: () => ({ desk, links, mode }), keepAlive: () => void log.push('keep alive') };
  const work = {
    program, calm: createCalm(clock), clock, preferences: { get: () => null, set: () => undefined }, Notification: { isSupported: () => false },
    log: { write: (event: string) => void log.push(event) }, open: () => undefined, isOpen: () => isOpen, quit: () => void log.push('quit'),
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
    expect(log).toEqual(['background.begun', 'keep alive', 'background.ended', 'quit']);
  });
});
