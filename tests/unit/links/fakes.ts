import type { Link, LinkTokens, NewLink } from '../../../electron/links/link.ts';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import type { RenewalPorts } from '../../../electron/links/renewal.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { Clock, HttpOutcome, HttpPort, HttpRequest, Random } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import type { MemoryLinks } from './memory-links.ts';

export { MemoryLinks } from './memory-links.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const START = Date.UTC(2026, 0, 15, 9);

export const profile: CompanyProfile = {
  authorizationServer: 'https://login.example',
  clientId: 'client-1',
  clientSecret: new Secret('canary-client-secret'),
  redirectUri: 'liaison://return/done',
  subscriptionKey: new Secret('canary-subscription-key'),
  homesServer: 'https://homes.example',
  pkce: 'auto',
  prompt: 'auto',
  tokenRedirectUri: 'auto',
};

export const discovery = {
  issuer: 'https://issuer.example/v2.0', authorizationEndpoint: null, tokenEndpoint: null, endSessionEndpoint: 'https://login.example/logout',
  codeChallengeMethods: null, promptValues: null, foreignEndpoints: false,
};

/** Lets every promise that can settle without the clock settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
}

/** A clock that only moves when told to. */
export class ManualClock implements Clock {
  #now = START;
  #timers: { at: number; action: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, action: () => void): () => void {
    const timer = { at: this.#now + milliseconds, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  get timers(): number {
    return this.#timers.length;
  }

  /** Moves the time without running timers, as a sleeping laptop does. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Somebody sets the clock back; timers run on as if nothing had happened. */
  setBack(milliseconds: number): void {
    this.#now -= milliseconds;
    for (const timer of this.#timers) timer.at -= milliseconds;
  }

  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settle();
      const next = this.#timers.toSorted((one, other) => one.at - other.at).find((timer) => timer.at <= end);
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.action();
    }
    this.#now = end;
    await settle();
  }
}

/** What renewals need besides clock, network and store: a laptop that is awake, a closed breaker, a company in order. */
export function renewalSurroundings(clock: Clock): Pick<RenewalPorts, 'calm' | 'breaker' | 'random' | 'secretEndsAt' | 'profile' | 'discovery' | 'canStore' | 'history' | 'noted' | 'changed'> {
  return {
    calm: createCalm(clock), breaker: new Breaker(), random: new CountingRandom(), secretEndsAt: () => null, profile: () => profile, discovery: () => null,
    canStore: () => null, history: () => undefined, noted: () => undefined, changed: () => undefined,
  };
}

/** Bytes that never repeat. */
export class CountingRandom implements Random {
  #count = 0;

  bytes(count: number): Uint8Array {
    this.#count += 1;
    return Uint8Array.from({ length: count }, (_, index) => (this.#count * 31 + index * 7) % 256);
  }
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): HttpOutcome => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

let issued = 0;
/** A whole answer of the token endpoint with tokens never issued before. */
export function tokenAnswer(overrides: Record<string, unknown> = {}): HttpOutcome {
  issued += 1;
  return json(200, { access_token: `canary-access-${issued}`, refresh_token: `canary-refresh-${issued}`, token_type: 'Bearer', expires_in: 3600, ...overrides });
}

type Reply = HttpOutcome | Promise<HttpOutcome> | ((request: HttpRequest) => HttpOutcome | Promise<HttpOutcome>);

/** Answers token requests and reads from two scripts, in order; without a script it plays a sound server with one home. */
export class ScriptedHttp implements HttpPort {
  readonly sent: HttpRequest[] = [];
  readonly tokens: Reply[] = [];
  readonly reads: Reply[] = [];
  plants: readonly { id: string; name: string }[] = [{ id: 'home-1', name: 'Villa' }];
  onToken: (request: HttpRequest) => void = () => undefined;

  /** What happens while the request waits for its turn. */
  beforeTurn: () => void = () => undefined;

  async send(request: HttpRequest, isWanted: () => boolean = () => true): Promise<HttpOutcome> {
    this.beforeTurn();
    if (!isWanted()) return { kind: 'nothingSent', failure: 'stopped' };
    this.sent.push(request);
    if (request.kind === 'token') this.onToken(request);
    const reply = (request.kind === 'token' ? this.tokens : this.reads).shift();
    if (reply) return typeof reply === 'function' ? reply(request) : reply;
    return request.kind === 'token' ? tokenAnswer() : this.#homes(request);
  }

  get posts(): readonly HttpRequest[] {
    return this.sent.filter((request) => request.kind === 'token');
  }

  #homes(request: HttpRequest): HttpOutcome {
    if (!request.url.includes('/topology')) return json(200, { plants: this.plants });
    const id = request.url.split('/').at(-2) ?? '';
    return json(200, { plant: { id, name: 'Villa', modules: [{ id: 'm1', device: 'chronothermostat', name: 'Hall' }] } });
  }
}

/** The form member `name` of a token request. */
export function sentForm(request: HttpRequest | undefined, name: string): string | null {
  return new URLSearchParams(request?.body ?? '').get(name);
}

/** A link on disk as a sign-in left it, its access token long expired. */
export function storedLink(links: MemoryLinks, at: number, change: Partial<NewLink> = {}): Link {
  const tokens: LinkTokens = { accessToken: new Secret('canary-access-first'), accessTokenExpiresAt: at - MINUTE, refreshToken: new Secret('canary-refresh-first') };
  const created = links.create({ siteId: 'site-1', at, tokens, accountLabel: 'c…t@example.org', accountSubject: 'subject-1', proof: { at, homes: null }, nextAt: at + 30 * DAY, ...change });
  if (!created.ok) throw new Error('the fake store refused the first link');
  return created.value;
}

/** The refresh token on disk, for comparison only. */
export function tokenOnDisk(links: MemoryLinks, linkId: string): string | undefined {
  return links.rows.get(linkId)?.tokens.refreshToken.reveal();
}
