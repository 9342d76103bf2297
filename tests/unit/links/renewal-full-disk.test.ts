import { describe, expect, it } from 'vitest';
import { createRenewals } from '../../../electron/links/renewal.ts';
import { ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, START, storedLink, tokenAnswer, tokenOnDisk } from './fakes.ts';

describe('a token that came while the disk was full', () => {
  it('is saved soon after the disk takes it again, without anybody asking', async () => {
    const clock = new ManualClock();
    const http = new ScriptedHttp();
    const links = new MemoryLinks();
    const link = storedLink(links, START);
    const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links });
    http.tokens.push(tokenAnswer({ refresh_token: 'the newest' }));
    links.broken.add('completeRenewal');
    expect(await renewals.renew(link.id)).toMatchObject({ ok: false, problem: { code: 'L-62' } });
    await clock.advance(5 * MINUTE);
    links.broken.clear();
    await clock.advance(MINUTE);
    expect(tokenOnDisk(links, link.id)).toBe('the newest');
    expect(links.pendingRenewals()).toEqual([]);
    expect(http.posts).toHaveLength(1);
  });

  it('leaves the store alone once the program has stopped', async () => {
    const clock = new ManualClock();
    const links = new MemoryLinks();
    const link = storedLink(links, START);
    const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http: new ScriptedHttp(), links });
    links.broken.add('completeRenewal');
    await renewals.renew(link.id);
    await renewals.stop();
    links.broken.clear();
    await clock.advance(5 * MINUTE);
    expect(links.find(link.id)?.generation).toBe(1);
  });
});
