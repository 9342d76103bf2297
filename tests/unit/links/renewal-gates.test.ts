import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import type { Link } from '../../../electron/links/link.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import { json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, START, storedLink, tokenAnswer } from './fakes.ts';

const invalidGrant = json(400, { error: 'invalid_grant' });
const lost = { kind: 'unknown', failure: 'reset' } as const;

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let breaker: Breaker;
let renewals: Renewals;
let link: Link;
let history: string[];
let changes: number;

const set = (linkId: string, change: Partial<Link>): void => {
  const row = links.rows.get(linkId);
  if (row) row.link = { ...row.link, ...change };
};

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  breaker = new Breaker();
  history = [];
  changes = 0;
  link = storedLink(links, START);
  renewals = createRenewals({
    ...renewalSurroundings(clock), clock, http, links, breaker, changed: () => void (changes += 1), history: (siteId, event) => void history.push(`${siteId} ${event}`),
  });
});

async function renew(linkId = link.id): Promise<unknown> {
  const renewal = renewals.renew(linkId);
  await clock.advance(3000);
  return renewal;
}

describe('nothing is sent', () => {
  it('for a link that is not there', async () => {
    expect(await renew('nobody')).toEqual({ ok: false, problem: { code: 'L-81', field: 'linkId' } });
    expect(http.posts).toHaveLength(0);
  });

  it.each([[null, 'L-63'], [{ code: 'L-60' }, 'L-60']] as const)('for a record that does not open (%j)', async (problem, code) => {
    set(link.id, { condition: 'quarantined', problem });
    expect(await renew()).toMatchObject({ ok: false, problem: { code } });
    expect(http.posts).toHaveLength(0);
  });

  it('for tokens that cannot be read', async () => {
    links.readTokens = () => ({ ok: false, problem: { code: 'L-61' } });
    expect(await renew()).toEqual({ ok: false, problem: { code: 'L-61' } });
    expect(http.posts).toHaveLength(0);
  });

  it('while the breaker lets no probe through, and that is the problem', async () => {
    breaker.companyRefused({ code: 'L-16' }, START);
    expect(await renew()).toEqual({ ok: false, problem: { code: 'L-16' } });
    expect(http.posts).toHaveLength(0);
  });

  it('once the program ends', async () => {
    await renewals.stop();
    expect(await renewals.renew(link.id)).toEqual({ ok: false, problem: { code: 'L-15' } });
    expect(http.posts).toHaveLength(0);
  });
});

describe('what becomes of a link', () => {
  it('is in its history when an answer was lost, once', async () => {
    http.tokens.push(lost, lost);
    await renew();
    expect([history, changes > 0]).toEqual([['site-1 linkUncertain'], true]);
  });

  it('is in its history when it has ended, once, and not while that is to be confirmed', async () => {
    for (const pause of [0, MINUTE, 15 * MINUTE, 15 * MINUTE]) {
      await clock.advance(pause);
      http.tokens.push(invalidGrant);
      await renew();
    }
    expect(history).toEqual(['site-1 linkEnded']);
    expect(links.find(link.id)?.condition).toBe('relinkRequired');
  });

  it('is told to the window when it is taken up or forgiven', () => {
    renewals.recover();
    expect(changes).toBe(1);
    renewals.askSuspectsAgain();
    expect(changes).toBe(2);
  });
});

describe('a success while the company was the suspect', () => {
  it('forgives every link that was refused meanwhile, and none that had ended', async () => {
    const suspect = storedLink(links, START, { siteId: 'suspect' });
    const ended = storedLink(links, START, { siteId: 'ended' });
    set(suspect.id, { condition: 'suspect', refusals: 2, refusedSince: START, nextAt: START + 15 * MINUTE });
    set(ended.id, { condition: 'relinkRequired', nextAt: null });
    links.beginRenewal(ended.id, 1, START);
    breaker.companyRefused({ code: 'L-16' }, START - 16 * MINUTE);
    http.tokens.push(tokenAnswer());
    await renew();
    expect(links.find(suspect.id)).toMatchObject({ condition: 'suspect', refusals: 0, refusedSince: null });
    expect(links.find(suspect.id)?.nextAt).toBeLessThanOrEqual(clock.now());
    expect(links.find(ended.id)).toMatchObject({ condition: 'relinkRequired', nextAt: null });
  });
});

describe('a link that was forgiven while its answer was under way', () => {
  it('is judged as it stands, not as it stood', async () => {
    set(link.id, { condition: 'suspect', refusals: 2, refusedSince: START - 60 * MINUTE });
    const { promise, resolve } = Promise.withResolvers<typeof invalidGrant>();
    http.tokens.push(promise);
    const renewal = renewals.renew(link.id);
    await clock.advance(1000);
    set(link.id, { refusals: 0, refusedSince: null });
    resolve(invalidGrant);
    await renewal;
    expect(links.find(link.id)).toMatchObject({ condition: 'suspect', refusals: 1 });
  });
});
