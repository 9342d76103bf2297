import { describe, expect, it } from 'vitest';
import { createRenewals } from '../../../electron/links/renewal.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, ScriptedHttp, START, storedLink, tokenAnswer } from './fakes.ts';

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
