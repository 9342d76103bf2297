import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { createCalm, type Calm } from '../../../electron/links/calm.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import { createRounds, type Rounds } from '../../../electron/links/round.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { DAY, json, ManualClock, MemoryLinks, renewalSurroundings, ScriptedHttp, settle, START, storedLink } from './fakes.ts';

const lost: HttpOutcome = { kind: 'unknown', failure: 'reset' };
const notSent: HttpOutcome = { kind: 'nothingSent', failure: 'dns' };

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let obstacle: Problem | null;
let rounds: Rounds;
let hints: number;
let calm: Calm;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  obstacle = null;
  hints = 0;
  calm = createCalm(clock);
  const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links, calm });
  rounds = createRounds({ clock, links, renewals, calm, obstacle: () => obstacle, changed: () => (hints += 1) });
});

const link = (site: string, age: number, nextAt = START + 30 * DAY): string => storedLink(links, START - age * DAY, { siteId: site, accountSubject: site, nextAt }).id;
const outcomes = (): readonly string[] => rounds.view().results.map(({ siteId, outcome }) => `${siteId} ${outcome}`);

describe('a round', () => {
  it('is idle before, counts n of m while it runs, and is done after', async () => {
    for (let number = 0; number < 6; number += 1) link(`site-${number}`, 40);
    expect(rounds.view()).toMatchObject({ round: 'idle', total: 0 });
    rounds.start('due');
    await settle();
    expect(rounds.view()).toMatchObject({ round: 'running', total: 6, done: 1 });
    await clock.advance(5000);
    expect(rounds.view()).toMatchObject({ round: 'done', total: 6, done: 6, reason: null });
    expect([http.posts.length, outcomes().length, hints > 6]).toEqual([6, 6, true]);
  });

  it('for what is due takes links that are due or were not renewed for 25 days, and no others', async () => {
    link('fresh', 3);
    link('old', 26);
    link('due', 3, START);
    rounds.start('due');
    await clock.advance(5000);
    expect(outcomes().toSorted()).toEqual(['due renewed', 'old renewed']);
  });

  it('for all takes every link but those that have ended', async () => {
    const ended = link('ended', 3);
    link('fresh', 3);
    links.setStanding(ended, { condition: 'relinkRequired', problem: { code: 'L-42' }, tries: 0, refusals: 3, refusedSince: START, nextAt: null });
    rounds.start('all');
    await clock.advance(5000);
    expect(outcomes()).toEqual(['fresh renewed']);
  });

  it('without any link is not begun', () => {
    rounds.start('due');
    expect(rounds.view()).toMatchObject({ round: 'idle', total: 0, done: 0 });
  });

  it('can be paused and goes on where it was; a second start changes nothing', async () => {
    for (let number = 0; number < 10; number += 1) link(`site-${number}`, 40);
    rounds.start('due');
    await clock.advance(1000);
    rounds.pause();
    await clock.advance(60_000);
    const { done } = rounds.view();
    expect(rounds.view()).toMatchObject({ round: 'paused', total: 10 });
    expect(done).toBeLessThan(10);
    rounds.start('all');
    expect(rounds.view()).toMatchObject({ round: 'paused', total: 10, done });
    rounds.resume();
    await clock.advance(10_000);
    expect([rounds.view().round, http.posts.length]).toEqual(['done', 10]);
  });

  it('waits for the network with a reason and goes on by itself', async () => {
    link('a', 40);
    obstacle = { code: 'L-50' };
    rounds.start('due');
    await clock.advance(60_000);
    expect(rounds.view()).toMatchObject({ round: 'waiting', reason: { code: 'L-50' }, done: 0, total: 1 });
    obstacle = null;
    await clock.advance(5000);
    expect(rounds.view()).toMatchObject({ round: 'done', done: 1 });
  });

  it('takes a link up again when the network went away under it', async () => {
    link('a', 40);
    http.tokens.push(() => {
      obstacle = { code: 'L-50' };
      return { kind: 'nothingSent', failure: 'offline' };
    });
    rounds.start('due');
    await settle();
    expect(rounds.view()).toMatchObject({ round: 'waiting', done: 0 });
    obstacle = null;
    await clock.advance(10_000);
    expect([rounds.view().round, outcomes()]).toEqual(['done', ['a renewed']]);
  });

  it.each([
    ['uncertain', [lost, lost], 'L-43'],
    ['refused', [json(400, { error: 'invalid_grant' })], 'L-42'],
    ['notSent', [notSent], 'L-52'],
    ['failed', [json(400, { error: 'invalid_request' })], 'L-01'],
  ] as const)('says of a link: %s', async (outcome, answers, code) => {
    link('a', 40);
    http.tokens.push(...answers);
    rounds.start('due');
    await clock.advance(5000);
    expect(rounds.view().results).toMatchObject([{ siteId: 'a', outcome, problem: { code } }]);
  });

  it('says nothing of a link that was ended meanwhile, and comes to its end', async () => {
    const id = link('a', 40);
    http.tokens.push(() => {
      links.remove(id);
      return json(200, { access_token: 'a', refresh_token: 'b' });
    });
    rounds.start('due');
    await clock.advance(5000);
    expect(rounds.view()).toMatchObject({ round: 'done', done: 1, results: [] });
  });

  it('loses no link from its list when the laptop goes to sleep under it, and goes on by itself after the wake', async () => {
    for (let number = 0; number < 10; number += 1) link(`site-${number}`, 40);
    rounds.start('due');
    await clock.advance(1000);
    calm.suspend();
    await clock.advance(60_000);
    const { done } = rounds.view();
    expect(rounds.view()).toMatchObject({ round: 'running', reason: null, total: 10 });
    expect(done).toBeLessThan(5);
    clock.sleep(3 * 60 * 60_000);
    calm.awake();
    await clock.advance(60_000);
    expect(rounds.view()).toMatchObject({ round: 'done', done: 10 });
    expect([http.posts.length, new Set(outcomes().map((outcome) => outcome.split(' ')[1]))]).toEqual([10, new Set(['renewed'])]);
  });

  it('leaves no timer behind when it was stopped while it waited for what was under way', async () => {
    for (let number = 0; number < 6; number += 1) link(`site-${number}`, 40);
    http.tokens.push(async () => {
      rounds.stop();
      obstacle = { code: 'L-50' };
      return { kind: 'nothingSent', failure: 'offline' };
    });
    rounds.start('due');
    await clock.advance(10_000);
    expect(clock.timers).toBe(0);
  });

  it('starts nothing after it was stopped', async () => {
    for (let number = 0; number < 10; number += 1) link(`site-${number}`, 40);
    rounds.start('due');
    rounds.stop();
    await clock.advance(60_000);
    expect(http.posts.length).toBeLessThanOrEqual(4);
  });
});
