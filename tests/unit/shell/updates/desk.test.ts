import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../../electron/contract/problems.ts';
import { failure, success, type Result } from '../../../../electron/contract/result.ts';
import { createUpdates, type UpdateDesk, type UpdateParts } from '../../../../electron/shell/updates/desk.ts';
import type { Updater } from '../../../../electron/shell/updates/updater.ts';
import type { Moment, Work } from '../../../../electron/updates/policy.ts';
import type { Offer } from '../../../../electron/updates/state.ts';
import { createManualClock, type ManualClock } from '../../../authority/clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const offer: Offer = { version: '1.4.0', bytes: 1_000_000 };
const problem: Problem = { code: 'L-89', reason: 'noUpdateAnswer' };

/** Everything that was asked of the updater, in order, and what it answers. */
let done: string[];
let found: Result<Offer | null>;
let downloaded: Result<boolean>;
let prepared: Result<null>;
let during: (progress: (percent: number) => void) => void;
let moment: Moment;
let [saved, putAway]: [boolean, string | null] = [true, null];
let logged: string[];
let hints = 0;
let clock: ManualClock;
/** Ends what the updater is doing. */
let release: () => void;

const settle = async (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function fakeUpdater(): Updater {
  const held = async <Value>(name: string, value: () => Value): Promise<Value> => {
    done.push(name);
    await new Promise<void>((resolve) => (release = resolve));
    return value();
  };
  return {
    look: async () => held('look', () => found),
    download: async (progress) => {
      const outcome = held('download', () => downloaded);
      during(progress);
      return outcome;
    },
    stop: () => void done.push('stop'),
    prepare: async () => {
      done.push('prepare');
      return prepared;
    },
    leave: () => void done.push('leave'),
    finish: async (reopen) => void done.push(reopen ? 'finish and reopen' : 'finish'),
  };
}

beforeEach(() => {
  done = [];
  logged = [];
  found = success(offer);
  downloaded = success(true);
  prepared = success(null);
  during = () => undefined;
  moment = { isShown: true, isOnline: true, isCalm: true, work: 'free' };
  [saved, putAway] = [true, null];
  clock = createManualClock();
});

const work = (now: Work): void => void (moment = { ...moment, work: now });

function open(part: Partial<UpdateParts> = {}): UpdateDesk {
  const preferences = { get: () => putAway, set: (_name: string, value: unknown) => ((putAway = value as string), success(null)) } as unknown as UpdateParts['preferences'];
  return createUpdates({
    feed: { kind: 'feed', url: 'https://updates.example/', settings: 'app-update.yml' }, load: async () => fakeUpdater(), clock, preferences,
    log: { write: (event) => void logged.push(event) }, moment: () => moment, areAllSaved: async () => saved, changed: () => void (hints += 1), ...part,
  });
}

async function available(): Promise<UpdateDesk> {
  const desk = open();
  const checked = desk.check();
  await settle();
  release();
  await checked;
  return desk;
}

async function ready(): Promise<UpdateDesk> {
  const desk = await available();
  desk.download();
  await settle();
  release();
  await settle();
  done = [];
  return desk;
}

describe('a build without updates', () => {
  it.each(['none', 'off'] as const)('(%s) never asks, whoever presses what', async (kind) => {
    const desk = open({ feed: { kind }, load: async () => Promise.reject(new Error('must not be loaded')) });
    expect(clock.waiting()).toBe(0);
    expect(desk.page()).toEqual({ view: { state: kind }, isNews: false });
    expect([await desk.check(), desk.download(), await desk.install('now')]).toEqual([1, 2, 3].map(() => failure({ code: 'L-81' })));
    expect(desk.later()).toEqual({ view: { state: kind }, isNews: false });
    await desk.finish(false);
  });
});

describe('looking by itself', () => {
  it('happens a minute after the start and once a day, and downloads nothing', async () => {
    const desk = open();
    clock.advance(MINUTE - 1);
    expect(done).toEqual([]);
    clock.advance(1);
    await settle();
    expect(desk.page().view.state).toBe('idle');
    release();
    await settle();
    expect(desk.page()).toEqual({ view: { state: 'available', version: '1.4.0', megabytes: 1, problem: null }, isNews: true });
    clock.advance(DAY - 1);
    await settle();
    expect(done).toEqual(['look']);
    clock.advance(1);
    await settle();
    expect(done).toEqual(['look', 'look']);
  });

  it.each([{ isShown: false }, { isOnline: false }, { isCalm: false }, { work: 'renewing' }, { work: 'signIn' }] as const)('waits ten minutes when %j', async (part) => {
    const desk = open();
    moment = { ...moment, ...part };
    clock.advance(MINUTE);
    await settle();
    expect(done).toEqual([]);
    moment = { isShown: true, isOnline: true, isCalm: true, work: 'free' };
    clock.advance(10 * MINUTE);
    await settle();
    expect([done, desk.page().view.state]).toEqual([['look'], 'idle']);
  });

  it('is silent when nobody answers, and tries again the next day', async () => {
    found = failure(problem);
    const desk = open();
    clock.advance(MINUTE);
    await settle();
    release();
    await settle();
    expect([desk.page(), logged]).toEqual([{ view: { state: 'idle', checkedAt: null, problem: null }, isNews: false }, ['update.failed']]);
    clock.advance(DAY);
    await settle();
    expect(done).toEqual(['look', 'look']);
  });

  it('gives a person who presses meanwhile an answer: the same one, or a look of their own when it failed quietly', async () => {
    found = failure(problem);
    const desk = open();
    clock.advance(MINUTE);
    await settle();
    const pressed = desk.check();
    expect(desk.page().view).toEqual({ state: 'checking' });
    release();
    await settle();
    await settle();
    expect(done).toEqual(['look', 'look']);
    release();
    expect(await pressed).toMatchObject({ value: { view: { state: 'idle', problem } } });
  });
});

describe('what a person presses', () => {
  it('is refused while a customer signs in', async () => {
    const desk = await ready();
    work('signIn');
    expect([await desk.check(), desk.download(), await desk.install('now'), await desk.install('atQuit')]).toEqual([1, 2, 3, 4].map(() => failure({ code: 'L-83' })));
    expect(done).toEqual([]);
  });

  it('says when the part that updates cannot be read, and tries to read it again', async () => {
    let isBroken = true;
    const desk = open({ load: async () => (isBroken ? Promise.reject(new Error('gone')) : fakeUpdater()) });
    expect(await desk.check()).toMatchObject({ value: { view: { state: 'idle', problem: { code: 'L-81' } } } });
    isBroken = false;
    const again = desk.check();
    await settle();
    release();
    expect(await again).toMatchObject({ value: { view: { state: 'available' } } });
  });

  it('downloads, and stops where the person does not want it now', async () => {
    const desk = await available();
    during = (progress) => progress(40);
    expect(desk.download()).toMatchObject({ value: { view: { state: 'downloading' } } });
    await settle();
    expect(desk.page().view).toMatchObject({ percent: 40 });
    downloaded = success(false);
    desk.later();
    await settle();
    release();
    await settle();
    expect(desk.page().view).toMatchObject({ state: 'available', problem: null });
    expect(done).toEqual(['look', 'download', 'stop']);
  });

  it('leaves the line to a customer who signs in while it downloads', async () => {
    const desk = await available();
    during = (progress) => {
      work('signIn');
      progress(40);
    };
    desk.download();
    await settle();
    expect(done).toEqual(['look', 'download', 'stop']);
  });

  it('says why a download failed', async () => {
    const desk = await available();
    downloaded = failure({ code: 'L-62' });
    desk.download();
    await settle();
    release();
    await settle();
    expect(desk.page().view).toMatchObject({ state: 'available', problem: { code: 'L-62' } });
  });

  it('puts a version away: no dot any more, until there is another', async () => {
    const desk = await available();
    const before = hints;
    expect(desk.later()).toMatchObject({ view: { state: 'available' }, isNews: false });
    expect(hints).toBeGreaterThan(before);
    found = success({ version: '1.5.0', bytes: null });
    const checked = desk.check();
    await settle();
    release();
    expect(await checked).toMatchObject({ value: { isNews: true } });
  });
});

describe('installing', () => {
  it('now: hands it over, ends the program, and installs when everything is closed', async () => {
    const desk = await ready();
    await desk.install('now');
    await settle();
    expect([done, desk.page().view]).toEqual([['prepare', 'leave'], { state: 'ready', version: '1.4.0', wish: 'preparing', problem: null }]);
    await desk.finish(false);
    expect(done).toEqual(['prepare', 'leave', 'finish and reopen']);
  });

  it('now: waits until no link is renewed any more', async () => {
    const desk = await ready();
    work('renewing');
    await desk.install('now');
    for (let look = 0; look < 5; look += 1) clock.advance(2000);
    await settle();
    expect([done, desk.page().view]).toEqual([[], { state: 'ready', version: '1.4.0', wish: 'waiting', problem: null }]);
    work('free');
    clock.advance(2000);
    await settle();
    expect(done).toEqual(['prepare', 'leave']);
  });

  it('now: is forgotten when a customer signs in meanwhile, or the person takes it back', async () => {
    const desk = await ready();
    work('renewing');
    await desk.install('now');
    work('signIn');
    clock.advance(2000);
    await settle();
    expect(desk.page().view).toMatchObject({ wish: 'none' });
    work('renewing');
    await desk.install('now');
    desk.later();
    work('free');
    clock.advance(2000);
    await settle();
    expect([done, desk.page().view]).toEqual([[], { state: 'ready', version: '1.4.0', wish: 'none', problem: null }]);
  });

  it('now: looks once more after the hand-over, which may take minutes', async () => {
    const desk = await ready();
    const { length } = done;
    moment = new Proxy(moment, { get: (target, key) => (key === 'work' && done.length > length ? 'signIn' : Reflect.get(target, key) as unknown) });
    await desk.install('now');
    await settle();
    expect([done, desk.page().view]).toMatchObject([['prepare'], { wish: 'none' }]);
  });

  it('now: not while this process holds the only copy of a token, and not what the system refuses', async () => {
    const desk = await ready();
    saved = false;
    await desk.install('now');
    await settle();
    expect([done, desk.page().view]).toMatchObject([['prepare'], { wish: 'none', problem: { code: 'L-62' } }]);
    prepared = failure({ code: 'L-89', reason: 'updateRefused' });
    await desk.install('atQuit');
    expect(desk.page().view).toMatchObject({ wish: 'none', problem: { code: 'L-89' } });
    await desk.finish(false);
    expect(done).toEqual(['prepare', 'prepare']);
  });

  it('at the end: when the person closes the program, without opening it again', async () => {
    const desk = await ready();
    await desk.install('atQuit');
    expect(desk.page().view).toMatchObject({ wish: 'atQuit' });
    await desk.finish(false);
    expect(done).toEqual(['prepare', 'finish']);
  });

  it('never by itself, and never when the system ends the session', async () => {
    await (await ready()).finish(false);
    expect(done).toEqual([]);
    const wished = await ready();
    await wished.install('atQuit');
    await wished.finish(true);
    expect(done).toEqual(['prepare']);
  });

  it('nothing is looked for any more once the program ends', async () => {
    const desk = open();
    await desk.finish(false);
    clock.advance(DAY);
    await settle();
    expect([done, clock.waiting()]).toEqual([[], 0]);
  });
});
