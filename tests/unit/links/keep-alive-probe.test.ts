import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm, type Calm } from '../../../electron/links/calm.ts';
import { createKeepAlive, type KeepAlive } from '../../../electron/links/keep-alive.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { HttpRequest } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, sentForm, START, storedLink, tokenAnswer } from './fakes.ts';

/** Links of which one's record does not open, as the store tells it. */
class LinksWithDamage extends MemoryLinks {
  readonly damaged = new Set<string>();

  override find(linkId: string): ReturnType<MemoryLinks['find']> {
    const link = super.find(linkId);
    return link && this.damaged.has(linkId) ? { ...link, condition: 'quarantined', problem: { code: 'L-63', reason: 'record' } } : link;
  }
}

let clock: ManualClock;
let http: ScriptedHttp;
let links: LinksWithDamage;
let breaker: Breaker;
let calm: Calm;
let renewals: Renewals;
let keepAlive: KeepAlive;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new LinksWithDamage();
  breaker = new Breaker();
  calm = createCalm(clock);
  renewals = createRenewals({ ...renewalSurroundings(clock), breaker, calm, clock, http, links });
  keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm, obstacle: () => null });
});

describe('the keep-alive while the company is the suspect', () => {
  it('does not spend every probe on a link whose record does not open', async () => {
    const closed = storedLink(links, START - 40 * DAY, { siteId: 'closed' });
    const sound = storedLink(links, START - 30 * DAY, { siteId: 'sound', nextAt: START });
    links.damaged.add(closed.id);
    breaker.companyRefused({ code: 'L-16' }, clock.now());
    keepAlive.start();
    await clock.advance(16 * MINUTE);
    expect(links.find(sound.id)?.generation).toBe(2);
    expect(breaker.problem()).toBeNull();
  });

  it('asks every link in turn, so that a few that are refused for good do not keep the sound ones from speaking up', async () => {
    const withToken = (site: string, age: number, nextAt: number): string => storedLink(links, START - age * DAY, {
      siteId: site, accountSubject: site, nextAt, tokens: { accessToken: new Secret('a'), accessTokenExpiresAt: 0, refreshToken: new Secret(site) },
    }).id;
    const ended = ['gone 1', 'gone 2', 'gone 3'].map((site, index) => withToken(site, 40 - index, START));
    const sound = ['sound 1', 'sound 2'].map((site, index) => withToken(site, 30 - index, START + 60 * MINUTE));
    http.tokens.push(...Array.from({ length: 200 }, () => (request: HttpRequest) => (sentForm(request, 'refresh_token')?.startsWith('gone') ? json(400, { error: 'invalid_grant' }) : tokenAnswer())));
    keepAlive.start();
    await clock.advance(12 * 60 * MINUTE);
    const generations = sound.map((id) => links.find(id)?.generation ?? 0);
    // One of them may be asked twice: a success right after a refusal may have been presented before it.
    expect([Math.min(...generations), Math.max(...generations) <= 3]).toEqual([2, true]);
    expect([breaker.problem(), ...ended.map((id) => links.find(id)?.condition)]).toEqual([null, 'relinkRequired', 'relinkRequired', 'relinkRequired']);
  });

  it('does not look every second when there is no link to probe with', async () => {
    const closed = storedLink(links, START - 40 * DAY, { siteId: 'closed' });
    links.damaged.add(closed.id);
    breaker.companyRefused({ code: 'L-16' }, clock.now());
    keepAlive.start();
    await clock.advance(20 * MINUTE);
    let looks = 0;
    const due = links.due.bind(links);
    links.due = (at, limit) => {
      looks += 1;
      return due(at, limit);
    };
    await clock.advance(10 * MINUTE);
    expect(looks).toBeLessThanOrEqual(11);
  });

  it('does not wait for years when the clock is set back', async () => {
    const link = storedLink(links, START - 30 * DAY, { nextAt: START - 800 * DAY });
    breaker.companyRefused({ code: 'L-16' }, clock.now());
    keepAlive.start();
    clock.sleep(-700 * DAY);
    keepAlive.poke();
    await clock.advance(31 * MINUTE);
    expect(links.find(link.id)?.generation).toBe(2);
  });
});

describe('the keep-alive when the laptop goes to sleep', () => {
  it('does not take a timer that was set before for the end of the sleep', async () => {
    storedLink(links, START - 30 * DAY, { nextAt: START + 15 * MINUTE + 5000 });
    keepAlive.start();
    await clock.advance(15 * MINUTE - 1);
    calm.suspend();
    await clock.advance(50_000);
    expect(http.posts).toHaveLength(0);
  });

  it('does not take the end of an earlier sleep, of which nobody told, for the end of this one', async () => {
    storedLink(links, START - 30 * DAY, { nextAt: START + MINUTE });
    keepAlive.start();
    calm.suspend();
    clock.sleep(DAY);
    calm.suspend();
    await clock.advance(50_000);
    expect(http.posts).toHaveLength(0);
  });

  it('goes on when nobody told it that the laptop woke', async () => {
    storedLink(links, START - 30 * DAY, { nextAt: START + 15 * MINUTE });
    keepAlive.start();
    calm.suspend();
    await clock.advance(31 * MINUTE);
    expect(http.posts).toHaveLength(1);
  });
});

describe('links that waited for their turn when the laptop went to sleep', () => {
  it('are presented soon after, though nobody told that it woke', async () => {
    const ids = Array.from({ length: 3 }, (_, number) => storedLink(links, START - 30 * DAY, { siteId: `site-${number}`, nextAt: START }).id);
    keepAlive.start();
    calm.suspend();
    clock.sleep(DAY);
    await clock.advance(5 * MINUTE);
    expect(ids.map((id) => links.find(id)?.generation)).toEqual([2, 2, 2]);
  });
});

describe('the keep-alive while others present links too', () => {
  it('presents again soon what a person had presented without an answer', async () => {
    const link = storedLink(links, START, { nextAt: START + 20 * DAY });
    keepAlive.start();
    http.tokens.push({ kind: 'unknown', failure: 'reset' }, { kind: 'unknown', failure: 'reset' });
    void renewals.renew(link.id);
    await clock.advance(3 * MINUTE);
    expect(links.find(link.id)).toMatchObject({ condition: 'active', generation: 2 });
  });
});

describe('the keep-alive when the clock is set back while it runs', () => {
  it('presents a link in doubt again at once, not when its plan of the wrong time comes', async () => {
    const link = storedLink(links, START, { nextAt: START + 20 * DAY });
    keepAlive.start();
    http.tokens.push({ kind: 'unknown', failure: 'reset' }, { kind: 'unknown', failure: 'reset' }, { kind: 'unknown', failure: 'reset' });
    void renewals.renew(link.id);
    await clock.advance(3000);
    expect(links.find(link.id)?.condition).toBe('uncertain');
    clock.setBack(25 * DAY);
    await clock.advance(5 * MINUTE);
    expect(links.find(link.id)).toMatchObject({ condition: 'active', generation: 2 });
  });
});
