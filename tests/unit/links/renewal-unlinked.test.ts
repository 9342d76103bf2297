import { beforeEach, describe, expect, it } from 'vitest';
import type { Link } from '../../../electron/links/link.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, settle, START, storedLink, tokenAnswer, tokenOnDisk } from './fakes.ts';

let clock: ManualClock;
let http: ScriptedHttp;
let links: MemoryLinks;
let link: Link;
let renewals: Renewals;

beforeEach(() => {
  clock = new ManualClock();
  http = new ScriptedHttp();
  links = new MemoryLinks();
  link = storedLink(links, START);
  renewals = createRenewals({ ...renewalSurroundings(clock), clock, http, links });
});

/** A renewal under way while `meanwhile` happens, and then the answer. */
async function renewWhile(meanwhile: () => void, answer: HttpOutcome): Promise<void> {
  http.tokens.push(() => {
    meanwhile();
    return answer;
  });
  const running = renewals.renew(link.id);
  await clock.advance(MINUTE);
  await running;
}

describe('a renewal under way when its link is ended', () => {
  const answers: readonly (readonly [string, HttpOutcome])[] = [
    ['a new token', tokenAnswer()],
    ['an answer that cannot be used', { kind: 'answer', status: 200, headers: {}, body: '<html>' }],
    ['no answer', { kind: 'unknown', failure: 'reset' }],
  ];

  it.each(answers)('leaves nothing behind: %s', async (_name, answer) => {
    await renewWhile(() => links.remove(link.id), answer);
    await clock.advance(10 * MINUTE);
    await renewals.stop();
    expect([links.rows.size, links.pending.size, links.keptAnswers.length, http.posts.length]).toEqual([0, 0, 0, 1]);
  });

  it('leaves the link that took its place alone', async () => {
    let again = '';
    await renewWhile(() => {
      again = storedLink(links, START).id;
    }, tokenAnswer());
    await settle();
    expect([tokenOnDisk(links, again), links.find(again)?.generation, links.keptAnswers.length]).toEqual(['canary-refresh-first', 1, 0]);
  });
});
