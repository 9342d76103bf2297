import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { failure } from '../../../electron/contract/result.ts';
import type { Link } from '../../../electron/links/link.ts';
import { Safekeeping, type ReceivedToken } from '../../../electron/links/safekeeping.ts';
import { freshStanding } from '../../../electron/links/standing.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { ManualClock, MemoryLinks, MINUTE, START, storedLink, tokenOnDisk } from './fakes.ts';

let clock: ManualClock;
let links: MemoryLinks;
let link: Link;
let noted: string[];
let changes: number;
let underWay: Set<string>;
let safe: Safekeeping;

const received = (text = 'newest', problem: Problem | null = null, generation = 1): ReceivedToken => ({
  tokens: { accessToken: new Secret('access'), accessTokenExpiresAt: START + MINUTE, refreshToken: new Secret(text) },
  standing: freshStanding(START, 0.5, problem), at: START, generation, problem,
});
const refused = { ok: false, problem: { code: 'L-62' } };

beforeEach(() => {
  clock = new ManualClock();
  links = new MemoryLinks();
  link = storedLink(links, START);
  noted = [];
  changes = 0;
  underWay = new Set();
  safe = new Safekeeping({
    clock, links, isUnderWay: (linkId) => underWay.has(linkId), changed: () => void (changes += 1), noted: (siteId, event) => void noted.push(`${siteId} ${event}`),
  });
});

describe('a token that was received', () => {
  it('is on disk, and told to the log and the window', () => {
    expect(safe.save(link.id, received())).toMatchObject({ ok: true, value: { generation: 2 } });
    expect([tokenOnDisk(links, link.id), noted, changes, safe.unsaved(link.id), clock.timers]).toEqual(['newest', ['site-1 renewed'], 1, undefined, 0]);
  });

  it('is saved though the rest of its answer was no success, and that is told', () => {
    expect(safe.save(link.id, received('newest', { code: 'L-45' }))).toEqual(failure({ code: 'L-45' }));
    expect(tokenOnDisk(links, link.id)).toBe('newest');
  });

  it('is kept while the disk refuses it, and offered again every ten seconds until it is taken', async () => {
    links.broken.add('completeRenewal');
    expect(safe.save(link.id, received())).toEqual(refused);
    expect([safe.unsaved(link.id)?.tokens.refreshToken.reveal(), noted, changes, clock.timers]).toEqual(['newest', [], 0, 1]);
    await clock.advance(35_000);
    links.broken.clear();
    await clock.advance(4000);
    expect(tokenOnDisk(links, link.id)).toBe('canary-refresh-first');
    await clock.advance(1000);
    expect([tokenOnDisk(links, link.id), noted, safe.unsaved(link.id), clock.timers]).toEqual(['newest', ['site-1 renewed'], undefined, 0]);
  });

  it('does not wait for another one, be it that the disk cannot even be read for that', async () => {
    const other = storedLink(links, START, { siteId: 'site-2' });
    links.broken.add('completeRenewal');
    safe.save(link.id, received());
    safe.save(other.id, received('another'));
    expect(clock.timers).toBe(1);
    links.broken.clear();
    const complete = links.completeRenewal.bind(links);
    links.completeRenewal = (linkId, ...rest) => {
      if (linkId === link.id) throw new Error('disk I/O error');
      return complete(linkId, ...rest);
    };
    await clock.advance(10_000);
    expect([tokenOnDisk(links, other.id), safe.unsaved(other.id), clock.timers]).toEqual(['another', undefined, 1]);
  });

  it('of a link that another process renewed meanwhile is kept aside, and only then let go', () => {
    links.broken.add('keepUnusableAnswer');
    expect(safe.save(link.id, received('ours', null, 7))).toEqual(failure({ code: 'L-68' }));
    expect(safe.unsaved(link.id)?.generation).toBe(7);
    links.broken.clear();
    safe.save(link.id, received('ours', null, 7));
    expect([safe.unsaved(link.id), links.keptAnswers.map((kept) => kept.reveal()), tokenOnDisk(links, link.id)]).toEqual([undefined, ['ours'], 'canary-refresh-first']);
  });

  it('is not kept aside while it may still take its place', () => {
    links.broken.add('completeRenewal');
    safe.save(link.id, received());
    expect([links.keptAnswers, safe.unsaved(link.id) === undefined]).toEqual([[], false]);
  });

  it('of a link that was ended meanwhile is let go', () => {
    links.remove(link.id);
    expect(safe.save(link.id, received())).toMatchObject({ ok: false });
    expect(safe.unsaved(link.id)).toBeUndefined();
  });

  it('gets one last chance at the end, and nothing is written afterwards', async () => {
    links.broken.add('completeRenewal');
    safe.save(link.id, received());
    safe.end();
    expect(clock.timers).toBe(0);
    safe.save(link.id, received());
    expect(clock.timers).toBe(0);
    links.broken.clear();
    safe.end();
    expect(tokenOnDisk(links, link.id)).toBe('newest');
  });
});

describe('a doubt', () => {
  it('makes its link uncertain and due now', () => {
    clock.sleep(5000);
    safe.doubt(link.id);
    expect(links.find(link.id)).toMatchObject({ condition: 'uncertain', problem: { code: 'L-43' }, nextAt: START + 5000 });
    expect(clock.timers).toBe(0);
  });

  it.each(['relinkRequired', 'quarantined'] as const)('changes nothing of a link that is %s, or gone', (condition) => {
    const row = links.rows.get(link.id);
    if (row) row.link = { ...row.link, condition };
    safe.doubt(link.id);
    safe.doubt('nobody');
    expect([links.find(link.id)?.condition, clock.timers]).toEqual([condition, 0]);
  });

  it('that the disk refuses is noted as soon as it takes it', async () => {
    links.beginRenewal(link.id, 1, START);
    links.broken.add('setStanding');
    safe.doubt(link.id);
    await clock.advance(25_000);
    expect(links.find(link.id)?.condition).toBe('active');
    links.broken.clear();
    await clock.advance(5000);
    expect([links.find(link.id)?.condition, clock.timers]).toEqual(['uncertain', 0]);
  });

  it('waits while a renewal of its link is under way, and goes with the attempt row', async () => {
    links.beginRenewal(link.id, 1, START);
    underWay.add(link.id);
    safe.doubtSoon(link.id);
    await clock.advance(30_000);
    expect([links.find(link.id)?.condition, clock.timers]).toEqual(['active', 1]);
    links.pending.clear();
    underWay.clear();
    await clock.advance(10_000);
    expect([links.find(link.id)?.condition, clock.timers]).toEqual(['active', 0]);
  });

  it('is looked at again though the disk cannot be read now', async () => {
    links.beginRenewal(link.id, 1, START);
    const read = links.pendingRenewal.bind(links);
    links.pendingRenewal = () => {
      throw new Error('disk I/O error');
    };
    safe.doubtSoon(link.id);
    await clock.advance(10_000);
    expect(clock.timers).toBe(1);
    links.pendingRenewal = read;
    await clock.advance(10_000);
    expect(links.find(link.id)?.condition).toBe('uncertain');
  });
});
