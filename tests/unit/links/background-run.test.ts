import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { runInBackground, type Concern } from '../../../electron/links/background-run.ts';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import { createKeepAlive } from '../../../electron/links/keep-alive.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, START, storedLink } from './fakes.ts';

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let obstacle: Problem | null;
let opened: boolean;
let ends: { readonly concern: Concern | null; readonly after: number }[];

/** Starts a run without a window, as at a login. */
function login(): void {
  const calm = createCalm(clock);
  const breaker = new Breaker();
  const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links, calm, breaker });
  const held = () => obstacle;
  const keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm, obstacle: held });
  const begun = clock.now();
  keepAlive.start();
  void runInBackground({ clock, links, keepAlive, calm, obstacle: held, companyProblem: () => breaker.problem() }, () => opened).then((concern) => {
    keepAlive.stop();
    ends.push({ concern, after: clock.now() - begun });
  });
}

const link = (site: string, age: number, nextAt = START): string => storedLink(links, START - age * DAY, { siteId: site, accountSubject: site, nextAt }).id;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  obstacle = null;
  opened = false;
  ends = [];
});

describe('a start at login', () => {
  it('renews what is due once the network is stable, tells nobody, and is over soon', async () => {
    const ids = ['a', 'b', 'c'].map((site) => link(site, 31));
    login();
    await clock.advance(19_000);
    expect(http.posts).toHaveLength(0);
    await clock.advance(2 * MINUTE);
    expect(ids.map((id) => links.find(id)?.generation)).toEqual([2, 2, 2]);
    expect(ends.at(-1)?.concern).toBeNull();
    expect(ends.at(-1)?.after).toBeLessThan(MINUTE);
  });

  it('with nothing due is over at once', async () => {
    link('a', 3, START + 20 * DAY);
    login();
    await clock.advance(0);
    expect([ends.at(-1)?.concern, http.posts.length]).toEqual([null, 0]);
  });

  it('waits up to five minutes for the network', async () => {
    const id = link('a', 31);
    obstacle = { code: 'L-50' };
    login();
    await clock.advance(4 * MINUTE);
    obstacle = null;
    await clock.advance(2 * MINUTE);
    expect([links.find(id)?.generation, ends.at(-1)?.concern]).toEqual([2, null]);
  });

  it('without a network gives up after five minutes, and worries only about links that end within 20 days', async () => {
    link('young', 31);
    obstacle = { code: 'L-50' };
    login();
    await clock.advance(6 * MINUTE);
    expect(ends.at(-1)?.concern).toBeNull();
    link('old', 71);
    login();
    await clock.advance(6 * MINUTE);
    expect(ends.at(-1)?.concern).toEqual({ kind: 'endingSoon', count: 1 });
  });

  it('tells the office when the company is refused, after one request', async () => {
    ['a', 'b', 'c'].forEach((site) => link(site, 31));
    http.tokens.push(...Array.from({ length: 10 }, () => json(401, { error: 'invalid_client' })));
    login();
    await clock.advance(2 * MINUTE);
    expect(ends.at(-1)?.concern).toEqual({ kind: 'company', problem: expect.objectContaining({ code: 'L-08' }) });
    expect(http.posts.length).toBeLessThanOrEqual(3);
  });

  it('tells of links that ended in this run, not of those that ended before', async () => {
    const old = link('old', 31);
    links.setStanding(old, { condition: 'relinkRequired', problem: { code: 'L-42' }, tries: 0, refusals: 3, refusedSince: START, nextAt: null });
    const id = link('a', 31);
    links.setStanding(id, { condition: 'suspect', problem: { code: 'L-42' }, tries: 0, refusals: 2, refusedSince: START - 20 * MINUTE, nextAt: START });
    link('b', 3, START + DAY);
    http.tokens.push(json(400, { error: 'invalid_grant' }));
    login();
    // The link of site b is asked as a witness, and then the refused one once more.
    await clock.advance(20 * MINUTE);
    http.tokens.push(json(400, { error: 'invalid_grant' }));
    login();
    await clock.advance(20 * MINUTE);
    expect([links.find(id)?.condition, ends.at(-1)?.concern]).toEqual(['relinkRequired', { kind: 'signInAgain', count: 1 }]);
  });

  it('is no longer one when somebody opens the window', async () => {
    link('a', 31);
    obstacle = { code: 'L-50' };
    login();
    await clock.advance(MINUTE);
    opened = true;
    await clock.advance(10_000);
    expect(ends).toHaveLength(1);
  });

  it('ends after ten minutes at the latest', async () => {
    for (let number = 0; number < 3000; number += 1) link(`site-${number}`, 31);
    login();
    await clock.advance(11 * MINUTE);
    expect(ends.at(-1)?.after).toBeLessThanOrEqual(11 * MINUTE);
  });
});
