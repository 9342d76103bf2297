import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import type { Link } from '../../../electron/links/link.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, profile, renewalSurroundings, ScriptedHttp, START, storedLink } from './fakes.ts';

const invalidGrant = json(400, { error: 'invalid_grant' });

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let link: Link;
let company: CompanyProfile;
let secretEndsAt: number | null;
let breaker: Breaker;
let renewals: Renewals;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  link = storedLink(links, START);
  company = profile;
  secretEndsAt = null;
  breaker = new Breaker();
  renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links, breaker, profile: () => company, secretEndsAt: () => secretEndsAt });
});

/** Presents the link once; `meanwhile` happens before the answer comes. */
async function renew(answer: HttpOutcome, meanwhile: () => void = () => undefined): Promise<void> {
  http.tokens.push(() => {
    meanwhile();
    return answer;
  });
  const running = renewals.renew(link.id);
  await clock.advance(5000);
  await running;
}

/** What a person does who stores a new secret. */
function replaceSecret(): void {
  company = { ...profile, clientSecret: new Secret('the new one') };
  breaker.renewed();
  renewals.credentialsReplaced();
}

describe('an answer to credentials that were replaced while it was under way', () => {
  it('ends no link: the refusal was meant for the old secret, and the new one is shown at once', async () => {
    await renew(invalidGrant);
    await clock.advance(MINUTE);
    await renew(invalidGrant);
    await clock.advance(15 * MINUTE);
    await renew(invalidGrant, replaceSecret);
    expect(links.find(link.id)).toMatchObject({ condition: 'active', generation: 2, refusals: 0, refusedSince: null });
    await renew(invalidGrant);
    expect(links.find(link.id)).toMatchObject({ condition: 'suspect', refusals: 1 });
  });

  it('says nothing of the new ones', async () => {
    await renew(json(401, { error: 'invalid_client' }), replaceSecret);
    expect(breaker.problem()).toBeNull();
  });
});

describe('a secret older than a year', () => {
  beforeEach(() => {
    secretEndsAt = START - DAY;
  });

  it('is the suspect at the first refusal', async () => {
    await renew(invalidGrant);
    expect([breaker.problem(), links.find(link.id)?.condition]).toEqual([{ code: 'L-16', reason: 'old' }, 'active']);
  });

  it('is believed in for a day when a person vouches for it', async () => {
    breaker.trust(clock.now());
    await renew(invalidGrant);
    expect([breaker.problem(), links.find(link.id)?.condition]).toEqual([null, 'suspect']);
    clock.sleep(DAY);
    await renew(invalidGrant);
    expect(breaker.problem()).toEqual({ code: 'L-16', reason: 'old' });
  });
});
