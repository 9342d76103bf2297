import { beforeEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import { createKeepAlive, type KeepAlive } from '../../../electron/links/keep-alive.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import { createRounds, type Rounds } from '../../../electron/links/round.ts';
import { DAY, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, START, storedLink, tokenAnswer, tokenOnDisk } from './fakes.ts';

/** Links on a disk that for a while cannot even be read: then every question throws, as SQLite's do. */
class LinksOnBadDisk extends MemoryLinks {
  isBad = false;

  override find(linkId: string): ReturnType<MemoryLinks['find']> {
    this.#read();
    return super.find(linkId);
  }

  override due(at: number, limit: number): ReturnType<MemoryLinks['due']> {
    this.#read();
    return super.due(at, limit);
  }

  override nextDueAt(after: number): ReturnType<MemoryLinks['nextDueAt']> {
    this.#read();
    return super.nextDueAt(after);
  }

  override pendingRenewal(linkId: string): ReturnType<MemoryLinks['pendingRenewal']> {
    this.#read();
    return super.pendingRenewal(linkId);
  }

  #read(): void {
    if (this.isBad) throw new Error('disk I/O error');
  }
}

let clock: ManualClock;
let http: ScriptedHttp;
let links: LinksOnBadDisk;
let renewals: Renewals;
let keepAlive: KeepAlive;
let rounds: Rounds;

function goBad(): void {
  links.isBad = true;
  links.broken.add('beginRenewal').add('completeRenewal').add('settleRenewal').add('setStanding').add('keepUnusableAnswer');
}

function recover(): void {
  links.isBad = false;
  links.broken.clear();
}

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new LinksOnBadDisk();
  const calm = createCalm(clock);
  const breaker = new Breaker();
  renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links, calm, breaker });
  keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm, obstacle: () => null });
  rounds = createRounds({ clock, links, renewals, calm, obstacle: () => null, changed: () => undefined });
});

describe('a disk that cannot be read for a while', () => {
  it('never costs a token that was received meanwhile', async () => {
    const link = storedLink(links, START);
    http.tokens.push(() => {
      goBad();
      return tokenAnswer({ refresh_token: 'the newest' });
    });
    expect(await renewals.renew(link.id)).toMatchObject({ ok: false });
    await clock.advance(5 * MINUTE);
    recover();
    await clock.advance(MINUTE);
    expect([tokenOnDisk(links, link.id), links.pending.size]).toEqual(['the newest', 0]);
  });

  it('leaves a link whose answer was lost uncertain', async () => {
    const link = storedLink(links, START);
    http.tokens.push(() => {
      goBad();
      return { kind: 'unknown', failure: 'reset' };
    });
    expect(await renewals.renew(link.id)).toMatchObject({ ok: false });
    await clock.advance(5 * MINUTE);
    recover();
    await clock.advance(MINUTE);
    expect(links.find(link.id)).toMatchObject({ condition: 'uncertain', problem: { code: 'L-43' } });
  });

  it('does not stop the keep-alive for ever', async () => {
    const ids = Array.from({ length: 12 }, (_, number) => storedLink(links, START - 30 * DAY, { siteId: `site-${number}`, nextAt: START + number * 3 * 60 * MINUTE }).id);
    keepAlive.start();
    await clock.advance(MINUTE);
    goBad();
    await clock.advance(20 * 60 * MINUTE);
    recover();
    await clock.advance(20 * 60 * MINUTE);
    expect(ids.map((id) => links.find(id)?.generation)).toEqual(ids.map(() => 2));
  });

  it('does not leave a round standing half way', async () => {
    for (let number = 0; number < 10; number += 1) storedLink(links, START - 40 * DAY, { siteId: `site-${number}` });
    http.tokens.push(() => {
      goBad();
      return tokenAnswer();
    });
    rounds.start('all');
    await clock.advance(MINUTE);
    recover();
    await clock.advance(MINUTE);
    expect(rounds.view()).toMatchObject({ round: 'done', total: 10, done: 10 });
  });
});
