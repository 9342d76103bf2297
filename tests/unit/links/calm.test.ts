import { describe, expect, it } from 'vitest';
import { createCalm, createTurnstile } from '../../../electron/links/calm.ts';
import { DAY, ManualClock, settle } from './fakes.ts';

describe('calm', () => {
  it('is at once, but only 20 seconds after the laptop woke', () => {
    const clock = new ManualClock();
    const calm = createCalm(clock);
    expect(calm.remaining()).toBe(0);
    calm.suspend();
    expect(calm.remaining()).toBeNull();
    clock.sleep(DAY);
    calm.awake();
    expect(calm.remaining()).toBe(20_000);
    clock.sleep(19_999);
    expect(calm.remaining()).toBe(1);
    clock.sleep(1);
    expect(calm.remaining()).toBe(0);
  });

  it('does not wait for a clock that was set back', () => {
    const clock = new ManualClock();
    const calm = createCalm(clock);
    calm.awake();
    clock.sleep(-DAY);
    expect(calm.remaining()).toBe(20_000);
    clock.sleep(20_000);
    expect(calm.remaining()).toBe(0);
  });

  it('never comes back once the program ends', () => {
    const calm = createCalm(new ManualClock());
    calm.end();
    calm.suspend();
    calm.awake();
    expect([calm.remaining(), calm.isEnding()]).toEqual([null, true]);
  });
});

describe('the turnstile', () => {
  it('lets four in at a time and one each half second', async () => {
    const clock = new ManualClock();
    const turnstile = createTurnstile(clock);
    const entered: number[] = [];
    for (let number = 0; number < 7; number += 1) void turnstile.enter().then(() => entered.push(clock.now()));
    await clock.advance(10_000);
    expect(entered.map((at) => at - (entered[0] ?? 0))).toEqual([0, 500, 1000, 1500]);
    turnstile.leave();
    turnstile.leave();
    await settle();
    expect(entered).toHaveLength(5);
    await clock.advance(500);
    expect(entered).toHaveLength(6);
  });

  it('lets everybody through when the program ends', async () => {
    const turnstile = createTurnstile(new ManualClock());
    let entered = 0;
    for (let number = 0; number < 20; number += 1) void turnstile.enter().then(() => (entered += 1));
    turnstile.open();
    void turnstile.enter().then(() => (entered += 1));
    await settle();
    expect(entered).toBe(21);
  });
});
