import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/result.ts';
import type { Link } from '../../../electron/links/link.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { ManualClock, MemoryLinks, renewalSurroundings, ScriptedHttp, settle, START, storedLink, tokenAnswer } from './fakes.ts';

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let link: Link;
let renewals: Renewals;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  link = storedLink(links, START);
  renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links });
});

describe('stopping', () => {
  it('is worth waiting for while a link is renewed, and only then', async () => {
    const answer = Promise.withResolvers<HttpOutcome>();
    http.tokens.push(async () => answer.promise);
    expect(renewals.isUnderWay()).toBe(false);
    const running = renewals.renew(link.id);
    await settle();
    expect(renewals.isUnderWay()).toBe(true);
    answer.resolve(tokenAnswer());
    await running;
    expect(renewals.isUnderWay()).toBe(false);
  });

  it('waits until an answer under way is on disk, and presents nothing new afterwards', async () => {
    const answer = Promise.withResolvers<HttpOutcome>();
    http.tokens.push(async () => answer.promise);
    const running = renewals.renew(link.id);
    await settle();
    let stopped = false;
    const stopping = renewals.stop().then(() => {
      stopped = true;
    });
    await clock.advance(5000);
    expect(stopped).toBe(false);
    answer.resolve(tokenAnswer());
    await stopping;
    expect(links.find(link.id)?.generation).toBe(2);
    expect(await running).toMatchObject({ ok: true });
    expect(await renewals.renew(link.id)).toEqual(failure({ code: 'L-15' }));
    expect(http.posts).toHaveLength(1);
  });

  it('does not repeat a lost presentation; the row on disk says that it was lost', async () => {
    http.tokens.push({ kind: 'unknown', failure: 'reset' });
    const running = renewals.renew(link.id);
    await settle();
    await renewals.stop();
    expect(await running).toMatchObject({ ok: false, problem: { code: 'L-43' } });
    expect([http.posts.length, links.pendingRenewals().length, links.find(link.id)?.condition]).toEqual([1, 1, 'uncertain']);
  });
});
