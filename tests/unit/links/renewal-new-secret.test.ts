import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createKeepAlive, type KeepAlive } from '../../../electron/links/keep-alive.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, profile, renewalSurroundings, ScriptedHttp, sentForm, START, storedLink } from './fakes.ts';

const expired = json(400, { error: 'invalid_grant', error_description: 'AADB2C90085: The service has encountered an internal error. Please reauthenticate and try again.' });
const invalidGrant = json(400, { error: 'invalid_grant' });

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let breaker: Breaker;
let company: CompanyProfile;
let renewals: Renewals;
let keepAlive: KeepAlive;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  breaker = new Breaker();
  company = profile;
  const ports = { ...renewalSurroundings(clock), breaker, clock, http, links, profile: () => company };
  renewals = createRenewals(ports);
  keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm: ports.calm, obstacle: () => null });
});

function storeNewSecret(): void {
  company = { ...profile, clientSecret: new Secret('canary-new-secret') };
  breaker.renewed();
  renewals.credentialsReplaced();
}

describe('a new company secret', () => {
  it.each([['with the engine\'s code', expired], ['plainly', invalidGrant]])('is not doubted for an answer to the old one that comes late and refuses %s', async (_how, answer) => {
    const link = storedLink(links, START);
    const { promise, resolve } = Promise.withResolvers<HttpOutcome>();
    http.tokens.push(promise);
    const renewal = renewals.renew(link.id);
    await clock.advance(1000);
    storeNewSecret();
    resolve(answer);
    await clock.advance(3000);
    expect((await renewal).ok).toBe(true);
    expect(breaker.problem()).toBeNull();
    expect(links.find(link.id)).toMatchObject({ generation: 2, refusals: 0 });
    expect(sentForm(http.posts.at(-1), 'client_secret')).toBe('canary-new-secret');
  });

  it('asks at once again the links of which an answer was lost', async () => {
    const link = storedLink(links, START);
    links.beginRenewal(link.id, 1, START);
    renewals.recover();
    http.tokens.push(expired);
    void renewals.renew(link.id);
    await clock.advance(1000);
    storeNewSecret();
    keepAlive.start();
    await clock.advance(1000);
    expect(links.find(link.id)).toMatchObject({ condition: 'active', generation: 2 });
  });
});

describe('a person who vouched for credentials that were wrong', () => {
  const refuseUntilItEnds = async (linkId: string): Promise<void> => {
    for (const pause of [0, MINUTE, 15 * MINUTE]) {
      await clock.advance(pause);
      http.tokens.push(invalidGrant);
      void renewals.renew(linkId);
      await clock.advance(1000);
    }
  };

  it('ends no link for good: a new secret asks those that ended meanwhile anew', async () => {
    const link = storedLink(links, START);
    storedLink(links, START, { siteId: 'another' });
    breaker.trust(clock.now());
    await refuseUntilItEnds(link.id);
    expect(links.find(link.id)).toMatchObject({ condition: 'relinkRequired', nextAt: null });
    storeNewSecret();
    expect(links.find(link.id)).toMatchObject({ condition: 'suspect', problem: { code: 'L-42' }, refusals: 0, refusedSince: null });
    keepAlive.start();
    await clock.advance(1000);
    expect(links.find(link.id)).toMatchObject({ condition: 'active', generation: 2 });
  });

  it('is no reason to ask a link that ended by itself', async () => {
    const link = storedLink(links, START);
    await refuseUntilItEnds(link.id);
    storeNewSecret();
    expect(links.find(link.id)).toMatchObject({ condition: 'relinkRequired', nextAt: null });
  });
});

describe('probes while the company is the suspect', () => {
  it('go to one link after the other, so that two that are really over do not keep the breaker open', async () => {
    const over = ['a', 'b'].map((siteId) => storedLink(links, START - 30 * DAY, { siteId, nextAt: START }).id);
    const sound = storedLink(links, START, { siteId: 'sound', nextAt: START + 20 * DAY });
    links.rows.forEach((row, id) => (row.tokens = { ...row.tokens, refreshToken: new Secret(`token of ${id}`) }));
    http.onToken = (request) => {
      if (over.some((id) => sentForm(request, 'refresh_token') === `token of ${id}`)) http.tokens.push(invalidGrant);
    };
    breaker.companyRefused({ code: 'L-16' }, clock.now());
    keepAlive.start();
    await clock.advance(50 * MINUTE);
    expect(links.find(sound.id)?.generation).toBeGreaterThanOrEqual(2);
    expect(breaker.problem()).toBeNull();
  });
});
