import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../../electron/contract/problems.ts';
import type { HttpFailure, HttpOutcome } from '../../../electron/oauth/ports.ts';
import { Desk } from './desk.ts';
import { json, MINUTE, settle } from './fakes.ts';

const failures = ['offline', 'dns', 'refused', 'proxy', 'tls', 'timeout', 'reset', 'redirected', 'tooLarge', 'stopped', 'other'] as const satisfies readonly HttpFailure[];
const errorWords = ['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope', 'server_error', 'temporarily_unavailable', 'access_denied'];

const tokenBody = fc.record(
  {
    access_token: fc.oneof(fc.string(), fc.constant('canary-access'), fc.integer()), refresh_token: fc.oneof(fc.string(), fc.constant('canary-refresh'), fc.constant(null)),
    token_type: fc.oneof(fc.constantFrom('Bearer', 'bearer', 'MAC'), fc.string()), expires_in: fc.oneof(fc.integer(), fc.double(), fc.string()), id_token: fc.string(),
    error: fc.oneof(fc.constantFrom(...errorWords), fc.string()), error_description: fc.oneof(fc.string(), fc.constant('AADB2C90085: Please reauthenticate.')),
  },
  { requiredKeys: [] },
);
const homesBody = fc.record(
  { plants: fc.array(fc.oneof(fc.record({ id: fc.string(), name: fc.string() }, { requiredKeys: [] }), fc.anything())), plant: fc.oneof(fc.record({ name: fc.string(), modules: fc.array(fc.anything()) }, { requiredKeys: [] }), fc.anything()) },
  { requiredKeys: [] },
);
const status = fc.oneof(fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 407, 429, 469, 470, 500, 503), fc.integer({ min: 100, max: 599 }));
const headers = fc.oneof(fc.constant({}), fc.record({ 'retry-after': fc.oneof(fc.string(), fc.nat().map(String)), 'content-type': fc.string() }));
const answerOf = (body: fc.Arbitrary<unknown>): fc.Arbitrary<HttpOutcome> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), status, headers, body: fc.oneof(body.map((value) => JSON.stringify(value) ?? ''), fc.string(), fc.json()) }) },
    { weight: 2, arbitrary: body.map((value) => json(200, value)) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('nothingSent' as const, 'unknown' as const), failure: fc.constantFrom(...failures) }) },
  );

/** Every code that the window is told; an end without one counts as such a code too. */
function codesTold(desk: Desk): readonly (string | undefined)[] {
  const view = desk.signIn.view();
  if (view.step !== 'confirming') return [desk.problem?.code];
  const homes = (view.homes ?? []).map(({ problem }) => problem);
  return [view.problem, ...homes].flatMap((problem) => problem?.code ?? []);
}

const isKnown = (code: string | undefined): boolean => problemCodes.some((known) => known === code);

describe('whatever the server answers', () => {
  it('a sign-in ends on a page of the catalogue, or asks whose home it is', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(answerOf(tokenBody), fc.array(answerOf(homesBody), { maxLength: 6 }), async (token, reads) => {
        const desk = new Desk();
        desk.http.tokens.push(token);
        desk.http.reads.push(...reads);
        await desk.signIn.start('site-1');
        desk.comeBack();
        // 30 seconds for the exchange and as much for the homes.
        await desk.clock.advance(MINUTE);
        await settle();
        expect(['ended', 'confirming']).toContain(desk.step);
        expect(codesTold(desk).filter((code) => !isKnown(code))).toEqual([]);
        ends.set(desk.step, (ends.get(desk.step) ?? 0) + 1);
      }),
      // One of each end for certain: chance alone misses the rare one now and then.
      { numRuns: 300, examples: [[json(200, { access_token: 'canary-access', refresh_token: 'canary-refresh', token_type: 'Bearer', expires_in: 3600 }), []], [json(400, { error: 'invalid_grant' }), []]] },
    );
    // Both ends were really reached.
    expect([...ends.keys()].toSorted()).toEqual(['confirming', 'ended']);
  });
});
