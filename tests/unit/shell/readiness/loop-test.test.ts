import { beforeEach, describe, expect, it } from 'vitest';
import { failure, success, type Result } from '../../../../electron/contract/result.ts';
import type { Secret } from '../../../../electron/oauth/secret.ts';
import { LOOP_PATIENCE, type SchemeOwner } from '../../../../electron/readiness/loop.ts';
import { createLoopTest, type LoopTest, type LoopTestParts } from '../../../../electron/shell/readiness/loop-test.ts';
import { NOTHING_STORED, type StoredReadiness } from '../../../../electron/shell/readiness/stored.ts';
import { CountingRandom, ManualClock, settle } from '../../links/fakes.ts';

let clock: ManualClock;
let stored: StoredReadiness;
let opened: string[];
let redirectUri: string | null;
let signInRuns: boolean;
let owner: SchemeOwner;
let browser: Result<null>;
let quits: number;
let loop: LoopTest;

const parts = (): LoopTestParts => ({
  clock, random: new CountingRandom(),
  redirectUri: () => redirectUri,
  isSignInRunning: () => signInRuns,
  openBrowser: async (address: Secret) => {
    opened.push(address.reveal());
    return browser;
  },
  ownerOf: async () => owner,
  load: () => stored,
  save: (part) => void (stored = { ...stored, ...part }),
  changed: () => undefined,
  quit: () => void (quits += 1),
});

beforeEach(() => {
  clock = new ManualClock();
  [stored, opened, redirectUri, signInRuns, owner, browser, quits] = [NOTHING_STORED, [], 'liaison://auth/callback', false, { kind: 'ours' }, success(null), 0];
  loop = createLoopTest(parts());
});

/** What the browser finds on the page, once it was opened. */
async function pressOnPage(): Promise<string> {
  const page = await (await fetch(opened.at(-1) ?? '')).text();
  return /<a href="([^"]+)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

describe('the test of the way back', () => {
  it('is proven by a return within a minute, once', async () => {
    await loop.start(false);
    const address = await pressOnPage();
    expect(address).toMatch(/^liaison:\/\/loop-test\/[\w-]{43}$/u);
    expect(loop.accept(address)).toBe('taken');
    expect(loop.view()).toMatchObject({ step: 'returned', cold: false });
    expect(stored.proof).toMatchObject({ redirectUri: 'liaison://auth/callback', cold: false });
    expect(loop.accept(address)).toBe('ignored');
  });

  it('serves its page once', async () => {
    await loop.start(false);
    await pressOnPage();
    await expect(fetch(opened[0] ?? '').then(({ status }) => status, () => 'closed')).resolves.not.toBe(200);
    await loop.stop();
  });

  it('counts no number but its own, and leaves sign-in returns alone', async () => {
    await loop.start(false);
    expect(loop.accept(`liaison://loop-test/${'x'.repeat(43)}`)).toBe('ignored');
    expect(loop.accept('liaison://auth/callback?code=c&state=s')).toBe('notOurs');
    expect(loop.view().step).toBe('waiting');
    await loop.stop();
  });

  it.each([
    ['nobody gets returns', { kind: 'none' }, 'L-30'], ['another program does', { kind: 'other', name: 'Old' }, 'L-31'], ['the browser was not allowed to', { kind: 'ours' }, 'L-32'],
  ] as const)('that is not answered says why: %s', async (_case, who, code) => {
    await loop.start(false);
    const address = await pressOnPage();
    await settle();
    owner = who;
    await clock.advance(LOOP_PATIENCE);
    expect(loop.view()).toMatchObject({ step: 'missing', problem: { code } });
    expect(loop.accept(address)).toBe('ignored');
  });

  it('whose page nobody opened blames the browser', async () => {
    await loop.start(false);
    await clock.advance(LOOP_PATIENCE);
    expect(loop.view()).toMatchObject({ step: 'missing', problem: { code: 'L-85' } });
  });

  it('is refused while a sign-in runs, without credentials, and without a browser', async () => {
    signInRuns = true;
    expect(await loop.start(false)).toEqual(failure({ code: 'L-83' }));
    [signInRuns, redirectUri] = [false, null];
    expect(await loop.start(false)).toEqual(failure({ code: 'L-67' }));
    [redirectUri, browser] = ['liaison://auth/callback', failure({ code: 'L-85' })];
    expect(await loop.start(false)).toEqual(failure({ code: 'L-85' }));
    expect([loop.view().step, clock.timers]).toEqual(['none', 0]);
  });

  it('that is stopped leaves nothing behind', async () => {
    await loop.start(true);
    const address = await pressOnPage();
    await loop.stop();
    expect([loop.view().step, clock.timers, stored.pending, loop.accept(address)]).toEqual(['none', 0, null, 'ignored']);
  });

  it('on the loopback route really listens, and gives the port back', async () => {
    redirectUri = 'http://localhost:48761/callback';
    expect(await loop.start(true)).toEqual(success(null));
    const address = await pressOnPage();
    const answer = await fetch(address);
    expect([answer.status, loop.view().step, quits]).toEqual([200, 'returned', 0]);
    expect(await loop.start(false)).toEqual(success(null));
    await loop.stop();
  });

  it('over a bounce page opens that page itself', async () => {
    redirectUri = 'https://company.example/back';
    await loop.start(false);
    expect(opened[0]).toMatch(/^https:\/\/company\.example\/back\?loop_test=[\w-]{43}$/u);
    const number = opened[0]?.split('=')[1] ?? '';
    expect(loop.accept(`liaison://auth/callback?loop_test=${number}`)).toBe('taken');
  });
});

describe('the test with the program closed', () => {
  it('ends the program when the page is in the browser, keeps no number, and is recognised by the next process', async () => {
    await loop.start(true);
    const address = await pressOnPage();
    await settle();
    expect(quits).toBe(0);
    await clock.advance(2000);
    expect(quits).toBe(1);
    expect(JSON.stringify(stored)).not.toContain(address.split('/').at(-1));
    const next = createLoopTest(parts());
    next.resume();
    expect(next.view()).toMatchObject({ step: 'waiting', cold: true });
    expect(next.accept(address)).toBe('taken');
    expect([next.view().step, stored.proof?.cold, stored.pending]).toEqual(['returned', true, null]);
  });

  it('does not end the program when the browser never fetched the page', async () => {
    await loop.start(true);
    await clock.advance(LOOP_PATIENCE);
    expect([quits, stored.pending]).toEqual([0, null]);
  });

  it('that is answered after its minute does not count', async () => {
    await loop.start(true);
    const address = await pressOnPage();
    await settle();
    const next = createLoopTest(parts());
    clock.sleep(LOOP_PATIENCE);
    next.resume();
    expect(next.accept(address)).toBe('ignored');
    await clock.advance(1);
    expect(next.view()).toMatchObject({ step: 'missing', cold: true, problem: { code: 'L-32' } });
  });
});
