import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_HOMES_READ, readHomes } from '../../../electron/homes/read-homes.ts';
import type { HomesOutcome } from '../../../electron/homes/home.ts';
import type { HttpOutcome, HttpRequest } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { answer, profileWith, runs } from '../oauth/support.ts';

interface Run {
  readonly outcome: HomesOutcome;
  readonly requests: readonly HttpRequest[];
  readonly mostAtOnce: number;
}

/** Reads homes from a service that answers each path by `respond`, a moment later. */
async function readFrom(respond: (path: string) => HttpOutcome, accessToken = 'canary-access'): Promise<Run> {
  const requests: HttpRequest[] = [];
  let open = 0;
  let mostAtOnce = 0;
  const send = async (request: HttpRequest): Promise<HttpOutcome> => {
    requests.push(request);
    mostAtOnce = Math.max(mostAtOnce, ++open);
    await Promise.resolve();
    await Promise.resolve();
    open--;
    return respond(request.url.replace('https://homes.example', ''));
  };
  const outcome = await readHomes({ send }, profileWith(), new Secret(accessToken));
  return { outcome, requests, mostAtOnce };
}

const list = '/smarther/v2.0/plants';
const plants = (count: number): HttpOutcome => answer(200, { plants: Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `Home ${index}` })) });
const topology = answer(200, { plant: { id: 'x', name: 'Inner', modules: [{ device: 'chronothermostat', name: 'Living', id: 'm1', capabilities: [] }, {}, 'odd'] } });

test('one call, then one for each home, with both headers and nothing secret in the address', async () => {
  const { outcome, requests } = await readFrom((path) => (path === list ? plants(2) : topology));
  const devices = [{ id: 'm1', name: 'Living', kind: 'chronothermostat' }, { id: '', name: null, kind: null }, { id: '', name: null, kind: null }];
  expect(outcome).toEqual({ kind: 'homes', homes: [{ id: 'p0', name: 'Home 0', devices, problem: null }, { id: 'p1', name: 'Home 1', devices, problem: null }] });
  expect(requests.map(({ url }) => url)).toEqual([list, `${list}/p0/topology`, `${list}/p1/topology`].map((path) => `https://homes.example${path}`));
  for (const request of requests)
    expect(request).toMatchObject({ method: 'GET', body: null, kind: 'read', headers: { authorization: 'Bearer canary-access', 'ocp-apim-subscription-key': 'canary-subscription-key' } });
});

test('without a key nothing is asked', async () => {
  const refuse = { send: (): Promise<HttpOutcome> => Promise.reject(new Error('asked')) };
  expect(await readHomes(refuse, profileWith({ subscriptionKey: null }), new Secret('x'))).toEqual({ kind: 'noKey' });
});

test('a token that could break out of the header is not sent', async () => {
  const { outcome, requests } = await readFrom(() => plants(0), 'a\r\nx: canary');
  expect(outcome).toEqual({ kind: 'problem', problem: { code: 'L-45', reason: 'accessToken' } });
  expect(requests).toEqual([]);
});

test('204 is an account without a home, or a home without devices', async () => {
  expect((await readFrom(() => answer(204, ''))).outcome).toEqual({ kind: 'homes', homes: [] });
  expect((await readFrom((path) => (path === list ? plants(1) : answer(204, '')))).outcome).toEqual({ kind: 'homes', homes: [{ id: 'p0', name: 'Home 0', devices: [], problem: null }] });
});

const troubles: readonly (readonly [HttpOutcome, object])[] = [
  [answer(403, '{}'), { code: 'L-46', httpStatus: 403 }],
  [answer(429, '', { 'retry-after': '30' }), { code: 'L-44', httpStatus: 429, retryAfterSeconds: 30 }],
  [answer(429, ''), { code: 'L-44', httpStatus: 429 }],
  [answer(469, ''), { code: 'L-49', reason: 'password', httpStatus: 469 }],
  [answer(470, ''), { code: 'L-49', reason: 'terms', httpStatus: 470 }],
  [answer(500, ''), { code: 'L-09', httpStatus: 500 }],
  [answer(503, ''), { code: 'L-09', httpStatus: 503 }],
  [answer(404, ''), { code: 'L-45', httpStatus: 404 }],
  [answer(407, ''), { code: 'L-53', httpStatus: 407 }],
  [answer(200, '<html>'), { code: 'L-45', httpStatus: 200 }],
  [answer(200, ''), { code: 'L-45', httpStatus: 200 }],
  [answer(200, '{"plants":5,"plant":{"modules":5}}'), { code: 'L-45', httpStatus: 200 }],
  [answer(200, '{"plants":[5,{"name":"no id"}],"plant":[]}'), { code: 'L-45', httpStatus: 200 }],
  [{ kind: 'nothingSent', failure: 'dns' }, { code: 'L-52' }],
  [{ kind: 'unknown', failure: 'timeout' }, { code: 'L-10' }],
];

test.each(troubles)('%j is the problem %j, of the list and of one home', async (trouble, problem) => {
  const whole = await readFrom(() => trouble);
  expect([whole.outcome, whole.requests.length]).toEqual([{ kind: 'problem', problem }, 1]);
  const one = await readFrom((path) => (path === list ? plants(2) : path.includes('p1') ? trouble : topology));
  expect(one.outcome).toMatchObject({ kind: 'homes', homes: [{ id: 'p0', problem: null }, { id: 'p1', name: 'Home 1', devices: null, problem }] });
});

test('401 of the list asks for a renewal; 401 of one home is a problem of that home', async () => {
  const problem = { code: 'L-46', httpStatus: 401 };
  expect((await readFrom(() => answer(401, '{"statusCode":401}'))).outcome).toEqual({ kind: 'unauthorized', problem });
  expect((await readFrom((path) => (path === list ? plants(1) : answer(401, '')))).outcome).toMatchObject({ kind: 'homes', homes: [{ devices: null, problem }] });
});

test('four at a time, in the order of the list, and never more homes than the daily quota can bear', async () => {
  const { outcome, requests, mostAtOnce } = await readFrom((path) => (path === list ? plants(60) : topology));
  expect([requests.length, mostAtOnce]).toEqual([1 + MOST_HOMES_READ, 4]);
  const homes = outcome.kind === 'homes' ? outcome.homes : [];
  expect(homes.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, index) => `p${index}`));
  expect(homes.map(({ problem }) => problem?.reason ?? null)).toEqual([...Array<null>(50).fill(null), ...Array<string>(10).fill('tooManyHomes')]);
});

test('when told to slow down, the homes still waiting are not asked for', async () => {
  const { outcome, requests } = await readFrom((path) => (path === list ? plants(20) : answer(429, '', { 'retry-after': '60' })));
  expect(requests.length).toBe(1 + 4);
  expect(outcome.kind === 'homes' && outcome.homes.every(({ problem }) => problem?.code === 'L-44' && problem.retryAfterSeconds === 60)).toBe(true);
});

test('the same home twice is read once, entries without an id are passed over, a name may come from the topology', async () => {
  const { outcome, requests } = await readFrom((path) => (path === list ? answer(200, { plants: [{ id: 'a' }, { id: 'a' }, null, { id: '' }, { id: 5 }] }) : topology));
  expect([requests.length, outcome]).toMatchObject([2, { kind: 'homes', homes: [{ id: 'a', name: 'Inner' }] }]);
});

test('an id never leaves its place in the path', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('.', '..', '../x', 'a/b', 'a?b', 'a#b', '%2e%2e', '\\', '@')), async (id) => {
      const { outcome, requests } = await readFrom((path) => (path === list ? answer(200, { plants: [{ id }] }) : topology));
      for (const { url } of requests.slice(1)) {
        const segments = new URL(url).pathname.split('/');
        expect([segments.length, segments.slice(0, 4), decodeURIComponent(segments[4] ?? ''), segments[5]]).toEqual([6, ['', 'smarther', 'v2.0', 'plants'], id.toWellFormed(), 'topology']);
      }
      expect(outcome).toMatchObject({ kind: 'homes', homes: [{ id }] });
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});

test('any answer is read without an exception', async () => {
  const body = fc.oneof(fc.json(), fc.string(), fc.record({ plants: fc.jsonValue(), plant: fc.jsonValue() }).map((each) => JSON.stringify(each)));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100, max: 599 }), body, async (status, text) => {
      expect(['homes', 'unauthorized', 'problem']).toContain((await readFrom(() => answer(status, text))).outcome.kind);
    }),
    { numRuns: runs },
  );
});
