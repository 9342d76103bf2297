import { beforeEach, describe, expect, it } from 'vitest';
import type { Home } from '../../../electron/homes/home.ts';
import { guardAccount } from '../../../electron/links/confirmation.ts';
import { unlink } from '../../../electron/links/unlink.ts';
import { ManualClock, MemoryLinks, START, storedLink } from './fakes.ts';

let links: MemoryLinks;

const home = (id: string): Home => ({ id, name: 'Villa', devices: [], problem: null });
const seen = (subject: string | null, ...homes: readonly string[]) => ({ account: { label: 'c…t', subject }, homes: homes.map((id) => home(id)) });

beforeEach(() => {
  links = new MemoryLinks();
  storedLink(links, START, { siteId: 'site-1', accountSubject: 'claire', proof: { at: START, homes: [home('h1'), home('h2')] } });
});

describe('signing in again for a site that is linked', () => {
  it.each([
    ['the same account and homes', seen('claire', 'h1', 'h2'), null],
    ['the same account in another house', seen('claire', 'h9'), null],
    ['the same account without homes now', seen('claire'), null],
    ['another account', seen('paul', 'h1'), 'otherAccount'],
    ['no name of the account but one of its homes', seen(null, 'h2'), null],
    ['no name of the account and other homes', seen(null, 'h9'), 'otherHomes'],
    ['no name of the account and no homes', seen(null), 'otherHomes'],
  ])('with %s', (_name, what, reason) => {
    expect(guardAccount(links, 'site-1', what)).toEqual(reason === null ? null : { code: 'L-25', reason });
  });

  it('is not held up where nothing comparable was stored', () => {
    storedLink(links, START, { siteId: 'site-2', accountSubject: null, proof: { at: START, homes: null } });
    expect(guardAccount(links, 'site-2', seen('paul', 'h9'))).toBeNull();
  });

  it('without a subscription key compares the account alone', () => {
    expect(guardAccount(links, 'site-1', { account: { label: 'c', subject: null }, homes: null })).toBeNull();
    expect(guardAccount(links, 'site-1', { account: { label: 'c', subject: 'paul' }, homes: null })).toMatchObject({ code: 'L-25' });
  });

  it('is stopped first by another site that has this account or home', () => {
    storedLink(links, START, { siteId: 'site-2', accountSubject: 'paul', proof: { at: START, homes: [home('h7')] } });
    expect(guardAccount(links, 'site-1', seen('paul'))).toMatchObject({ code: 'L-24' });
    expect(guardAccount(links, 'site-3', seen('anna', 'h7'))).toMatchObject({ code: 'L-24' });
    expect(guardAccount(links, 'site-3', { account: { label: 'p', subject: 'paul' }, homes: null })).toMatchObject({ code: 'L-24', reason: 'account' });
  });
});

describe('ending a link', () => {
  const told: string[] = [];
  const ports = () => ({ links, clock: new ManualClock(), history: (siteId: string, event: string) => void told.push(`${siteId} ${event}`), changed: () => void told.push('changed') });

  beforeEach(() => void told.splice(0));

  it('removes it, tells it, and another account may be linked afterwards', () => {
    expect(unlink(ports(), 'site-1')).toMatchObject({ ok: true });
    expect([links.findBySite('site-1'), told]).toEqual([null, ['site-1 unlinked', 'changed']]);
    expect(guardAccount(links, 'site-1', seen('paul', 'h9'))).toBeNull();
  });

  it('changes nothing when it cannot be saved, and says so', () => {
    links.broken.add('remove');
    expect(unlink(ports(), 'site-1')).toMatchObject({ ok: false, problem: { code: 'L-62' } });
    expect([links.findBySite('site-1') !== null, told]).toEqual([true, []]);
  });

  it('of a site without one is refused', () => {
    expect(unlink(ports(), 'site-9')).toMatchObject({ ok: false, problem: { code: 'L-81' } });
  });
});
