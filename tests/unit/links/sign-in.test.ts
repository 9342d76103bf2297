import { describe, expect, it, vi } from 'vitest';
import { failure, success, type Result } from '../../../electron/contract/result.ts';
import { Desk } from './desk.ts';
import { discovery, profile, sentForm, settle, START } from './fakes.ts';

describe('the good way', () => {
  it('links a home and stores it only after "yes, our home"', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    expect(desk.links.rows.size).toBe(0);
    expect(desk.signIn.view()).toMatchObject({ homes: [{ name: 'Villa', deviceCount: 1, deviceNames: ['Hall'] }], problem: null });
    expect(desk.signIn.confirm()).toMatchObject({ ok: true, value: { step: 'stored', canSignOut: false } });
    expect(desk.links.findBySite('site-1')).toMatchObject({ generation: 1, proof: { at: START, homes: [{ id: 'home-1' }] } });
    expect(desk.history).toEqual(['site-1 linked', 'site-1 proven']);
    expect(desk.signIn.close()).toMatchObject({ value: { step: 'idle' } });
  });

  it('offers to sign out where discovery names a page for it', async () => {
    const desk = new Desk();
    desk.discovery = discovery;
    await desk.toConfirming();
    expect(desk.signIn.confirm()).toMatchObject({ value: { step: 'stored', canSignOut: true } });
  });

  it('spends the code once, with the verifier of its own request', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    expect(desk.http.posts).toHaveLength(1);
    expect(sentForm(desk.http.posts[0], 'code')).toBe('canary-code');
    expect(sentForm(desk.http.posts[0], 'code_verifier')).toMatch(/^[\w-]{43}$/);
  });

  it('waits before the browser opens, because a signed-in browser answers at once', async () => {
    const desk = new Desk();
    const seen: string[] = [];
    desk.prepare.mockImplementation(async () => {
      seen.push(desk.step);
      return success(null);
    });
    vi.spyOn(desk.opened, 'push').mockImplementation(() => seen.push(desk.step));
    await desk.signIn.start('site-1');
    expect(seen).toEqual(['preparing', 'waiting']);
  });

  it('says "proven" only when homes were read', async () => {
    const desk = new Desk();
    desk.profile = { ...profile, subscriptionKey: null };
    await desk.toConfirming();
    expect(desk.signIn.view()).toMatchObject({ homes: null, problem: null });
    desk.signIn.confirm();
    expect(desk.history).toEqual(['site-1 linked']);
    expect(desk.links.findBySite('site-1')?.proof).toEqual({ at: START, homes: null });
  });

  it('lets the listener go exactly once, as soon as the return is in', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    desk.signIn.confirm();
    desk.signIn.close();
    expect(desk.release).toHaveBeenCalledTimes(1);
    expect(desk.clock.timers).toBe(0);
  });
});

describe('starting', () => {
  it.each(['L-60', 'L-61', 'L-62', 'L-35'] as const)('opens nothing while storage says %s', async (code) => {
    const desk = new Desk();
    desk.storage = { code };
    expect(await desk.signIn.start('site-1')).toEqual(failure({ code }));
    expect([desk.step, desk.opened]).toEqual(['idle', []]);
  });

  it('needs the company credentials and a site', async () => {
    const desk = new Desk();
    expect(await desk.signIn.start('unknown')).toMatchObject({ problem: { code: 'L-81' } });
    desk.profile = null;
    expect(await desk.signIn.start('site-1')).toEqual(failure({ code: 'L-67' }));
    expect(desk.step).toBe('idle');
  });

  it('refuses a second site by name and answers the same site with the running view', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    const running = desk.signIn.view();
    expect(await desk.signIn.start('site-2')).toEqual(failure({ code: 'L-83', siteName: 'Name of site-1' }));
    expect(await desk.signIn.start('site-1')).toEqual(success(running));
    expect(desk.opened).toHaveLength(1);
  });

  it('ends with the problem of the route and opens no browser', async () => {
    const desk = new Desk();
    desk.prepare.mockResolvedValue(failure({ code: 'L-82', port: 4711 }));
    await desk.signIn.start('site-1');
    expect([desk.step, desk.problem, desk.opened]).toEqual(['ended', { code: 'L-82', port: 4711 }, []]);
    expect(desk.release).not.toHaveBeenCalled();
  });

  it('ends when no browser opens', async () => {
    const desk = new Desk();
    desk.browser = failure({ code: 'L-85' });
    await desk.signIn.start('site-1');
    expect([desk.step, desk.problem]).toEqual(['ended', { code: 'L-85' }]);
    expect(desk.release).toHaveBeenCalledTimes(1);
  });

  it('goes on when the return is in although the browser was said not to open', async () => {
    const desk = new Desk();
    const browser = Promise.withResolvers<Result<null>>();
    desk.browser = browser.promise;
    const started = desk.signIn.start('site-1');
    await settle();
    desk.comeBack();
    browser.resolve(failure({ code: 'L-33' }));
    await started;
    await settle();
    expect(desk.step).toBe('confirming');
  });

  it('closes the listener of an attempt that was stopped while it opened, before the next one opens its own', async () => {
    const desk = new Desk();
    const order: string[] = [];
    const slow = Promise.withResolvers<Result<null>>();
    desk.prepare.mockImplementationOnce(async () => {
      order.push('prepare 1');
      return slow.promise;
    });
    desk.prepare.mockImplementationOnce(async () => {
      order.push('prepare 2');
      return success(null);
    });
    desk.release.mockImplementation(() => order.push('release'));
    const first = desk.signIn.start('site-1');
    await settle();
    desk.signIn.stop();
    const second = desk.signIn.start('site-2');
    slow.resolve(success(null));
    await Promise.all([first, second]);
    expect(order).toEqual(['prepare 1', 'release', 'prepare 2']);
    expect(desk.signIn.view()).toMatchObject({ step: 'waiting', siteId: 'site-2' });
  });
});
