import { describe, expect, it } from 'vitest';
import { createCalm } from '../../../electron/links/calm.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import { ManualClock, MemoryLinks, renewalSurroundings, ScriptedHttp, START, storedLink } from './fakes.ts';

describe('renewals asked for right after the laptop woke', () => {
  it('leave two a second at most when the twenty seconds are over', async () => {
    const clock = new ManualClock();
    const http = new ScriptedHttp();
    const links = new MemoryLinks();
    const calm = createCalm(clock);
    const sentAt: number[] = [];
    http.onToken = () => void sentAt.push(clock.now());
    const renewals = createRenewals({ ...renewalSurroundings(clock), calm, clock, http, links });
    const ids = ['a', 'b', 'c', 'd', 'e'].map((siteId) => storedLink(links, START, { siteId }).id);
    calm.awake();
    for (const id of ids) void renewals.renew(id);
    await clock.advance(30_000);
    expect(sentAt).toHaveLength(5);
    expect(Math.min(...sentAt)).toBeGreaterThanOrEqual(START + 20_000);
    sentAt.slice(1).forEach((at, index) => expect(at - (sentAt[index] ?? 0)).toBeGreaterThanOrEqual(500));
  });
});

describe('a renewal that waited behind other requests', () => {
  it('is not sent when the laptop began to go to sleep meanwhile, and the link is as before', async () => {
    const clock = new ManualClock();
    const http = new ScriptedHttp();
    const links = new MemoryLinks();
    const calm = createCalm(clock);
    const renewals = createRenewals({ ...renewalSurroundings(clock), calm, clock, http, links });
    const link = storedLink(links, START);
    http.beforeTurn = () => calm.suspend();
    expect(await renewals.renew(link.id)).toMatchObject({ ok: false, problem: { code: 'L-15' } });
    expect([http.sent.length, links.pending.size, links.find(link.id)?.condition]).toEqual([0, 0, 'active']);
  });

  it('is not sent when the link was ended meanwhile', async () => {
    const clock = new ManualClock();
    const http = new ScriptedHttp();
    const links = new MemoryLinks();
    const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links });
    const link = storedLink(links, START);
    http.beforeTurn = () => void links.remove(link.id);
    await renewals.renew(link.id);
    expect(http.sent).toHaveLength(0);
  });
});
