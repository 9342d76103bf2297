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

  it('is told of as long as this process holds the only copy', async () => {
    const clock = new ManualClock();
    const http = new ScriptedHttp();
    const links = new MemoryLinks();
    const link = storedLink(links, START);
    const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links });
    expect(await renewals.areAllSaved()).toBe(true);
    const answer = Promise.withResolvers<ReturnType<typeof tokenAnswer>>();
    http.tokens.push(answer.promise);
    links.broken.add('completeRenewal');
    void renewals.renew(link.id);
    await clock.advance(1000);
    const asked = renewals.areAllSaved();
    answer.resolve(tokenAnswer({ refresh_token: 'the newest' }));
    expect(await asked).toBe(false);
    links.broken.clear();
    expect(await renewals.areAllSaved()).toBe(true);
    expect(tokenOnDisk(links, link.id)).toBe('the newest');
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

describe('what could not be noted while the disk was full', () => {
  it('makes the link uncertain as soon as the disk takes it: after a start', async () => {
    const clock = new ManualClock();
    const links = new MemoryLinks();
    const link = storedLink(links, START);
    links.beginRenewal(link.id, 1, START);
    links.broken.add('setStanding');
    createRenewals({ ...renewalSurroundings(clock), clock, http: new ScriptedHttp(), links }).recover();
    await clock.advance(5 * MINUTE);
    links.broken.clear();
    await clock.advance(MINUTE);
    expect(links.find(link.id)).toMatchObject({ condition: 'uncertain', problem: { code: 'L-43' } });
    expect(links.find(link.id)?.nextAt).toBeLessThanOrEqual(clock.now());
  });

  it('makes the link uncertain as soon as the disk takes it: after a lost answer', async () => {
    const clock = new ManualClock();
    const http = new ScriptedHttp();
    const links = new MemoryLinks();
    const link = storedLink(links, START);
    const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links });
    http.tokens.push({ kind: 'unknown', failure: 'reset' }, { kind: 'unknown', failure: 'reset' });
    links.broken.add('settleRenewal').add('setStanding');
    void renewals.renew(link.id);
    await clock.advance(5 * MINUTE);
    expect(links.find(link.id)?.condition).toBe('active');
    links.broken.clear();
    await clock.advance(MINUTE);
    expect(links.find(link.id)).toMatchObject({ condition: 'uncertain', problem: { code: 'L-43' } });
    expect(links.find(link.id)?.nextAt).toBeLessThanOrEqual(clock.now());
  });

  it('is not noted over a renewal that has ended well meanwhile', async () => {
    const clock = new ManualClock();
    const links = new MemoryLinks();
    const link = storedLink(links, START);
    links.beginRenewal(link.id, 1, START);
    links.broken.add('setStanding');
    const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http: new ScriptedHttp(), links });
    renewals.recover();
    void renewals.renew(link.id);
    await clock.advance(1000);
    links.broken.clear();
    await clock.advance(5 * MINUTE);
    expect(links.find(link.id)).toMatchObject({ condition: 'active', generation: 2, problem: null });
  });
});
