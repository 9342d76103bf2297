import { beforeEach, describe, expect, it } from 'vitest';
import type { Link } from '../../../electron/links/link.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import { json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, settle, START, storedLink, tokenAnswer } from './fakes.ts';

const invalidGrant = json(400, { error: 'invalid_grant' });
const lost = { kind: 'unknown', failure: 'reset' } as const;

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let renewals: Renewals;
let link: Link;
let history: string[];

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  history = [];
  link = storedLink(links, START);
  renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links, history: (siteId, event) => void history.push(`${siteId} ${event}`) });
});

describe('while an answer is under way', () => {
  it('a link is not taken for one that an earlier run left in doubt', async () => {
    const answer = Promise.withResolvers<ReturnType<typeof tokenAnswer>>();
    http.tokens.push(answer.promise);
    const renewal = renewals.renew(link.id);
    await settle();
    renewals.recover();
    expect(links.find(link.id)?.condition).toBe('active');
    answer.resolve(tokenAnswer());
    expect(await renewal).toMatchObject({ ok: true });
  });

  it('a link is not asked for once more by forgiveness', async () => {
    http.tokens.push(new Promise(() => undefined));
    void renewals.renew(link.id);
    await settle();
    const planned = links.find(link.id)?.nextAt;
    await clock.advance(1000);
    renewals.askSuspectsAgain();
    expect(links.find(link.id)?.nextAt).toBe(planned);
  });

  it('another laptop may have renewed: a refusal of the older token leaves the newer link as it is', async () => {
    const answer = Promise.withResolvers<typeof invalidGrant>();
    http.tokens.push(answer.promise);
    const renewal = renewals.renew(link.id);
    await settle();
    const row = links.rows.get(link.id)!;
    row.link = { ...row.link, generation: 7 };
    answer.resolve(invalidGrant);
    expect(await renewal).toMatchObject({ ok: false });
    await clock.advance(MINUTE);
    expect(links.find(link.id)).toMatchObject({ generation: 7, condition: 'active', refusals: 0 });
  });
});

it('whoever needs access gets the token that came, and the problem when none came', async () => {
  http.tokens.push(tokenAnswer({ access_token: 'canary-access-wanted' }));
  const fresh = await renewals.freshAccessToken(link.id);
  expect(fresh.ok && fresh.value.reveal()).toBe('canary-access-wanted');
});

it('an answer that was lost leaves nothing to keep', async () => {
  http.tokens.push(lost, lost);
  const renewal = renewals.renew(link.id);
  await clock.advance(3000);
  expect(await renewal).toMatchObject({ ok: false });
  expect(links.keptAnswers).toEqual([]);
});

it('the end of a link is in its history with the refusal that ended it', async () => {
  for (const pause of [0, MINUTE, 15 * MINUTE]) {
    await clock.advance(pause);
    http.tokens.push(invalidGrant);
    await renewals.renew(link.id);
  }
  expect([links.find(link.id)?.condition, history]).toEqual(['relinkRequired', ['site-1 linkEnded']]);
});

it('a disk that cannot be read is the problem that is told (L-62)', async () => {
  links.find = () => {
    throw new Error('disk I/O error');
  };
  expect(await renewals.renew(link.id)).toEqual({ ok: false, problem: { code: 'L-62' } });
});

it('those who wait for their turn are let go when the program ends', async () => {
  const others = Array.from({ length: 8 }, (_, index) => storedLink(links, START, { siteId: `site-${index + 2}` }));
  const running = others.map(async ({ id }) => renewals.renew(id));
  await settle();
  await renewals.stop();
  const results = await Promise.all(running);
  expect(results.filter(({ ok }) => !ok).length).toBeGreaterThan(0);
  expect(results.filter((result) => !result.ok && result.problem.code !== 'L-15')).toEqual([]);
});
