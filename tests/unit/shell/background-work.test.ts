import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import { renewWithoutWindow, type BackgroundWork } from '../../../electron/shell/background-work.ts';
import { DAY, ManualClock, MemoryLinks, START, storedLink } from '../links/fakes.ts';

let clock: ManualClock;
let links: MemoryLinks;
let log: string[];
let isOpen: boolean;
/** The database cannot be looked after. */
let failing: boolean;
let times: number[];
let Notification: unknown;
let told: string[];
/** What stands in the way of storage now; `links` are there unless it says otherwise. */
let storage: { problem: Problem | null; links?: null };

function note(event: string): void {
  log.push(event);
  times.push(clock.now());
}

/** A notification that is shown at once. */
class Shown extends EventEmitter {
  static readonly isSupported = (): boolean => true;
  constructor({ title }: { readonly title: string }) {
    super();
    told.push(title);
  }
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
  told = [];
  failing = false;
  storage = { problem: null };
  Notification = { isSupported: () => false };
});

/** A start at login whose renewals come to nothing; only its beginning and its end are looked at. */
async function run(mode: 'real' | 'practice' = 'real', during: () => void = () => undefined): Promise<void> {
  const tend = async (): Promise<void> => (note('tended'), failing ? Promise.reject(new Error('disk I/O error')) : undefined);
  const desk = { keepAlive: { poke: () => undefined }, obstacle: () => null, breaker: new Breaker() };
  const opened = () => ({ mode, storageProblem: storage.problem, desk: storage.problem ? null : desk, links: storage.links === null ? null : links, tend });
  const program = { workplace: opened, keepAlive: () => note('keep alive') };
  const work = {
    program, calm: createCalm(clock), clock, preferences: { get: (name: string) => (name === 'language' ? 'en' : null), set: () => undefined }, Notification,
    log: { write: note }, open: () => undefined, isOpen: () => isOpen, quit: () => void log.push('quit'),
  };
  const ended = renewWithoutWindow(work as unknown as BackgroundWork);
  during();
  await clock.advance(17 * 60_000);
  return ended;
}

describe('a start at login', () => {
  it('ends by itself', async () => {
    await run();
    expect(log).toEqual(['background.begun', 'keep alive', 'tended', 'background.ended', 'quit']);
  });

  it('stays when somebody opens the window meanwhile', async () => {
    storedLink(links, START, { nextAt: START });
    isOpen = true;
    await run();
    expect(log).toEqual(['background.begun', 'keep alive', 'tended', 'background.ended']);
  });

  it('ends when the database cannot be looked after', async () => {
    failing = true;
    await run();
    expect(log).toEqual(['background.begun', 'keep alive', 'tended', 'storage.untended', 'background.ended', 'quit']);
  });
  it.each(['counts', 'due', 'renewable'] as const)('ends too when the disk cannot be read (%s): a program nobody sees must not stay for ever', async (read) => {
    links[read] = () => {
      throw new Error('disk I/O error');
    };
    await run();
    expect(log).toEqual(['background.begun', 'keep alive', 'background.failed', 'tended', 'background.ended', 'quit']);
  });

  it('stays for a minute when it told something, so that the system keeps it and a click is heard', async () => {
    storedLink(links, START - 80 * DAY, { nextAt: START });
    Notification = Shown;
    await run();
    const [shown, ended] = ['told', 'background.ended'].map((event) => times[log.indexOf(event)] ?? 0);
    expect((ended ?? 0) - (shown ?? 0)).toBe(60_000);
  });
});

describe('a start at login that finds storage closed', () => {
  const closedFor = (problem: Problem, milliseconds: number) => (): void => {
    storage = { problem };
    clock.after(milliseconds, () => {
      storage = { problem: null };
    });
  };

  beforeEach(() => {
    Notification = Shown;
    storedLink(links, START - 80 * DAY, { nextAt: START });
  });

  it.each(['L-60', 'L-35', 'L-62'] as const)('renews what is due when it opens within five minutes (%s)', async (code) => {
    storage = { problem: { code } };
    await run('real', closedFor({ code }, 4 * 60_000));
    expect(told).toEqual(['Links end soon']);
  });

  it.each([{ code: 'L-60' }, { code: 'L-35', links: null }] as const)('tells that a person is needed when it stays closed, after five minutes (%j)', async ({ code, ...rest }) => {
    storage = { problem: { code }, ...rest };
    await run();
    expect(told).toEqual(['Links cannot be opened']);
    expect((times[log.indexOf('told')] ?? 0) - START).toBe(5 * 60_000);
    expect(log.at(-1)).toBe('quit');
  });

  it('tells at once what waiting does not change', async () => {
    storage = { problem: { code: 'L-61' } };
    await run();
    expect([told, times[log.indexOf('told')]]).toEqual([['Links cannot be opened'], START]);
  });

  it('says nothing when there is no link to keep, in practice, or once the window is open', async () => {
    storage = { problem: { code: 'L-60' } };
    await run('practice');
    links = new MemoryLinks();
    await run();
    storedLink(links, START - 80 * DAY, { nextAt: START });
    isOpen = true;
    await run();
    expect(told).toEqual([]);
  });
});
