import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { failure } from '../../../electron/contract/result.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { Desk, pending } from './desk.ts';
import { json, MINUTE, settle, START, storedLink, tokenAnswer } from './fakes.ts';

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

  it('reads nothing of the store when it was stopped meanwhile: that may be closed by now', async () => {
    const desk = new Desk();
    const slow = pending();
    desk.http.reads.push(slow.promise);
    await desk.signIn.start('site-1');
    desk.comeBack();
    await settle();
    desk.signIn.stop();
    desk.links.findOtherSite = () => {
      throw new Error('database is not open');
    };
    slow.resolve(json(200, { plants: [] }));
    await settle();
    expect(desk.step).toBe('ended');
  });

  it('ends when the disk cannot be read, instead of waiting for ever', async () => {
    const desk = new Desk();
    desk.links.findOtherSite = () => {
      throw new Error('disk I/O error');
    };
    await desk.signIn.start('site-1');
    desk.comeBack();
    await settle();
    expect([desk.step, desk.problem]).toEqual(['ended', { code: 'L-62' }]);
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
