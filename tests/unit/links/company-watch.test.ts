import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { CompanyWatch, type Hearing } from '../../../electron/links/company-watch.ts';
import type { Link } from '../../../electron/links/link.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import type { TokenOutcome } from '../../../electron/oauth/token-types.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, profile, renewalSurroundings, ScriptedHttp, START, storedLink, tokenAnswer } from './fakes.ts';

const invalidGrant = json(400, { error: 'invalid_grant' });

describe('the moment in which the company\'s secret expires', () => {
  it('ends no link by the success of another that had been presented before', async () => {
    const clock = new ManualClock();
    const http = new ScriptedHttp();
    const links = new MemoryLinks();
    const refused = storedLink(links, START, { siteId: 'refused' });
    const slow = storedLink(links, START, { siteId: 'slow' });
    const renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links });
    const { promise, resolve } = Promise.withResolvers<HttpOutcome>();
    http.tokens.push(promise, invalidGrant);
    void renewals.renew(slow.id);
    void renewals.renew(refused.id);
    await clock.advance(20_000);
    // The server took this token before the secret expired; only its answer was slow.
    resolve(tokenAnswer());
    await clock.advance(1000);
    for (const pause of [MINUTE, 15 * MINUTE, 15 * MINUTE]) {
      http.tokens.push(invalidGrant);
      await clock.advance(pause);
      void renewals.renew(refused.id);
      await clock.advance(1000);
    }
    expect(links.find(refused.id)).toMatchObject({ condition: 'suspect', refusals: 4 });
    expect(links.find(slow.id)?.nextAt).toBeLessThanOrEqual(clock.now());
  });
});

describe('an answer heard', () => {
  let clock: ManualClock;
  let links: MemoryLinks;
  let breaker: Breaker;
  let current: CompanyProfile | null;
  let secretEndsAt: number | null;
  let watch: CompanyWatch;
  const problem = { code: 'L-42' } as const;
  const refusal: TokenOutcome = { kind: 'invalidGrant', problem };
  const heard = (link: Link, answer: TokenOutcome = refusal, used = profile): Hearing => watch.hear(links.find(link.id) ?? link, used, answer);
  const set = (link: Link, change: Partial<Link>): void => {
    const row = links.rows.get(link.id);
    if (row) row.link = { ...row.link, ...change };
  };
  const add = (siteId: string, change: Partial<Link> = {}): Link => {
    const link = storedLink(links, START, { siteId });
    set(link, change);
    return links.find(link.id) ?? link;
  };

  beforeEach(() => {
    clock = new ManualClock();
    links = new MemoryLinks();
    breaker = new Breaker();
    current = profile;
    secretEndsAt = null;
    watch = new CompanyWatch({ clock, links, breaker, profile: () => current, secretEndsAt: () => secretEndsAt });
  });

  it.each([
    ['another client', { ...profile, clientId: 'client-2' }],
    ['another secret', { ...profile, clientSecret: new Secret('another') }],
    ['another server', { ...profile, authorizationServer: 'https://another.example' }],
    ['none', null],
  ])('of credentials that were replaced by %s says nothing of the new ones or of the link', (_name, now) => {
    current = now;
    const link = add('a');
    expect(heard(link, { kind: 'companyRefused', problem: { code: 'L-16' } })).toEqual({ isOutdated: true, companySuspect: true, refusalIsOwn: false });
    expect(heard(link)).toEqual({ isOutdated: true, companySuspect: true, refusalIsOwn: false });
    expect(breaker.problem()).toBeNull();
  });

  it('that is no refusal is never outdated and accuses nobody, whatever the breaker says', () => {
    current = null;
    breaker.companyRefused({ code: 'L-16' }, START);
    for (const kind of ['nothingSent', 'uncertain', 'refused'] as const) {
      expect(heard(add(kind), { kind, problem })).toEqual({ isOutdated: false, companySuspect: false, refusalIsOwn: false });
    }
  });

  it('that refuses the company opens the breaker with what the server said', () => {
    expect(heard(add('a'), { kind: 'companyRefused', problem: { code: 'L-16' } })).toEqual({ isOutdated: false, companySuspect: true, refusalIsOwn: false });
    expect(breaker.problem()).toEqual({ code: 'L-16' });
  });

  it.each([[1, null], [0, 'L-16'], [-1, 'L-16']] as const)('that refuses a link %i ms before its secret is a year old accuses: %s', (before, code) => {
    secretEndsAt = START + before;
    expect(heard(add('a')).companySuspect).toBe(code !== null);
    expect(breaker.problem()).toEqual(code && { code, reason: 'old' });
  });

  it('is the link’s own for a day when a person vouched, however old the secret and however alone the link', () => {
    secretEndsAt = START;
    breaker.trust(START);
    const link = add('a', { condition: 'suspect', refusals: 1, refusedSince: START });
    add('b');
    expect(heard(link)).toEqual({ isOutdated: false, companySuspect: false, refusalIsOwn: true });
    clock.sleep(DAY);
    expect(heard(link)).toEqual({ isOutdated: false, companySuspect: true, refusalIsOwn: false });
  });

  it('is no sign against the company when the link had been idle for more than 90 days', () => {
    for (const name of ['a', 'b', 'c']) heard(add(name, { renewedAt: START - 90 * DAY - 1 }));
    expect(breaker.problem()).toBeNull();
    for (const name of ['d', 'e', 'f']) heard(add(name, { renewedAt: START - 90 * DAY }));
    expect(breaker.problem()).toEqual({ code: 'L-17' });
  });

  it('is the link’s own once another was renewed more than half a minute after the first refusal, and not after now', () => {
    const link = add('a', { condition: 'suspect', refusals: 1, refusedSince: START });
    const other = add('b', { renewedAt: START + 30_000 });
    clock.sleep(MINUTE);
    expect(heard(link).refusalIsOwn).toBe(false);
    set(other, { renewedAt: START + MINUTE + 1 });
    expect(heard(link).refusalIsOwn).toBe(false);
    set(other, { renewedAt: START + 30_001 });
    expect(heard(link).refusalIsOwn).toBe(true);
  });

  it('calls the link renewed longest ago as a witness at the second refusal, and puts nobody off', () => {
    const link = add('a', { condition: 'suspect', refusals: 0, refusedSince: START });
    const witness = add('b', { renewedAt: START - DAY, nextAt: START + 9 * DAY });
    const late = add('c', { nextAt: START + 9 * DAY });
    expect([heard(link).refusalIsOwn, links.find(witness.id)?.nextAt]).toEqual([false, START + 9 * DAY]);
    set(link, { refusals: 1 });
    clock.sleep(MINUTE);
    expect([heard(link).refusalIsOwn, links.find(witness.id)?.nextAt, links.find(late.id)?.nextAt]).toEqual([false, START + MINUTE, START + 9 * DAY]);
    clock.sleep(MINUTE);
    heard(link);
    expect(links.find(witness.id)?.nextAt).toBe(START + MINUTE);
  });

  it('calls one whose answer was lost where none is active, and never the link itself', () => {
    const link = add('a', { condition: 'uncertain', refusals: 1, refusedSince: START });
    const witness = add('b', { condition: 'uncertain', nextAt: null });
    add('c', { condition: 'suspect' });
    expect([heard(link).refusalIsOwn, links.find(witness.id)?.nextAt]).toEqual([false, START]);
    expect(links.find(link.id)?.nextAt).not.toBe(START);
  });

  it('is believed of the only link there is, as if those did not exist whose record does not open', () => {
    const link = add('a', { condition: 'suspect', refusals: 2, refusedSince: START });
    add('b', { condition: 'quarantined' });
    links.suspects = () => ['link-1', 'link-2'];
    expect([heard(link).refusalIsOwn, breaker.problem()]).toEqual([true, null]);
  });

  it('accuses the company where every link was refused, from the second refusal on', () => {
    const link = add('a', { condition: 'suspect', refusals: 0 });
    add('b', { condition: 'suspect', refusals: 1 });
    expect([heard(link).refusalIsOwn, breaker.problem()]).toEqual([true, null]);
    set(link, { refusals: 1 });
    expect([heard(link).refusalIsOwn, breaker.problem()]).toEqual([false, { code: 'L-17' }]);
  });
});
