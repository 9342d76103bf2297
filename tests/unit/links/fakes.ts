import type { Problem } from '../../../electron/contract/problems.ts';
import { failure, success, type Result } from '../../../electron/contract/result.ts';
import type { Completion, Link, LinkCounts, LinkStore, LinkTokens, NewLink, PendingRenewal, Proof, Standing } from '../../../electron/links/link.ts';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import type { RenewalPorts } from '../../../electron/links/renewal.ts';
import { FARTHEST_PLAN } from '../../../electron/links/policy.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { Clock, HttpOutcome, HttpPort, HttpRequest, Random } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';

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
export function renewalSurroundings(clock: Clock): Pick<RenewalPorts, 'calm' | 'breaker' | 'random' | 'secretEndsAt' | 'profile' | 'discovery' | 'canStore' | 'history' | 'changed'> {
  return {
    calm: createCalm(clock), breaker: new Breaker(), random: new CountingRandom(), secretEndsAt: () => null, profile: () => profile, discovery: () => null,
    canStore: () => null, history: () => undefined, changed: () => undefined,
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

interface Row {
  link: Link;
  tokens: LinkTokens;
  subject: string | null;
}

const cannotSave: Problem = { code: 'L-62' };
type Change = 'create' | 'beginRenewal' | 'completeRenewal' | 'settleRenewal' | 'keepUnusableAnswer' | 'setStanding' | 'saveProof' | 'remove';

/** A link store in memory that honours the contract, compare-and-swap included, and fails on demand. */
export class MemoryLinks implements LinkStore {
  readonly rows = new Map<string, Row>();
  readonly pending = new Map<string, PendingRenewal>();
  readonly keptAnswers: Secret[] = [];
  /** Changes named here fail with L-62 and change nothing. */
  readonly broken = new Set<Change>();
  readonly siteNames = new Map<string, string>();
  #created = 0;

  findBySite(siteId: string): Link | null {
    return [...this.rows.values()].find((row) => row.link.siteId === siteId)?.link ?? null;
  }

  find(linkId: string): Link | null {
    return this.rows.get(linkId)?.link ?? null;
  }

  readTokens(linkId: string): Result<LinkTokens> {
    const row = this.rows.get(linkId);
    return row ? success(row.tokens) : failure({ code: 'L-61' });
  }

  create(link: NewLink): Result<Link> {
    if (this.broken.has('create')) return failure(cannotSave);
    const former = this.findBySite(link.siteId);
    if (former) this.rows.delete(former.id);
    this.#created += 1;
    const { siteId, at, tokens, accountLabel, accountSubject, proof, nextAt } = link;
    const created: Link = { id: `link-${this.#created}`, siteId, generation: 1, linkedAt: at, renewedAt: at, accountLabel, condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt, proof };
    this.rows.set(created.id, { link: created, tokens, subject: accountSubject });
    return success(created);
  }

  beginRenewal(linkId: string, generation: number, at: number): Result<null> {
    if (this.broken.has('beginRenewal')) return failure(cannotSave);
    if (this.rows.get(linkId)?.link.generation !== generation) return failure({ code: 'L-68' });
    this.pending.set(linkId, { linkId, generation, startedAt: at });
    return success(null);
  }

  completeRenewal(linkId: string, generation: number, { tokens, at, standing }: Completion): Result<Link> {
    if (this.broken.has('completeRenewal')) return failure(cannotSave);
    const row = this.rows.get(linkId);
    if (!row || row.link.generation !== generation) return failure({ code: 'L-68' });
    row.link = { ...row.link, ...standing, generation: generation + 1, renewedAt: at };
    row.tokens = tokens;
    this.pending.delete(linkId);
    return success(row.link);
  }

  settleRenewal(linkId: string, generation: number, standing: Standing, keepAttempt: boolean): Result<null> {
    if (this.broken.has('settleRenewal')) return failure(cannotSave);
    const row = this.rows.get(linkId);
    if (!row || row.link.generation !== generation) return failure({ code: 'L-68' });
    row.link = { ...row.link, ...standing };
    if (!keepAttempt) this.pending.delete(linkId);
    return success(null);
  }

  keepUnusableAnswer(linkId: string, raw: Secret): Result<null> {
    if (this.broken.has('keepUnusableAnswer')) return failure(cannotSave);
    if (!this.rows.has(linkId)) return failure({ code: 'L-81', field: 'linkId' });
    this.keptAnswers.push(raw);
    return success(null);
  }

  pendingRenewals(): readonly PendingRenewal[] {
    return [...this.pending.values()];
  }

  pendingRenewal(linkId: string): PendingRenewal | null {
    return this.pending.get(linkId) ?? null;
  }

  setStanding(linkId: string, standing: Standing): Result<null> {
    return this.#change('setStanding', linkId, standing);
  }

  saveProof(linkId: string, proof: Proof): Result<null> {
    return this.#change('saveProof', linkId, { proof });
  }

  remove(linkId: string): Result<null> {
    if (!this.rows.has(linkId) || this.broken.has('remove')) return failure(cannotSave);
    this.rows.delete(linkId);
    this.pending.delete(linkId);
    return success(null);
  }

  compareAccount(siteId: string, accountSubject: string | null): 'same' | 'other' | 'unknown' {
    const stored = [...this.rows.values()].find(({ link }) => link.siteId === siteId)?.subject ?? null;
    if (stored === null || accountSubject === null) return 'unknown';
    return stored === accountSubject ? 'same' : 'other';
  }

  due(at: number, limit: number): readonly string[] {
    const isDue = ({ nextAt }: Link): boolean => nextAt !== null && (nextAt <= at || nextAt > at + FARTHEST_PLAN);
    return this.#sorted(isDue).slice(0, limit);
  }

  nextDueAt(after: number): number | null {
    const times = [...this.rows.values()].flatMap(({ link }) => (link.nextAt !== null && link.nextAt > after ? [link.nextAt] : []));
    return times.length === 0 ? null : Math.min(...times);
  }

  renewable(): readonly string[] {
    return this.#sorted(({ condition }) => condition === 'active' || condition === 'uncertain' || condition === 'suspect');
  }

  suspects(): readonly string[] {
    return this.#sorted(({ condition }) => condition === 'suspect');
  }

  otherRenewedAfter(linkId: string, at: number, until: number): boolean {
    return [...this.rows.values()].some(({ link }) => link.id !== linkId && link.renewedAt > at && link.renewedAt <= until);
  }

  control(linkId: string): string | null {
    return this.#sorted((link) => link.id !== linkId && link.condition === 'active')[0] ?? null;
  }

  counts(at: number): LinkCounts {
    const number = (condition: Link['condition']): number => this.#sorted((link) => link.condition === condition).length;
    return { links: this.rows.size, due: this.due(at, Number.MAX_SAFE_INTEGER).length, uncertain: number('uncertain'), suspect: number('suspect'), relinkRequired: number('relinkRequired') };
  }

  findOtherSite(siteId: string, homeIds: readonly string[], accountSubject: string | null): { readonly siteName: string; readonly what: 'home' | 'account' } | null {
    for (const { link, subject } of this.rows.values()) {
      if (link.siteId === siteId) continue;
      const siteName = this.siteNames.get(link.siteId) ?? link.siteId;
      if (link.proof?.homes?.some((home) => homeIds.includes(home.id))) return { siteName, what: 'home' };
      if (subject !== null && subject === accountSubject) return { siteName, what: 'account' };
    }
    return null;
  }

  #sorted(isMeant: (link: Link) => boolean): readonly string[] {
    return [...this.rows.values()].map(({ link }) => link).filter(isMeant).toSorted((one, other) => one.renewedAt - other.renewedAt).map(({ id }) => id);
  }

  #change(what: Change, linkId: string, part: Partial<Link>): Result<null> {
    const row = this.rows.get(linkId);
    if (!row || this.broken.has(what)) return failure(cannotSave);
    row.link = { ...row.link, ...part };
    return success(null);
  }
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
