import { describe, expect, it } from 'vitest';
import { failure, success } from '../../../electron/contract/result.ts';
import { Desk } from './desk.ts';
import { discovery, MINUTE, profile, settle } from './fakes.ts';

describe('returns that are refused', () => {
  const forged: Record<string, (desk: Desk) => string> = {
    'a forged state': (desk) => desk.returnAddress({ state: 'x'.repeat(43) }),
    'an error with a forged state': () => `${profile.redirectUri}?error=access_denied&state=forged`,
    'an error without state': () => `${profile.redirectUri}?error=access_denied`,
    'a doubled code': (desk) => `${desk.returnAddress()}&code=other`,
    'neither code nor error': (desk) => `${profile.redirectUri}?state=${desk.state}`,
  };

  it.each(Object.entries(forged))('leave the sign-in waiting: %s', async (_name, address) => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    expect(desk.signIn.accept(address(desk), 'second-instance')).toMatchObject({ kind: 'refused', problem: { code: 'L-13' } });
    expect(desk.signIn.view()).toMatchObject({ step: 'waiting', refused: { code: 'L-13' } });
    expect(desk.http.sent).toHaveLength(0);
    expect(desk.comeBack()).toEqual({ kind: 'taken' });
  });

  it('ignores what is no return at all', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    expect(desk.signIn.accept('https://example.org/?code=1&state=2', 'argv')).toEqual({ kind: 'notOurs' });
    expect(desk.signIn.view()).toMatchObject({ step: 'waiting', refused: null });
  });

  it('knows a double from a forgery, at every later step', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    const address = desk.returnAddress();
    expect(desk.signIn.accept(address, 'open-url')).toEqual({ kind: 'taken' });
    expect(desk.signIn.accept(address, 'second-instance')).toEqual({ kind: 'alreadyUsed' });
    await settle();
    expect(desk.signIn.accept(address, 'open-url')).toEqual({ kind: 'alreadyUsed' });
    expect(desk.signIn.accept(desk.returnAddress({ state: 'forged' }), 'open-url')).toMatchObject({ kind: 'refused' });
    desk.signIn.confirm();
    expect(desk.signIn.accept(address, 'open-url')).toEqual({ kind: 'alreadyUsed' });
    expect([desk.step, desk.http.posts.length]).toEqual(['stored', 1]);
  });

  it('refuses a return that names another issuer than discovery does', async () => {
    const desk = new Desk();
    desk.discovery = discovery;
    await desk.signIn.start('site-1');
    expect(desk.signIn.accept(desk.returnAddress({ iss: 'https://other.example' }), 'open-url')).toMatchObject({ kind: 'refused', problem: { code: 'L-13' } });
    expect(desk.signIn.accept(desk.returnAddress({ iss: discovery.issuer }), 'open-url')).toEqual({ kind: 'taken' });
  });

  it('listens for the company of today once a sign-in has ended', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    desk.signIn.stop();
    desk.profile = { ...profile, redirectUri: 'liaison://other/way' };
    expect(desk.signIn.accept('liaison://other/way?code=a&state=b', 'argv')).toEqual({ kind: 'nobodyWaiting' });
    expect(desk.signIn.accept(`${profile.redirectUri}?code=a&state=b`, 'argv')).toEqual({ kind: 'notOurs' });
  });

  it('tells the caller when nobody waits', async () => {
    const desk = new Desk();
    expect(desk.signIn.accept(`${profile.redirectUri}?code=a&state=b`, 'argv')).toEqual({ kind: 'nobodyWaiting' });
    await desk.signIn.start('site-1');
    desk.signIn.stop();
    expect(desk.comeBack()).toEqual({ kind: 'nobodyWaiting' });
    expect([desk.step, desk.http.sent]).toEqual(['ended', []]);
  });

  it('is not ours while no company is known', () => {
    const desk = new Desk();
    desk.profile = null;
    expect(desk.signIn.accept(`${profile.redirectUri}?code=a&state=b`, 'argv')).toEqual({ kind: 'notOurs' });
  });
});

describe('the deadline', () => {
  it('ends the waiting after ten minutes', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    await desk.clock.advance(10 * MINUTE - 1);
    expect(desk.step).toBe('waiting');
    await desk.clock.advance(1);
    expect([desk.step, desk.problem]).toEqual(['ended', { code: 'L-12' }]);
  });

  it('refuses a late return even when the timer slept', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    desk.clock.sleep(10 * MINUTE);
    expect(desk.comeBack()).toEqual({ kind: 'refused', problem: { code: 'L-12' } });
    expect([desk.step, desk.problem, desk.http.sent]).toEqual(['ended', { code: 'L-12' }, []]);
  });

  it('does not end a later attempt', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    await desk.clock.advance(9 * MINUTE);
    desk.signIn.stop();
    await desk.signIn.start('site-1');
    await desk.clock.advance(9 * MINUTE);
    expect(desk.step).toBe('waiting');
  });
});

describe('while waiting', () => {
  it('opens and copies the same page again', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    await desk.signIn.openAgain();
    expect(await desk.signIn.copyLink()).toEqual(success(null));
    expect(new Set([...desk.opened, ...desk.copied]).size).toBe(1);
    expect([desk.opened.length, desk.copied.length]).toEqual([2, 1]);
  });

  it('goes on waiting when the page cannot be opened again', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    desk.browser = failure({ code: 'L-33' });
    expect(await desk.signIn.openAgain()).toEqual(failure({ code: 'L-33' }));
    expect(desk.step).toBe('waiting');
  });

  it('opens nothing more for a person who stopped in the same moment', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    const again = desk.signIn.openAgain();
    desk.signIn.stop();
    await again;
    expect([desk.opened.length, desk.step]).toEqual([1, 'ended']);
  });

  it('has no address to copy or open otherwise', async () => {
    const desk = new Desk();
    expect(await desk.signIn.copyLink()).toEqual(failure({ code: 'L-15' }));
    expect(await desk.signIn.openAgain()).toEqual(success({ step: 'idle' }));
    expect([desk.copied, desk.opened]).toEqual([[], []]);
  });

  it('takes a pasted address, blanks around it allowed', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    expect(desk.signIn.paste(`  ${desk.returnAddress()}\n`)).toMatchObject({ ok: true, value: { step: 'exchanging' } });
  });

  it('answers a wrong paste to the person and shows nothing else', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    const before = desk.signIn.view();
    expect(desk.signIn.paste('hello')).toEqual(failure({ code: 'L-84' }));
    expect(desk.signIn.paste(desk.returnAddress().slice(0, -50))).toMatchObject({ ok: false });
    expect(desk.signIn.paste(`${profile.redirectUri}?state=${desk.state}`)).toMatchObject({ problem: { code: 'L-84' } });
    expect(desk.signIn.paste(desk.returnAddress({ state: 'old' }))).toMatchObject({ problem: { code: 'L-13' } });
    expect(desk.signIn.view()).toEqual(before);
    desk.signIn.stop();
    expect(desk.signIn.paste(desk.returnAddress())).toEqual(failure({ code: 'L-14' }));
  });

  it.each([['replyUrl', 'L-11'], ['internalError', 'L-06'], ['otherError', 'L-01'], ['blank', 'L-10'], ['someoneElse', 'L-27']] as const)('ends with the problem of the page %s: %s', async (page, code) => {
    const desk = new Desk();
    expect(desk.signIn.reportErrorPage(page)).toEqual(success({ step: 'idle' }));
    await desk.signIn.start('site-1');
    expect(desk.signIn.reportErrorPage(page)).toMatchObject({ value: { step: 'ended', problem: { code } } });
  });

  it.each([['access_denied', '', 'L-03'], ['access_denied', 'AADB2C90118: forgotten', 'L-22'], ['server_error', '', 'L-06'], ['temporarily_unavailable', '', 'L-07']])('believes the error %s (%s) with the right state', async (error, description, code) => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    const query = new URLSearchParams({ error, error_description: description, state: desk.state }).toString();
    expect(desk.signIn.accept(`${profile.redirectUri}?${query}`, 'loopback')).toEqual({ kind: 'taken' });
    expect([desk.step, desk.problem?.code, desk.http.sent]).toEqual(['ended', code, []]);
  });
});
