import { describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { DAY, MINUTE, START } from './fakes.ts';

const expired = { code: 'L-16' } as const;

function refuse(breaker: Breaker, ...minutes: readonly (readonly [string, number])[]): boolean {
  return minutes.map(([link, minute]) => breaker.linkRefused(link, START + minute * MINUTE)).at(-1) ?? false;
}

describe('the breaker', () => {
  it('opens at once when the server refuses the company, and lets one probe through each 15 minutes', () => {
    const breaker = new Breaker();
    expect([breaker.admits(START), breaker.probeAt(START)]).toEqual([true, null]);
    breaker.companyRefused(expired, START);
    expect(breaker.problem()).toEqual(expired);
    const admitted = [0, 14.9, 15, 15.1, 29.9, 30].map((minute) => breaker.admits(START + minute * MINUTE));
    expect(admitted).toEqual([false, false, true, false, false, true]);
    expect(breaker.probeAt(START + 30 * MINUTE)).toBe(START + 45 * MINUTE);
  });

  it('does not hold the probe for years when the clock was set back', () => {
    const breaker = new Breaker();
    breaker.companyRefused(expired, START);
    expect(breaker.admits(START - 365 * DAY)).toBe(true);
    expect(breaker.admits(START - 365 * DAY)).toBe(false);
  });

  it.each([
    ['three links within ten minutes', [['a', 0], ['b', 5], ['c', 10]], true],
    ['three links over more than ten minutes', [['a', 0], ['b', 5], ['c', 10.1]], false],
    ['one link three times', [['a', 0], ['a', 1], ['a', 2]], false],
    ['three links whose clock was set back an hour between', [['a', 60], ['b', 0], ['c', 1]], false],
    ['three links whose clock was set back a little between', [['a', 5], ['b', 0], ['c', 1]], true],
    ['two links', [['a', 0], ['b', 1], ['a', 2]], false],
  ] as const)('%s', (_name, refusals, opens) => {
    const breaker = new Breaker();
    expect(refuse(breaker, ...refusals)).toBe(opens);
    expect(breaker.problem()).toEqual(opens ? { code: 'L-17' } : null);
  });

  it('forgets refusals at a success between', () => {
    const breaker = new Breaker();
    refuse(breaker, ['a', 0], ['b', 1]);
    expect(breaker.succeeded()).toBe(false);
    expect(refuse(breaker, ['c', 2])).toBe(false);
  });

  it('does not open again for links that were refused before a success: theirs is no sign against the company', () => {
    const breaker = new Breaker();
    expect(refuse(breaker, ['a', 0], ['b', 1], ['c', 2])).toBe(true);
    breaker.succeeded();
    expect(refuse(breaker, ['a', 3], ['b', 4], ['c', 5], ['a', 6])).toBe(false);
    expect(refuse(breaker, ['d', 7], ['e', 8], ['f', 9])).toBe(true);
    breaker.renewed();
    expect(refuse(breaker, ['a', 10], ['b', 11], ['c', 12])).toBe(true);
  });

  it('that is open is told of to every link, also to one that was refused alone', () => {
    const breaker = new Breaker();
    refuse(breaker, ['a', 0]);
    breaker.succeeded();
    breaker.companyRefused(expired, START);
    expect([refuse(breaker, ['a', 1]), refuse(breaker, ['b', 1])]).toEqual([true, true]);
  });

  it('closes at a success and says that it had been open', () => {
    const breaker = new Breaker();
    breaker.companyRefused(expired, START);
    expect([breaker.succeeded(), breaker.succeeded(), breaker.problem(), breaker.admits(START)]).toEqual([true, false, null, true]);
  });

  it('opens when all there are were refused, though they are few', () => {
    const breaker = new Breaker();
    breaker.allRefused(START);
    expect(breaker.problem()?.code).toBe('L-17');
  });

  it('believes a person for a day, but never against the server’s own word', () => {
    const breaker = new Breaker();
    refuse(breaker, ['a', 0], ['b', 1], ['c', 2]);
    breaker.trust(START);
    expect(refuse(breaker, ['a', 3], ['b', 4], ['c', 5], ['d', 6])).toBe(false);
    breaker.allRefused(START + MINUTE);
    expect([breaker.problem(), breaker.isTrusted(START + DAY - 1), breaker.isTrusted(START + DAY)]).toEqual([null, true, false]);
    breaker.companyRefused(expired, START + 7 * MINUTE);
    expect(breaker.problem()).toEqual(expired);
  });

  it('believes a person from this moment on, and not before it when the clock is set back', () => {
    const breaker = new Breaker();
    breaker.trust(START);
    expect([breaker.isTrusted(START), breaker.isTrusted(START - 1)]).toEqual([true, false]);
  });

  it('begins anew with a new secret', () => {
    const breaker = new Breaker();
    breaker.trust(START);
    breaker.companyRefused(expired, START);
    expect([breaker.renewed(), breaker.problem(), breaker.isTrusted(START)]).toEqual([true, null, false]);
  });
});
