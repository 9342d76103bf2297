import { describe, expect, it } from 'vitest';
import { afterWaiting, mayInstallAtEnd, mayLookAlone, refusal, type Moment } from '../../../electron/updates/policy.ts';

const good: Moment = { isShown: true, isOnline: true, isCalm: true, work: 'free' };
const bad: readonly Partial<Moment>[] = [{ isShown: false }, { isOnline: false }, { isCalm: false }, { work: 'renewing' }, { work: 'signIn' }];

describe('a look that nobody asked for', () => {
  it('is made when a window is open, a network is there and nothing is done for a customer', () => {
    expect(mayLookAlone(good)).toBe(true);
  });
  it.each(bad)('is not made when %j', (part) => {
    expect(mayLookAlone({ ...good, ...part })).toBe(false);
  });
});

describe('what a person asks for', () => {
  it('waits for a customer who signs in', () => {
    expect([refusal('free'), refusal('renewing'), refusal('signIn')]).toEqual([null, null, { code: 'L-83' }]);
  });
  it('to install now waits for renewals, and is forgotten for a sign-in', () => {
    expect([afterWaiting('free'), afterWaiting('renewing'), afterWaiting('signIn')]).toEqual(['install', 'wait', 'forget']);
  });
  it('is installed at the end only when a person said so, and not when the system ends the session', () => {
    const wishes = ['none', 'now', 'preparing', 'atQuit'] as const;
    expect(wishes.map((wish) => mayInstallAtEnd(wish, false))).toEqual([false, false, true, true]);
    expect(wishes.map((wish) => mayInstallAtEnd(wish, true))).toEqual([false, false, false, false]);
  });
});
