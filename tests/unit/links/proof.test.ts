import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { Link } from '../../../electron/links/link.ts';
import { createProofs, type Proofs } from '../../../electron/links/proof.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { json, ManualClock, MemoryLinks, MINUTE, profile, renewalSurroundings, ScriptedHttp, START, storedLink } from './fakes.ts';

const noHome: HttpOutcome = { kind: 'answer', status: 204, headers: {}, body: '' };
const unauthorized = json(401, { message: 'expired' });
const provenHomes = [
  { id: 'home-1', name: 'Villa', devices: [], problem: null },
  { id: 'home-2', name: 'Villa', devices: [{ id: 'm9', name: 'Cellar', kind: null }], problem: null },
];

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let company: CompanyProfile | null;
let history: string[];
let link: Link;
let proofs: Proofs;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  company = profile;
  history = [];
  link = storedLink(links, START);
  const ports = {
    ...renewalSurroundings(clock),
    clock,
    http,
    links,
    profile: () => company,
    history: (_siteId: string, event: string) => history.push(event),
    noted: (_siteId: string, event: string) => history.push(event),
  };
  proofs = createProofs({ ...ports, renewals: createRenewals(ports) });
});

/** Plays a condition, also one that is only found when the record is opened. */
function setCondition(linkId: string, condition: Link['condition'], problem: Problem): void {
  const row = links.rows.get(linkId);
  if (row) row.link = { ...row.link, condition, problem };
}

describe('checking a link', () => {
  it('renews an expired access token first, then reads and stores what was seen and when', async () => {
    clock.sleep(3 * MINUTE);
    expect(await proofs.checkNow('site-1')).toMatchObject({ ok: true, value: { generation: 2, problem: null } });
    expect(links.find(link.id)?.proof).toMatchObject({ at: START + 3 * MINUTE, homes: [{ id: 'home-1', devices: [{ name: 'Hall' }] }] });
    expect(history).toEqual(['renewed', 'proven']);
    await proofs.checkNow('site-1');
    expect(http.posts).toHaveLength(1);
  });

  it('renews once and reads once more when the access token is refused', async () => {
    await proofs.checkNow('site-1');
    await clock.advance(1000);
    http.reads.push(unauthorized);
    expect(await proofs.checkNow('site-1')).toMatchObject({ ok: true, value: { generation: 3, problem: null } });
    expect(http.posts).toHaveLength(2);
  });

  it('is L-46 when it is refused although renewed', async () => {
    http.reads.push(unauthorized, unauthorized, unauthorized);
    const checking = proofs.checkNow('site-1');
    await clock.advance(1000);
    expect(await checking).toMatchObject({ ok: false, problem: { code: 'L-46' } });
    expect(links.find(link.id)).toMatchObject({ condition: 'active', problem: { code: 'L-46' }, proof: link.proof });
    expect(http.reads).toHaveLength(1);
  });

  it('keeps a failed read as the problem of the link and the older proof with its age', async () => {
    links.saveProof(link.id, { at: START, homes: provenHomes });
    http.reads.push(json(470, {}));
    clock.sleep(MINUTE);
    expect(await proofs.checkNow('site-1')).toMatchObject({ ok: false, problem: { code: 'L-49' } });
    expect(links.find(link.id)).toMatchObject({ problem: { code: 'L-49' }, proof: { at: START, homes: provenHomes } });
    await proofs.checkNow('site-1');
    expect(links.find(link.id)?.problem).toMatchObject({ code: 'L-47' });
  });

  it('answers the problem of the renewal', async () => {
    http.tokens.push({ kind: 'nothingSent', failure: 'dns' });
    expect(await proofs.checkNow('site-1')).toMatchObject({ problem: { code: 'L-52' } });
    expect(links.find(link.id)).toEqual({ ...link, tries: 1, nextAt: START + MINUTE });
  });

  it('claims nothing new without a subscription key', async () => {
    links.saveProof(link.id, { at: START, homes: provenHomes });
    company = { ...profile, subscriptionKey: null };
    clock.sleep(MINUTE);
    expect(await proofs.checkNow('site-1')).toMatchObject({ ok: true, value: { proof: { at: START, homes: provenHomes } } });
    expect(history).not.toContain('proven');
  });

  it('needs a link and the company credentials', async () => {
    expect(await proofs.checkNow('site-2')).toMatchObject({ problem: { code: 'L-81' } });
    company = null;
    expect(await proofs.checkNow('site-1')).toMatchObject({ problem: { code: 'L-67' } });
    expect(http.sent).toEqual([]);
  });

  it('does not read with a record that was set aside', async () => {
    setCondition(link.id, 'quarantined', { code: 'L-63' });
    expect(await proofs.checkNow('site-1')).toMatchObject({ problem: { code: 'L-63' } });
    expect(http.sent).toEqual([]);
  });

  it('says so when what was read cannot be saved', async () => {
    links.broken.add('saveProof');
    expect(await proofs.checkNow('site-1')).toMatchObject({ ok: false, problem: { code: 'L-62' } });
    expect(history).not.toContain('proven');
  });
});

describe('a home that was proven before and is missing now', () => {
  it('shows as L-47 at every check until it is back', async () => {
    links.saveProof(link.id, { at: START, homes: provenHomes });
    for (let check = 0; check < 2; check += 1) {
      expect(await proofs.checkNow('site-1')).toMatchObject({ ok: true, value: { problem: { code: 'L-47' } } });
      expect(links.find(link.id)?.proof?.homes).toMatchObject([{ id: 'home-1', problem: null }, { id: 'home-2', devices: null, problem: { code: 'L-47' } }]);
    }
    expect(history).not.toContain('proven');
    http.plants = [{ id: 'home-1', name: 'Villa' }, { id: 'home-2', name: 'Villa' }];
    expect(await proofs.checkNow('site-1')).toMatchObject({ value: { problem: null, proof: { homes: [{ problem: null }, { problem: null }] } } });
  });

  it('is L-47 in an empty account too, but L-26 where there never was a home', async () => {
    http.reads.push(noHome, noHome);
    expect(await proofs.checkNow('site-1')).toMatchObject({ value: { problem: { code: 'L-26' }, proof: { homes: [] } } });
    links.saveProof(link.id, { at: START, homes: provenHomes });
    expect(await proofs.checkNow('site-1')).toMatchObject({ value: { problem: { code: 'L-47' } } });
  });
});

describe('a doubtful link', () => {
  it('keeps its doubt while an access token still reads homes', async () => {
    await proofs.checkNow('site-1');
    setCondition(link.id, 'suspect', { code: 'L-42' });
    expect(await proofs.checkNow('site-1')).toMatchObject({ ok: true, value: { condition: 'suspect', problem: { code: 'L-42' } } });
  });
});
