import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { Clock, HttpOutcome, HttpRequest } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { json, ManualClock, MemoryLinks, MINUTE, renewalSurroundings, sentForm, settle, START, storedLink, tokenOnDisk } from './fakes.ts';

type Weather = 'good' | 'lost' | 'offline' | 'invalidGrant' | 'company' | 'busy' | 'noAccessToken' | 'html';
const weathers: readonly Weather[] = ['good', 'lost', 'offline', 'invalidGrant', 'company', 'busy', 'noAccessToken', 'html'];
type Breakage = 'beginRenewal' | 'completeRenewal' | 'settleRenewal' | 'keepUnusableAnswer' | 'setStanding';

type Command =
  | { readonly do: 'renew' | 'use'; readonly link: number }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'answer'; readonly weather: Weather }
  | { readonly do: 'break'; readonly what: Breakage }
  | { readonly do: 'repair' | 'restart' };

const link = fc.nat(1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('renew' as const, 'use' as const), link }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), weather: fc.constantFrom(...weathers) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.constantFrom(500, 2000, 8 * MINUTE, 61 * MINUTE) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('break' as const), what: fc.constantFrom<Breakage>('beginRenewal', 'completeRenewal', 'settleRenewal', 'keepUnusableAnswer', 'setStanding') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repair' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

interface Open {
  readonly linkId: string;
  readonly desk: number;
  answer(weather: Weather): void;
}

/** Two links, a server that answers when and how the schedule says, and the invariants looked at with every request. */
class World {
  readonly clock = new ManualClock();
  readonly links = new MemoryLinks();
  readonly ids = ['site-1', 'site-2'].map((siteId) => storedLink(this.links, START, { siteId }).id);
  /** The newest refresh token that wholly reached the program, by link. */
  readonly received = new Map<string, string>();
  readonly open: Open[] = [];
  readonly violations: string[] = [];
  posts = 0;
  #issued = 0;
  #desk = 0;
  renewals: Renewals = this.#newDesk();

  constructor() {
    for (const [id, row] of this.links.rows) {
      const first = this.#token(id);
      row.tokens = { ...row.tokens, refreshToken: new Secret(first) };
      this.received.set(id, first);
    }
  }

  restart(): void {
    this.#desk += 1;
    // What only the old process knew is gone with it; what is on disk is the newest that still exists.
    for (const id of this.ids) this.received.set(id, tokenOnDisk(this.links, id) ?? '');
    this.renewals = this.#newDesk();
    this.renewals.recover();
  }

  async answer(weather: Weather): Promise<void> {
    this.open.shift()?.answer(weather);
    await settle();
  }

  #token(linkId: string): string {
    this.#issued += 1;
    return `${linkId}:${this.#issued}`;
  }

  #newDesk(): Renewals {
    const desk = this.#desk;
    // The timers of a process that was killed died with it.
    const clock: Clock = { now: () => this.clock.now(), after: (milliseconds, action) => this.clock.after(milliseconds, () => void (desk === this.#desk && action())) };
    return createRenewals({
      ...renewalSurroundings(clock),
      clock,
      http: { send: async (request) => this.#receive(request, desk) },
      links: this.links,
    });
  }

  async #receive(request: HttpRequest, desk: number): Promise<HttpOutcome> {
    this.posts += 1;
    const presented = sentForm(request, 'refresh_token') ?? '';
    const linkId = presented.split(':')[0] ?? '';
    if (this.links.pending.get(linkId)?.generation !== this.links.find(linkId)?.generation) this.violations.push('sent without an attempt row');
    if (this.open.some((other) => other.linkId === linkId && other.desk === desk)) this.violations.push('two requests in flight');
    if (presented !== this.received.get(linkId)) this.violations.push('not the newest token');
    return new Promise((resolve) => {
      this.open.push({ linkId, desk, answer: (weather) => desk === this.#desk && resolve(this.#outcome(weather, linkId)) });
    });
  }

  #outcome(weather: Weather, linkId: string): HttpOutcome {
    switch (weather) {
      case 'lost': return { kind: 'unknown', failure: 'reset' };
      case 'offline': return { kind: 'nothingSent', failure: 'offline' };
      case 'invalidGrant': return json(400, { error: 'invalid_grant' });
      case 'company': return json(401, { error: 'invalid_client' });
      case 'busy': return json(429, {});
      case 'html': return { kind: 'answer', status: 200, headers: {}, body: '<html>' };
      default: {
        const fresh = this.#token(linkId);
        this.received.set(linkId, fresh);
        return json(200, { refresh_token: fresh, ...(weather === 'good' ? { access_token: `access-${fresh}`, expires_in: 3600 } : {}) });
      }
    }
  }
}

async function play(world: World, step: Command): Promise<void> {
  const id = world.ids['link' in step ? step.link : 0] ?? '';
  switch (step.do) {
    case 'renew': void world.renewals.renew(id); return settle();
    case 'use': void world.renewals.freshAccessToken(id); return settle();
    case 'wait': return world.clock.advance(step.milliseconds);
    case 'answer': return world.answer(step.weather);
    case 'break': world.links.broken.add(step.what); return undefined;
    case 'repair': world.links.broken.clear(); return undefined;
    case 'restart': return world.restart();
  }
}

const generations = (world: World): readonly number[] => world.ids.map((id) => world.links.find(id)?.generation ?? 0);

/** Everything works again and everybody asks once more: whatever was received must be on disk now. */
async function calm(world: World): Promise<void> {
  world.links.broken.clear();
  for (let round = 0; round < 6; round += 1) {
    while (world.open.length > 0) await world.answer('offline');
    await world.clock.advance(2000);
    for (const id of world.ids) void world.renewals.renew(id);
    await settle();
  }
  while (world.open.length > 0) await world.answer('offline');
  await world.clock.advance(2000);
}

describe('renewals under any schedule', () => {
  it('send nothing without a durable attempt row, one request per link at a time, and lose no token', async () => {
    let posts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (commands) => {
        const world = new World();
        for (const step of commands) {
          const before = generations(world);
          await play(world, step);
          generations(world).forEach((generation, index) => expect(generation).toBeGreaterThanOrEqual(before[index] ?? 0));
        }
        await calm(world);
        expect(world.violations).toEqual([]);
        for (const id of world.ids) expect(tokenOnDisk(world.links, id)).toBe(world.received.get(id));
        posts += world.posts;
      }),
      { numRuns: 250 },
    );
    // Schedules that send next to nothing would prove next to nothing.
    expect(posts).toBeGreaterThan(500);
  });
});
