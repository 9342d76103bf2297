import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { failure, success, type Result } from '../../../electron/contract/result.ts';
import type { AttemptView } from '../../../electron/contract/views.ts';
import { createSignIn } from '../../../electron/links/sign-in.ts';
import type { ReturnSource, SignIn } from '../../../electron/links/sign-in-ports.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { CountingRandom, json, ManualClock, MemoryLinks, MINUTE, profile, ScriptedHttp, sentForm, settle, START, storedLink, tokenAnswer } from './fakes.ts';

/** One desk with everything around it, and what a browser and a person do with it. */
class Desk {
  readonly clock = new ManualClock();
  readonly http = new ScriptedHttp();
  readonly links = new MemoryLinks();
  readonly opened: string[] = [];
  readonly copied: string[] = [];
  readonly history: string[] = [];
  readonly prepare = vi.fn(async (): Promise<Result<null>> => success(null));
  readonly release = vi.fn();
  profile: CompanyProfile | null = profile;
  storage: Problem | null = null;
  browser: Result<null> = success(null);
  changes = 0;
  readonly signIn: SignIn;

  constructor() {
    this.signIn = createSignIn({
      clock: this.clock,
      random: new CountingRandom(),
      http: this.http,
      links: this.links,
      routes: { prepare: this.prepare, release: this.release },
      openBrowser: async (url) => {
        this.opened.push(url.reveal());
        return this.browser;
      },
      copyText: (text) => this.copied.push(text.reveal()),
      profile: () => this.profile,
      discovery: () => null,
      canStore: () => this.storage,
      siteName: (siteId) => (siteId === 'unknown' ? null : `Name of ${siteId}`),
      history: (siteId, event) => this.history.push(`${siteId} ${event}`),
      changed: () => {
        this.changes += 1;
      },
    });
  }

  get step(): AttemptView['step'] {
    return this.signIn.view().step;
  }

  get problem(): Problem | null | undefined {
    const view = this.signIn.view();
    return 'problem' in view ? view.problem : undefined;
  }

  get state(): string {
    return new URL(this.opened.at(-1) ?? '').searchParams.get('state') ?? '';
  }

  returnAddress(parameters: Record<string, string> = {}): string {
    return `${profile.redirectUri}?${new URLSearchParams({ code: 'canary-code', state: this.state, ...parameters }).toString()}`;
  }

  comeBack(source: ReturnSource = 'open-url') {
    return this.signIn.accept(this.returnAddress(), source);
  }

  async toConfirming(): Promise<void> {
    await this.signIn.start('site-1');
    this.comeBack();
    await settle();
    expect(this.step).toBe('confirming');
  }
}

const pending = (): { readonly promise: Promise<HttpOutcome>; readonly resolve: (outcome: HttpOutcome) => void } => Promise.withResolvers<HttpOutcome>();

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
    desk.browser = failure({ code: 'L-33' });
    await desk.signIn.start('site-1');
    expect([desk.step, desk.problem]).toEqual(['ended', { code: 'L-33' }]);
    expect(desk.release).toHaveBeenCalledTimes(1);
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
    expect(desk.signIn.copyLink()).toEqual(success(null));
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

  it('has no address to copy or open otherwise', async () => {
    const desk = new Desk();
    expect(desk.signIn.copyLink()).toEqual(failure({ code: 'L-15' }));
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

  it.each([['replyUrl', 'L-11'], ['internalError', 'L-06'], ['otherError', 'L-01'], ['blank', 'L-10']] as const)('ends with the problem of the page %s: %s', async (page, code) => {
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

describe('the exchange', () => {
  const answers: readonly (readonly [string, HttpOutcome, Problem['code']])[] = [
    ['a code that is too old', json(400, { error: 'invalid_grant', error_description: 'AADB2C90080: The provided grant has expired.' }), 'L-20'],
    ['an expired secret', json(400, { error: 'invalid_grant', error_description: 'AADB2C90085: Please reauthenticate.' }), 'L-16'],
    ['an unknown client', json(401, { error: 'invalid_client' }), 'L-08'],
    ['no network', { kind: 'nothingSent', failure: 'offline' }, 'L-50'],
    ['no answer', { kind: 'unknown', failure: 'timeout' }, 'L-10'],
    ['no refresh token', json(200, { access_token: 'a', token_type: 'Bearer' }), 'L-45'],
  ];

  it.each(answers)('ends and never sends the code again: %s', async (_name, answer, code) => {
    const desk = new Desk();
    desk.http.tokens.push(answer);
    await desk.signIn.start('site-1');
    const address = desk.returnAddress();
    desk.signIn.accept(address, 'open-url');
    await desk.clock.advance(MINUTE);
    desk.signIn.accept(address, 'open-url');
    await settle();
    expect([desk.step, desk.problem?.code, desk.http.posts.length]).toEqual(['ended', code, 1]);
  });

  it.each(['exchanging', 'readingHomes'] as const)('forgets everything when stopped while %s', async (step) => {
    const desk = new Desk();
    const slow = pending();
    (step === 'exchanging' ? desk.http.tokens : desk.http.reads).push(slow.promise);
    await desk.signIn.start('site-1');
    desk.comeBack();
    await settle();
    expect(desk.step).toBe(step);
    expect(desk.signIn.stop()).toMatchObject({ value: { step: 'ended', problem: null } });
    slow.resolve(step === 'exchanging' ? tokenAnswer() : json(200, { plants: [] }));
    await settle();
    expect([desk.step, desk.problem]).toEqual(['ended', null]);
    expect(desk.http.sent).toHaveLength(step === 'exchanging' ? 1 : 2);
    expect(desk.history).toEqual(['site-1 signInStopped']);
  });

  it('keeps a late answer of a stopped attempt away from the next one', async () => {
    const desk = new Desk();
    const slow = pending();
    desk.http.tokens.push(slow.promise);
    await desk.signIn.start('site-1');
    desk.comeBack();
    desk.signIn.stop();
    await desk.signIn.start('site-2');
    slow.resolve(tokenAnswer());
    await settle();
    expect(desk.signIn.view()).toMatchObject({ step: 'waiting', siteId: 'site-2' });
  });

  it.each(['preparing', 'waiting', 'exchanging', 'readingHomes'] as const)('is interrupted by sleep while %s', async (step) => {
    const desk = new Desk();
    if (step === 'preparing') desk.prepare.mockReturnValue(new Promise(() => undefined));
    if (step === 'exchanging') desk.http.tokens.push(pending().promise);
    if (step === 'readingHomes') desk.http.reads.push(pending().promise);
    const started = desk.signIn.start('site-1');
    await settle();
    if (step !== 'preparing') await started;
    if (step === 'exchanging' || step === 'readingHomes') desk.comeBack();
    await settle();
    expect(desk.step).toBe(step);
    desk.signIn.interrupted();
    expect([desk.step, desk.problem]).toEqual(['ended', { code: 'L-15' }]);
  });
});

describe('confirming', () => {
  const troubles: readonly (readonly [string, HttpOutcome, Problem['code']])[] = [
    ['terms to accept', json(470, {}), 'L-49'],
    ['an expired customer password', json(469, {}), 'L-49'],
    ['refused at once', json(401, { message: 'no' }), 'L-46'],
    ['too many requests', json(429, {}, { 'retry-after': '7' }), 'L-44'],
  ];

  it.each(troubles)('shows why homes could not be read and may be confirmed all the same: %s', async (_name, answer, code) => {
    const desk = new Desk();
    desk.http.reads.push(answer);
    await desk.toConfirming();
    expect(desk.signIn.view()).toMatchObject({ homes: null, problem: { code } });
    desk.signIn.confirm();
    expect(desk.links.findBySite('site-1')).toMatchObject({ condition: 'active', problem: { code }, proof: { homes: null } });
    expect(desk.history).toEqual(['site-1 linked']);
  });

  it('shows an empty account as L-26 and lets the person say yes', async () => {
    const desk = new Desk();
    desk.http.reads.push({ kind: 'answer', status: 204, headers: {}, body: '' });
    await desk.toConfirming();
    expect(desk.signIn.view()).toMatchObject({ homes: [], problem: { code: 'L-26' } });
    expect(desk.signIn.confirm()).toMatchObject({ value: { step: 'stored' } });
  });

  it('forgets everything at "no, other account"', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    expect(desk.signIn.reject()).toMatchObject({ value: { step: 'ended', problem: { code: 'L-25' } } });
    desk.signIn.confirm();
    expect([desk.step, desk.links.rows.size, desk.history]).toEqual(['ended', 0, []]);
  });

  it('stops at a home of another site, before and at the confirmation', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    desk.links.siteNames.set('site-9', 'Casa Rossi');
    storedLink(desk.links, START, { siteId: 'site-9', proof: { at: START, homes: [{ id: 'home-1', name: null, devices: null, problem: null }] } });
    expect(desk.signIn.confirm()).toMatchObject({ value: { step: 'ended', problem: { code: 'L-24', siteName: 'Casa Rossi' } } });
    await desk.signIn.start('site-1');
    desk.comeBack();
    await settle();
    expect([desk.step, desk.problem?.code, desk.links.findBySite('site-1')]).toEqual(['ended', 'L-24', null]);
  });

  it('lets the same site be linked anew', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    desk.signIn.confirm();
    await desk.toConfirming();
    expect(desk.signIn.confirm()).toMatchObject({ value: { step: 'stored' } });
    expect(desk.links.rows.size).toBe(1);
  });

  it('goes on asking while links cannot be protected', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    desk.storage = { code: 'L-60' };
    expect(desk.signIn.confirm()).toEqual(failure({ code: 'L-60' }));
    desk.storage = null;
    expect(desk.signIn.confirm()).toMatchObject({ value: { step: 'stored' } });
  });

  it('ends with L-62 when the link cannot be saved', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    desk.links.broken.add('create');
    expect(desk.signIn.confirm()).toMatchObject({ value: { step: 'ended', problem: { code: 'L-62' } } });
    expect(desk.history).toEqual([]);
  });

  it('is not disturbed by sleep', async () => {
    const desk = new Desk();
    await desk.toConfirming();
    desk.signIn.interrupted();
    expect(desk.step).toBe('confirming');
  });
});
