import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm, type Calm } from '../../../electron/links/calm.ts';
import { createKeepAlive, type KeepAlive } from '../../../electron/links/keep-alive.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, settle, START, storedLink } from './fakes.ts';

const invalidGrant = json(400, { error: 'invalid_grant' });
const lost: HttpOutcome = { kind: 'unknown', failure: 'reset' };

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let calm: Calm;
let breaker: Breaker;
let obstacle: Problem | null;
let keepAlive: KeepAlive;
let sentAt: number[];

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  calm = createCalm(clock);
  breaker = new Breaker();
  obstacle = null;
  sentAt = [];
  http.onToken = () => sentAt.push(clock.now());
  const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links, calm, breaker });
  keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm, obstacle: () => obstacle });
});

const link = (site: string, nextAt: number): string => storedLink(links, START, { siteId: site, accountSubject: site, nextAt }).id;
const generation = (id: string): number => links.find(id)?.generation ?? 0;

describe('the keep-alive', () => {
  it('sleeps until a link is due and presents it then, once', async () => {
    const id = link('a', START + 3 * DAY);
    keepAlive.start();
    await clock.advance(3 * DAY - 1000);
    expect(http.posts).toHaveLength(0);
    await clock.advance(2000);
    expect([http.posts.length, generation(id)]).toEqual([1, 2]);
    const next = links.find(id)?.nextAt ?? 0;
    expect(next).toBeGreaterThanOrEqual(clock.now() + 24 * DAY);
    expect(next).toBeLessThanOrEqual(clock.now() + 35 * DAY);
    await clock.advance(20 * DAY);
    expect(http.posts).toHaveLength(1);
  });

  it('never presents more than two links a second', async () => {
    for (let number = 0; number < 25; number += 1) link(`site-${number}`, START);
    keepAlive.start();
    await clock.advance(30_000);
    expect(sentAt).toHaveLength(25);
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? at));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
  });

  it('begins with the link that ends soonest', async () => {
    const [young, old] = [link('young', START), storedLink(links, START - 50 * DAY, { siteId: 'old', accountSubject: 'old', nextAt: START }).id];
    keepAlive.start();
    await settle();
    expect([generation(young), generation(old)]).toEqual([1, 2]);
  });

  it('presents nothing in the first 20 seconds after the laptop woke', async () => {
    link('a', START + DAY);
    keepAlive.start();
    calm.suspend();
    clock.sleep(2 * DAY);
    calm.awake();
    const woke = clock.now();
    keepAlive.poke();
    await clock.advance(30_000);
    expect(sentAt).toEqual([woke + 20_000]);
  });

  it('notices a sleep nobody told of, by its own timer', async () => {
    link('a', START + DAY);
    keepAlive.start();
    clock.sleep(2 * DAY);
    const woke = clock.now();
    await clock.advance(30_000);
    expect(sentAt.map((at) => at - woke)).toEqual([20_000]);
  });

  it('presents nothing while the laptop goes to sleep, and goes on when it did not after all', async () => {
    link('a', START + 1000);
    keepAlive.start();
    calm.suspend();
    await clock.advance(30_000);
    expect(sentAt).toEqual([]);
    await clock.advance(2 * MINUTE);
    expect(sentAt).toHaveLength(1);
  });

  it('waits for the network and goes on by itself', async () => {
    const id = link('a', START);
    obstacle = { code: 'L-50' };
    keepAlive.start();
    await clock.advance(10 * MINUTE);
    expect([http.sent.length, clock.timers]).toEqual([0, 1]);
    obstacle = null;
    await clock.advance(MINUTE);
    expect(generation(id)).toBe(2);
  });

  it('asks a link whose plan was made by a clock that was years ahead', async () => {
    const id = link('a', START + 400 * DAY);
    keepAlive.start();
    await settle();
    expect(generation(id)).toBe(2);
  });

  it('repeats a lost answer soon, then ever more rarely, and the link survives', async () => {
    const id = link('a', START);
    for (let number = 0; number < 6; number += 1) http.tokens.push(lost);
    keepAlive.start();
    await clock.advance(3 * 60 * MINUTE);
    expect(generation(id)).toBe(2);
    expect(http.posts).toHaveLength(7);
    expect(links.find(id)).toMatchObject({ condition: 'active', tries: 0 });
  });

  it('is not held up by a link that cannot be begun', async () => {
    const broken = link('broken', START - DAY);
    const row = links.rows.get(broken);
    if (row) row.link = { ...row.link, condition: 'quarantined', problem: { code: 'L-63' } };
    for (let number = 0; number < 6; number += 1) link(`site-${number}`, START);
    keepAlive.start();
    await clock.advance(10_000);
    expect(http.posts).toHaveLength(6);
    await clock.advance(30 * MINUTE);
    expect([http.posts.length, generation(broken)]).toEqual([6, 1]);
  });

  it('starts nothing after it was stopped', async () => {
    link('a', START + DAY);
    keepAlive.start();
    keepAlive.stop();
    keepAlive.poke();
    await clock.advance(2 * DAY);
    expect([http.posts.length, clock.timers]).toEqual([0, 0]);
  });

});

describe('company trouble', () => {
  it('costs one probe in 15 minutes however many links are due, and none of them', async () => {
    const ids = Array.from({ length: 40 }, (_, number) => link(`site-${number}`, START));
    for (let number = 0; number < 100; number += 1) http.tokens.push(json(401, { error: 'invalid_client' }));
    keepAlive.start();
    await clock.advance(60 * MINUTE);
    // One more may have been on its way when the first answer came.
    expect(http.posts.length).toBeLessThanOrEqual(5);
    expect(breaker.problem()?.code).toBe('L-08');
    expect(ids.every((id) => links.find(id)?.condition === 'active')).toBe(true);
    http.tokens.length = 0;
    await clock.advance(20 * MINUTE);
    expect([breaker.problem(), ids.every((id) => generation(id) === 2)]).toEqual([null, true]);
  });

  it('asks another link before one that was refused alone is given up', async () => {
    const [refused, other] = [link('refused', START), link('other', START + 20 * DAY)];
    http.tokens.push(invalidGrant, invalidGrant);
    keepAlive.start();
    await clock.advance(5 * MINUTE);
    expect(generation(other)).toBe(2);
    http.tokens.push(invalidGrant);
    await clock.advance(20 * MINUTE);
    expect([links.find(refused)?.condition, links.find(other)?.condition]).toEqual(['relinkRequired', 'active']);
  });

  it('gives up no link while every other one is refused too', async () => {
    const ids = [link('a', START), link('b', START + 20 * DAY)];
    http.tokens.push(...Array.from({ length: 2000 }, () => invalidGrant));
    keepAlive.start();
    await clock.advance(5 * DAY);
    expect(ids.map((id) => links.find(id)?.condition)).toEqual(['suspect', 'suspect']);
    expect(breaker.problem()).toEqual({ code: 'L-17' });
    http.tokens.length = 0;
    await clock.advance(20 * MINUTE);
    expect(ids.map((id) => links.find(id)?.condition)).toEqual(['active', 'active']);
  });

  it('gives up a link that is the only one after three refusals over 15 minutes', async () => {
    const id = link('a', START);
    http.tokens.push(invalidGrant, invalidGrant, invalidGrant);
    keepAlive.start();
    await clock.advance(14 * MINUTE);
    expect(links.find(id)?.condition).toBe('suspect');
    await clock.advance(2 * MINUTE);
    expect([links.find(id)?.condition, http.posts.length, links.find(id)?.nextAt]).toEqual(['relinkRequired', 3, null]);
  });
});
