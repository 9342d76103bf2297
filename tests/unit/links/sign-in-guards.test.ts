import { describe, expect, it } from 'vitest';
import { failure, success } from '../../../electron/contract/result.ts';
import { Desk } from './desk.ts';
import { discovery, MINUTE, settle } from './fakes.ts';

const normal = { name: null, isPrivate: false };

/** A desk whose page the browser fetched, and whose customer came back after `milliseconds`. */
async function returned(milliseconds: number, prepare: (desk: Desk) => void = () => undefined, isReused = false): Promise<Desk> {
  const desk = new Desk();
  prepare(desk);
  await desk.signIn.start('site-1');
  if (desk.step === 'signingOut') await desk.signIn.signedOut();
  desk.page?.shown(isReused);
  await desk.clock.advance(milliseconds);
  desk.comeBack();
  await settle();
  return desk;
}

describe('a return that came too fast', () => {
  it('is shown with the doubt, and stored only after the deliberate act', async () => {
    const desk = await returned(4999);
    expect(desk.signIn.view()).toMatchObject({ step: 'confirming', doubt: 'fast' });
    expect(desk.signIn.confirm()).toEqual(failure({ code: 'L-27' }));
    expect(desk.links.findBySite('site-1')).toBeNull();
    expect(desk.signIn.confirm(true)).toMatchObject({ value: { step: 'stored' } });
  });

  it('is measured from the page that was shown last', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    desk.page?.shown(false);
    await desk.clock.advance(MINUTE);
    await desk.signIn.openAgain();
    desk.page?.shown(false);
    await desk.clock.advance(1000);
    desk.comeBack();
    await settle();
    expect(desk.signIn.view()).toMatchObject({ doubt: 'fast' });
  });

  it('is no doubt when somebody had the time to type, and the yes stores at once', async () => {
    const desk = await returned(5000);
    expect(desk.signIn.view()).toMatchObject({ step: 'confirming', doubt: null });
    expect(desk.signIn.confirm()).toMatchObject({ value: { step: 'stored' } });
  });

  it('is doubted too in a private window that was used before, or of a page that was opened by hand', async () => {
    expect((await returned(MINUTE, undefined, true)).signIn.view()).toMatchObject({ doubt: 'reused' });
    const desk = new Desk();
    await desk.signIn.start('site-1');
    await desk.signIn.copyLink();
    desk.page?.shown(false);
    await desk.clock.advance(MINUTE);
    desk.comeBack();
    await settle();
    expect(desk.signIn.view()).toMatchObject({ doubt: 'normalWindow' });
  });
});

describe('a normal window', () => {
  const inNormal = (desk: Desk): void => void Object.assign(desk, { window: normal, discovery });

  it('opens only after somebody said that nobody is signed in there', async () => {
    const desk = new Desk();
    inNormal(desk);
    await desk.signIn.start('site-1');
    expect([desk.signIn.view(), desk.opened, desk.signOuts]).toEqual([{ step: 'signingOut', id: expect.any(String), siteId: 'site-1', siteName: 'Name of site-1', window: normal, canSignOut: true }, [], [discovery.endSessionEndpoint]]);
    await desk.signIn.openAgain();
    expect(desk.signOuts).toHaveLength(2);
    await desk.signIn.signedOut();
    expect([desk.step, desk.opened.length]).toEqual(['waiting', 1]);
  });

  it('is asked about without a page where discovery has none', async () => {
    const desk = new Desk();
    desk.window = normal;
    await desk.signIn.start('site-1');
    expect([desk.signIn.view(), desk.signOuts]).toMatchObject([{ step: 'signingOut', canSignOut: false }, []]);
  });

  it('needs the deliberate act even when the sign-in took its time', async () => {
    const desk = await returned(MINUTE, inNormal);
    expect(desk.signIn.view()).toMatchObject({ doubt: 'normalWindow' });
    expect(desk.signIn.confirm()).toEqual(failure({ code: 'L-27' }));
  });

  it('takes no return while signing out, and ends when nobody goes on', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    const early = desk.returnAddress();
    desk.window = normal;
    await desk.signIn.openAgain();
    expect([desk.step, desk.signIn.accept(early, 'open-url')]).toMatchObject(['signingOut', { kind: 'refused' }]);
    await desk.clock.advance(10 * MINUTE);
    expect([desk.step, desk.problem, desk.release.mock.calls.length]).toEqual(['ended', { code: 'L-12' }, 1]);
  });
});

describe('signing out first', () => {
  it('is done for a private window too where it is asked for, and only once per attempt', async () => {
    const desk = new Desk();
    desk.discovery = discovery;
    await desk.signIn.start('site-1', { signOutFirst: true });
    expect([desk.step, desk.signOuts, desk.opened]).toEqual(['signingOut', [discovery.endSessionEndpoint], []]);
    await desk.signIn.signedOut();
    await desk.signIn.openAgain();
    expect([desk.step, desk.signOuts.length, desk.opened.length]).toEqual(['waiting', 1, 2]);
  });

  it('asks for exactly the page that discovery names, and says when there is none', async () => {
    const desk = new Desk();
    expect(await desk.signIn.signOut()).toEqual(failure({ code: 'L-81', reason: 'noSignOutPage' }));
    desk.discovery = discovery;
    expect([await desk.signIn.signOut(), desk.signOuts]).toEqual([success(null), [discovery.endSessionEndpoint]]);
  });
});

describe('a browser that does not open', () => {
  it('leaves the sign-in waiting and says so, so that another one can be chosen', async () => {
    const desk = new Desk();
    desk.browser = failure({ code: 'L-33' });
    await desk.signIn.start('site-1');
    expect(desk.signIn.view()).toMatchObject({ step: 'waiting', isMissing: true });
    expect([await desk.signIn.openAgain(), desk.signIn.view()]).toMatchObject([{ ok: false, problem: { code: 'L-33' } }, { isMissing: true }]);
    desk.browser = success(null);
    await desk.signIn.openAgain();
    expect(desk.signIn.view()).toMatchObject({ step: 'waiting', isMissing: false });
  });

  it('is told when the page was never fetched, and no more when it was', async () => {
    const desk = new Desk();
    await desk.signIn.start('site-1');
    desk.page?.notShown();
    expect(desk.signIn.view()).toMatchObject({ isMissing: true });
    desk.page?.shown(false);
    expect(desk.signIn.view()).toMatchObject({ isMissing: false });
  });
});

it('what an old page does moves nothing in the next attempt', async () => {
  const desk = new Desk();
  await desk.signIn.start('site-1');
  const old = desk.page;
  desk.signIn.stop();
  await desk.signIn.start('site-2');
  const before = desk.signIn.view();
  old?.shown(true);
  old?.notShown();
  expect(desk.signIn.view()).toEqual(before);
});

it('the homes of a confirmed link are kept with the consent', async () => {
  const desk = await returned(MINUTE);
  desk.signIn.confirm();
  expect(desk.seen).toEqual(['site-1 home-1']);
});
