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
