import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, START, storedLink, tokenAnswer } from './fakes.ts';

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let breaker: Breaker;
let renewals: Renewals;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  breaker = new Breaker();
  renewals = createRenewals({ ...renewalSurroundings(clock), breaker, clock, http, links });
});

/** One renewal, with the pause run down that must lie between two. */
async function renew(linkId: string): Promise<void> {
  const renewal = renewals.renew(linkId);
  await clock.advance(1000);
  await renewal;
}

async function refuseThrice(linkId: string): Promise<void> {
  for (const pause of [MINUTE, 15 * MINUTE, MINUTE]) {
    http.tokens.push(json(400, { error: 'invalid_grant' }));
    await clock.advance(pause);
    await renew(linkId);
  }
}

function inDoubt(): string {
  const { id } = storedLink(links, START, { siteId: 'doubtful' });
  links.setStanding(id, { condition: 'uncertain', problem: { code: 'L-43' }, tries: 9, refusals: 0, refusedSince: null, nextAt: START + DAY });
  return id;
}

describe('a clock that was years ahead and is right again', () => {
  it('does not make renewals of that time count as newer than a refusal', async () => {
    const ahead = storedLink(links, START, { siteId: 'ahead' });
    const alone = storedLink(links, START, { siteId: 'alone' });
    clock.sleep(800 * DAY);
    http.tokens.push(tokenAnswer());
    await renew(ahead.id);
    clock.sleep(-800 * DAY);
    await refuseThrice(alone.id);
    expect(links.find(alone.id)?.refusals).toBe(3);
    expect(links.find(alone.id)?.condition).toBe('suspect');
  });

  it('ends the trust of a person that was given then', () => {
    breaker.trust(clock.now() + 800 * DAY);
    expect(breaker.isTrusted(clock.now() + 800 * DAY)).toBe(true);
    expect(breaker.isTrusted(clock.now())).toBe(false);
  });
});

describe('a refused link whose only neighbour is in doubt', () => {
  it('is not taken as ended before the neighbour was asked', async () => {
    const alone = storedLink(links, START, { siteId: 'alone' });
    const doubtful = inDoubt();
    await refuseThrice(alone.id);
    expect(links.find(alone.id)?.condition).toBe('suspect');
    expect(links.find(doubtful)?.nextAt).toBeLessThanOrEqual(clock.now());
  });

  it('is taken as ended when the neighbour succeeds', async () => {
    const alone = storedLink(links, START, { siteId: 'alone' });
    const doubtful = inDoubt();
    await refuseThrice(alone.id);
    await renew(doubtful);
    http.tokens.push(json(400, { error: 'invalid_grant' }));
    await clock.advance(15 * MINUTE);
    await renew(alone.id);
    expect(links.find(alone.id)?.condition).toBe('relinkRequired');
  });
});
