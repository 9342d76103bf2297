import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { failure } from '../../../electron/contract/result.ts';
import type { Link, Standing, StoredCondition } from '../../../electron/links/link.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { DAY, json, ManualClock, MemoryLinks, MINUTE, profile, renewalSurroundings, ScriptedHttp, sentForm, settle, START, storedLink, tokenAnswer, tokenOnDisk } from './fakes.ts';

const lost: HttpOutcome = { kind: 'unknown', failure: 'reset' };
const offline: HttpOutcome = { kind: 'nothingSent', failure: 'offline' };
const invalidGrant = json(400, { error: 'invalid_grant', error_description: 'AADB2C90080: The provided grant has expired.' });

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let link: Link;
let renewals: Renewals;
let company: CompanyProfile | null;
let storage: Problem | null;
let history: string[];

function restart(): Renewals {
  return createRenewals({
    ...renewalSurroundings(clock),
    clock,
    http,
    links,
    profile: () => company,
    canStore: () => storage,
    history: (_siteId, event) => history.push(event),
    noted: (_siteId, event) => history.push(event),
  });
}

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  link = storedLink(links, START);
  company = profile;
  storage = null;
  history = [];
  renewals = restart();
});

const now = (): Link | null => links.find(link.id);

const standing = (condition: StoredCondition, code?: Problem['code']): Standing => ({ condition, problem: code ? { code } : null, tries: 0, refusals: 0, refusedSince: null, nextAt: START });

/** Plays a condition that is only found when the record is opened. */
function set(condition: Link['condition'], code: Problem['code']): void {
  const row = links.rows.get(link.id);
  if (row) row.link = { ...row.link, condition, problem: { code } };
}

/** A renewal with the pause before its repeat run down. */
async function renew(): Promise<Awaited<ReturnType<Renewals['renew']>>> {
  const running = renewals.renew(link.id);
  await clock.advance(2000);
  return running;
}

describe('a renewal that goes well', () => {
  it('presents the stored token once and stores the new one', async () => {
    const result = await renew();
    expect(result).toMatchObject({ ok: true, value: { generation: 2, condition: 'active', problem: null } });
    expect(http.posts.map((post) => sentForm(post, 'refresh_token'))).toEqual(['canary-refresh-first']);
    expect(tokenOnDisk(links, link.id)).not.toBe('canary-refresh-first');
    expect([links.pending.size, history]).toEqual([0, ['renewed']]);
  });

  it('has its attempt row on disk before the request leaves', async () => {
    let rowsAtPost = -1;
    http.onToken = () => {
      rowsAtPost = links.pending.size;
    };
    await renew();
    expect(rowsAtPost).toBe(1);
  });

  it('is shared by everybody who asks meanwhile', async () => {
    const results = await Promise.all([renewals.renew(link.id), renewals.freshAccessToken(link.id), renewals.renew(link.id)]);
    expect(results.every((result) => result.ok)).toBe(true);
    expect(http.posts).toHaveLength(1);
  });

  it('keeps the old refresh token when the answer brings none', async () => {
    http.tokens.push(tokenAnswer({ refresh_token: undefined }));
    expect(await renew()).toMatchObject({ ok: true, value: { generation: 2 } });
    expect(tokenOnDisk(links, link.id)).toBe('canary-refresh-first');
  });

  it('heals an uncertain link', async () => {
    links.setStanding(link.id, standing('uncertain', 'L-43'));
    expect(await renew()).toMatchObject({ value: { condition: 'active', problem: null } });
  });
});

describe('an access token', () => {
  it('is the stored one as long as it lives two minutes more', async () => {
    await renew();
    const first = await renewals.freshAccessToken(link.id);
    await clock.advance(58 * MINUTE - 2000);
    const later = await renewals.freshAccessToken(link.id);
    expect(first.ok && later.ok && first.value.reveal() === later.value.reveal()).toBe(true);
    expect(http.posts).toHaveLength(1);
    await clock.advance(2001);
    await renewals.freshAccessToken(link.id);
    expect(http.posts).toHaveLength(2);
  });

  it('is not asked for a second time when the renewal others wait for fails', async () => {
    http.tokens.push(invalidGrant);
    const answers = await Promise.all([renewals.renew(link.id), renewals.freshAccessToken(link.id), renewals.freshAccessToken(link.id)]);
    expect(answers.map((answer) => answer.ok)).toEqual([false, false, false]);
    expect(http.posts).toHaveLength(1);
  });
});

describe('nothing is sent', () => {
  const gates: readonly (readonly [string, () => void, Problem['code']])[] = [
    ['the attempt row cannot be written', () => links.broken.add('beginRenewal'), 'L-62'],
    ['the storage is not healthy', () => { storage = { code: 'L-61' }; }, 'L-61'],
    ['there are no company credentials', () => { company = null; }, 'L-67'],
    ['the record was set aside', () => { set('quarantined', 'L-63'); }, 'L-63'],
    ['the link is gone', () => links.rows.clear(), 'L-81'],
  ];

  it.each(gates)('when %s', async (_name, close, code) => {
    close();
    expect(await renew()).toMatchObject({ ok: false, problem: { code } });
    expect([http.sent.length, links.pending.size]).toEqual([0, 0]);
  });
});

describe('an answer that leaves the link as it was', () => {
  const answers: readonly (readonly [string, HttpOutcome, Problem['code']])[] = [
    ['no network', offline, 'L-50'],
    ['our own credentials are refused', json(401, { error: 'invalid_client' }), 'L-08'],
    ['our secret has expired', json(400, { error: 'invalid_grant', error_description: 'AADB2C90085: Please reauthenticate.' }), 'L-16'],
    ['another refusal', json(400, { error: 'invalid_request' }), 'L-01'],
    ['too many requests', json(429, {}, { 'retry-after': '30' }), 'L-44'],
    ['maintenance', json(503, {}), 'L-07'],
  ];

  it.each(answers)('%s', async (_name, answer, code) => {
    http.tokens.push(answer);
    expect(await renew()).toMatchObject({ ok: false, problem: { code } });
    const { tries: _tries, nextAt, problem: _problem, ...same } = now() ?? link;
    expect(link).toMatchObject(same);
    expect(nextAt).toBeGreaterThanOrEqual(clock.now());
    expect([links.pending.size, http.posts.length, tokenOnDisk(links, link.id)]).toEqual([0, 1, 'canary-refresh-first']);
  });

  it.each(answers)('keeps the row of an earlier lost answer: %s', async (_name, answer) => {
    http.tokens.push(lost, answer);
    expect(await renew()).toMatchObject({ ok: false });
    expect(now()).toMatchObject({ condition: 'uncertain', generation: 1 });
    expect(links.pending.size).toBe(1);
  });
});

describe('a lost answer', () => {
  it.each([lost, json(500, {}), { kind: 'answer', status: 200, headers: {}, body: '' } as HttpOutcome])('never loses the token: %j', async (answer) => {
    http.tokens.push(answer, lost);
    await renew();
    expect(now()).toMatchObject({ condition: 'uncertain', generation: 1 });
    expect([links.pending.size, tokenOnDisk(links, link.id)]).toEqual([1, 'canary-refresh-first']);
  });

  it('is followed by one repeat of the same token, two seconds later', async () => {
    http.tokens.push(lost);
    const running = renewals.renew(link.id);
    await clock.advance(1999);
    expect(http.posts).toHaveLength(1);
    expect(now()).toMatchObject({ condition: 'uncertain', problem: { code: 'L-43' } });
    await clock.advance(1);
    expect(await running).toMatchObject({ ok: true, value: { generation: 2, condition: 'active' } });
    expect(http.posts.map((post) => sentForm(post, 'refresh_token'))).toEqual(['canary-refresh-first', 'canary-refresh-first']);
    expect(links.pending.size).toBe(0);
  });

  it('is given up after the repeat, until somebody asks again', async () => {
    http.tokens.push(lost, lost);
    expect(await renew()).toMatchObject({ ok: false, problem: { code: 'L-43' } });
    await clock.advance(DAY);
    expect([http.posts.length, clock.timers]).toEqual([2, 0]);
    expect(now()).toMatchObject({ tries: 2 });
    expect(await renew()).toMatchObject({ ok: true });
    expect(sentForm(http.posts[2], 'refresh_token')).toBe('canary-refresh-first');
  });

  it('makes the link uncertain at the next start, and the same token is presented again', async () => {
    http.tokens.push(new Promise(() => undefined));
    void renewals.renew(link.id);
    await settle();
    expect(now()).toMatchObject({ condition: 'active' });
    renewals = restart();
    renewals.recover();
    expect(now()).toMatchObject({ condition: 'uncertain', problem: { code: 'L-43' } });
    expect(await renew()).toMatchObject({ ok: true, value: { generation: 2 } });
    expect(sentForm(http.posts[1], 'refresh_token')).toBe('canary-refresh-first');
  });

  it('does not wake a link that must be linked anew, nor touch one that was set aside', () => {
    for (const condition of ['relinkRequired', 'quarantined'] as const) {
      links.beginRenewal(link.id, 1, START);
      set(condition, 'L-42');
      renewals.recover();
      expect(now()?.condition).toBe(condition);
    }
  });
});

describe('an answer that cannot be used', () => {
  it('gives up its refresh token first, and the next use renews again', async () => {
    http.tokens.push(json(200, { refresh_token: 'canary-found', token_type: 'Bearer' }));
    expect(await renew()).toMatchObject({ ok: false, problem: { code: 'L-45' } });
    expect(now()).toMatchObject({ generation: 2, condition: 'active', problem: { code: 'L-45' } });
    expect([tokenOnDisk(links, link.id), links.pending.size]).toEqual(['canary-found', 0]);
    expect(await renewals.freshAccessToken(link.id)).toMatchObject({ ok: true });
    expect(sentForm(http.posts[1], 'refresh_token')).toBe('canary-found');
  });

  it('is kept sealed with the attempt row when no new token can be found in it', async () => {
    http.tokens.push({ kind: 'answer', status: 200, headers: {}, body: '<html>' });
    expect(await renew()).toMatchObject({ ok: false, problem: { code: 'L-45' } });
    expect(now()).toMatchObject({ condition: 'uncertain', problem: { code: 'L-45' } });
    expect(links.keptAnswers.map((answer) => answer.reveal())).toEqual(['<html>']);
    expect([links.pending.size, http.posts.length]).toEqual([1, 1]);
  });

  it('is no new token when it only echoes ours', async () => {
    http.tokens.push(json(200, { refresh_token: 'canary-refresh-first' }));
    await renew();
    expect(now()).toMatchObject({ generation: 1, condition: 'uncertain' });
    expect(links.keptAnswers).toHaveLength(1);
  });
});

describe('an answer the disk does not take', () => {
  it('is nobody\'s until it is saved, and is saved before anything is sent again', async () => {
    http.tokens.push(tokenAnswer({ refresh_token: 'canary-late' }));
    links.broken.add('completeRenewal');
    expect(await renew()).toEqual(failure({ code: 'L-62' }));
    expect(await renewals.freshAccessToken(link.id)).toEqual(failure({ code: 'L-62' }));
    expect([links.pending.size, http.posts.length, history]).toEqual([1, 1, []]);
    links.broken.clear();
    expect(await renewals.freshAccessToken(link.id)).toMatchObject({ ok: true });
    expect([tokenOnDisk(links, link.id), links.pending.size, http.posts.length, history]).toEqual(['canary-late', 0, 1, ['renewed']]);
  });

  it('is saved first even while an older access token would still do', async () => {
    await renew();
    links.broken.add('completeRenewal');
    await renew();
    expect(await renewals.freshAccessToken(link.id)).toEqual(failure({ code: 'L-62' }));
    links.broken.clear();
    expect(await renewals.freshAccessToken(link.id)).toMatchObject({ ok: true });
    expect([now()?.generation, http.posts.length]).toEqual([3, 2]);
  });

  it('stops the next presentation of an uncertain link before it is sent', async () => {
    http.tokens.push(lost, lost);
    await renew();
    links.broken.add('beginRenewal');
    expect(await renew()).toEqual(failure({ code: 'L-62' }));
    expect([http.posts.length, links.pending.size]).toEqual([2, 1]);
  });

  it('is kept aside when another generation is on disk already', async () => {
    http.tokens.push(() => {
      const tokens = links.readTokens(link.id);
      if (tokens.ok) links.completeRenewal(link.id, 1, { tokens: tokens.value, at: clock.now(), standing: standing('active') });
      return tokenAnswer({ refresh_token: 'canary-second' });
    });
    expect(await renew()).toEqual(failure({ code: 'L-68' }));
    expect(links.keptAnswers.map((answer) => answer.reveal())).toEqual(['canary-second']);
    expect(now()?.generation).toBe(2);
  });
});

describe('a refused link', () => {
  it('is suspect first, with the code that fits its age', async () => {
    http.tokens.push(invalidGrant, invalidGrant);
    expect(await renew()).toMatchObject({ problem: { code: 'L-42' } });
    expect(now()).toMatchObject({ condition: 'suspect', problem: { code: 'L-42' } });
    clock.sleep(91 * DAY);
    renewals = restart();
    expect(await renew()).toMatchObject({ problem: { code: 'L-41' } });
    expect(now()?.condition).toBe('suspect');
  });

  it.each([[[0, 1, 14], 'suspect'], [[0, 16], 'suspect'], [[0, 1, 15], 'relinkRequired']] as const)('after refusals at minutes %j is %s', async (minutes, condition) => {
    for (const minute of minutes) {
      await clock.advance(START + minute * MINUTE - clock.now());
      http.tokens.push(invalidGrant);
      await renewals.renew(link.id);
    }
    expect(now()?.condition).toBe(condition);
    expect([tokenOnDisk(links, link.id), links.pending.size]).toEqual(['canary-refresh-first', 0]);
  });

  it('is counted anew after a success', async () => {
    for (const answer of [invalidGrant, invalidGrant, tokenAnswer(), invalidGrant]) {
      http.tokens.push(answer);
      await renewals.renew(link.id);
      await clock.advance(10 * MINUTE);
    }
    expect(now()?.condition).toBe('suspect');
  });

  it('comes back to life when the server changes its mind', async () => {
    links.setStanding(link.id, standing('relinkRequired', 'L-42'));
    expect(await renew()).toMatchObject({ ok: true, value: { condition: 'active' } });
  });
});
