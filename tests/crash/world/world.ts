import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm, type Calm } from '../../../electron/links/calm.ts';
import { createKeepAlive, type KeepAlive } from '../../../electron/links/keep-alive.ts';
import type { LinkStore } from '../../../electron/links/link.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { Result } from '../../../electron/contract/result.ts';
import type { HttpOutcome, HttpRequest } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { DAY, profile, renewalSurroundings, START, storedLink } from '../../unit/links/fakes.ts';
import { Dice } from '../dice.ts';
import { Disk } from './disk.ts';
import { Post, type Fate } from './post.ts';
import { ModelServer, type Rotation } from './server.ts';
import { Time, type ProcessClock } from './time.ts';
import { Crash, Watch, type Refusal, type Watched } from './watch.ts';

/** One simulated process of the program, its parts the real ones. */
export interface Process {
  readonly clock: ProcessClock;
  readonly calm: Calm;
  readonly breaker: Breaker;
  readonly links: LinkStore;
  readonly renewals: Renewals;
  readonly keepAlive: KeepAlive;
  isAlive: boolean;
  isQuitting: boolean;
}

/** A few links, a server, a laptop with a disk, and one process at a time; every broken invariant is written down. */
export class World implements Watched {
  readonly time = new Time(START);
  readonly disk = new Disk();
  readonly server: ModelServer;
  readonly dice: Dice;
  readonly violations: string[] = [];
  readonly watch = new Watch(this);
  /** What becomes of the next requests; afterwards all is good. */
  fates: Fate[] = [];
  posts = 0;
  /** Requests on their way, by link. */
  readonly open = new Map<string, Process>();
  /** The newest token that wholly reached the living process, by link, until it is on disk. */
  readonly received = new Map<string, string>();
  /** Families whose server side moved on without our knowing, and why. */
  readonly causes = new Map<string, string>();
  readonly refusals = new Map<string, Refusal[]>();
  /** The company's secret, as it is stored. */
  secret = new Secret('secret-1');
  isSuspended = false;
  /** True times. */
  quietUntil = 0;
  troubleSince = Number.POSITIVE_INFINITY;
  readonly #clockSet = { at: 0, backFrom: 0 };
  #families = 0;
  #lastPostAt = Number.NEGATIVE_INFINITY;
  process: Process;

  constructor(rotation: Rotation, links: number, seed: number) {
    this.server = new ModelServer(rotation);
    this.dice = new Dice(seed);
    for (let site = 1; site <= links; site += 1) this.link(`site-${site}`);
    this.process = this.#start();
  }

  /** A sign-in for this site that was confirmed and stored. */
  link(siteId: string): void {
    this.#families += 1;
    const refreshToken = new Secret(this.server.begin(`family-${this.#families}`, this.time.now));
    const at = this.time.shown();
    const tokens = { accessToken: new Secret(`access-${refreshToken.reveal()}`), accessTokenExpiresAt: at, refreshToken };
    const { id } = storedLink(this.disk, at, { siteId, tokens, nextAt: at + this.dice.whole(0, 30 * DAY) });
    this.refusals.set(id, []);
  }

  /** The link of the n-th site, from 0; undefined when it was unlinked. */
  linkIdAt(index: number): string | undefined {
    return this.disk.findBySite(`site-${index + 1}`)?.id;
  }

  // Death and start.

  kill(): void {
    this.process.isAlive = false;
    this.process.clock.kill();
    this.received.clear();
    this.open.clear();
    this.#lastPostAt = Number.NEGATIVE_INFINITY;
    this.watch.planCrash(null);
    this.isSuspended = false;
    // A program that has just been started knows nothing of the sleep before.
    this.quietUntil = 0;
  }

  /** What main does at start: build, recover, look what is due. A crash planned for the start itself happens. */
  restart(): void {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      this.process = this.#start();
      this.survive(() => this.process.renewals.recover());
      this.survive(() => this.process.keepAlive.start());
      if (this.process.isAlive) return;
    }
  }

  /** Runs something in the living process that may die of it. */
  survive(action: () => void): void {
    try {
      if (this.process.isAlive) action();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }

  /** A renewal that ends, or never: its process died. */
  async guarded<Value>(begin: () => Promise<Value>): Promise<Value> {
    try {
      return await begin();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      return new Promise(() => undefined);
    }
  }

  #start(): Process {
    const clock = this.time.fork((action) => this.survive(action));
    const calm = createCalm(clock);
    const breaker = new Breaker();
    const links = this.watch.storeFor(() => process.isAlive);
    const renewals = createRenewals({
      ...renewalSurroundings(clock), calm, breaker, clock, links, random: this.dice, profile: () => ({ ...profile, clientSecret: this.secret }),
      http: { send: async (request) => this.#receive(request, process) },
    });
    const renew = async (linkId: string): ReturnType<Renewals['renew']> => this.#told(linkId, renewals);
    const keepAlive = createKeepAlive({ clock, links, renewals: { renew, recover: () => this.survive(() => renewals.recover()) }, breaker, calm, obstacle: () => null });
    const process: Process = { clock, calm, breaker, links, renewals, keepAlive, isAlive: true, isQuitting: false };
    return process;
  }

  /** A renewal; what it says of a success must be on disk by then. */
  async #told(linkId: string, renewals: Renewals): ReturnType<Renewals['renew']> {
    const result = await this.guarded(async () => renewals.renew(linkId));
    if (result.ok && this.received.has(linkId)) this.violate(`${linkId} was told renewed before it was on disk`);
    return result;
  }

  async renew(linkId: string): Promise<unknown> {
    return this.#told(linkId, this.process.renewals);
  }

  /** An access token for use; it must be the one on disk. */
  async use(linkId: string): Promise<void> {
    const used: Result<Secret> = await this.guarded(async () => this.process.renewals.freshAccessToken(linkId));
    if (!used.ok || !this.disk.rows.has(linkId)) return;
    const stored = this.disk.rows.get(linkId)?.tokens.accessToken.reveal();
    if (stored !== used.value.reveal()) this.violate(`${linkId} was used before its token was on disk`);
  }

  // The server's side.

  async #receive(request: HttpRequest, process: Process): Promise<HttpOutcome> {
    if (!process.isAlive) return new Promise(() => undefined);
    this.posts += 1;
    const post = new Post(this, process, request);
    this.#checkPost(post);
    this.#lastPostAt = this.time.now;
    return post.answered(this.fates.shift() ?? 'good');
  }

  #checkPost({ linkId, process, presented }: Post): void {
    const link = linkId === undefined ? null : this.disk.rows.get(linkId)?.link;
    if (linkId === undefined || !link) return this.violate(`a token was sent that is not on disk: ${presented}`);
    if (this.disk.pending.get(linkId)?.generation !== link.generation) this.violate(`${linkId} was sent without an attempt row`);
    if (this.disk.damaged.has(linkId)) this.violate(`${linkId} was sent though its record does not open`);
    if (this.received.has(linkId)) this.violate(`${linkId} was sent though a newer token was received`);
    if (this.open.has(linkId)) this.violate(`${linkId} was sent twice at the same time`);
    if (this.open.size >= 4) this.violate('more than four requests at once');
    if (this.time.now - this.#lastPostAt < 500) this.violate('more than two requests a second');
    if (this.isSuspended) this.violate(`${linkId} was sent after the laptop began to sleep`);
    if (this.time.now < this.quietUntil) this.violate(`${linkId} was sent too soon after the laptop woke`);
    if (process.isQuitting) this.violate(`${linkId} was sent after quitting began`);
  }

  // What the watch wants to know.

  isAlive(): boolean {
    return this.process.isAlive;
  }

  readonly violate = (what: string): void => {
    this.violations.push(what);
  };

  refusalsOf(linkId: string): readonly Refusal[] {
    return this.refusals.get(linkId) ?? [];
  }

  mustSpare(linkId: string): boolean {
    const { breaker } = this.process;
    const first = this.refusalsOf(linkId)[0]?.at ?? 0;
    const others = [...this.disk.rows.keys()].filter((id) => id !== linkId && !this.disk.damaged.has(id) && this.disk.find(id)?.condition !== 'relinkRequired');
    // Successes that were dated by a clock that was ahead seem to come after a refusal: who set the clock back must ask such a link by hand.
    if ((this.refusalsOf(linkId)[0]?.shown ?? 0) <= this.#clockSet.backFrom) return false;
    return this.troubleSince <= first && others.length > 0 && !breaker.isTrusted(this.time.shown());
  }

  isBreakerClosed(): boolean {
    return this.process.breaker.problem() === null;
  }

  clockSetAt(): number {
    return this.#clockSet.at;
  }

  setClock(error: number): void {
    this.#clockSet.backFrom = Math.max(this.#clockSet.backFrom, this.time.shown());
    this.time.error = error;
    this.#clockSet.at = this.time.now;
    // The program has only this clock to measure the quiet after a wake by.
    this.quietUntil = 0;
  }

  unresolved(): readonly string[] {
    return [...this.disk.rows].flatMap(([id, { tokens }]) => {
      const cause = this.causes.get(this.server.familyOf(tokens.refreshToken.reveal()));
      return cause === undefined || cause === 'restored' ? [] : [id];
    });
  }

  saved(linkId: string, token: string): void {
    const received = this.received.get(linkId);
    if (received !== undefined && received !== token) this.violate(`${linkId}: ${token} was saved though ${received} is newer`);
    this.received.delete(linkId);
    this.causes.delete(this.server.familyOf(token));
    this.refusals.set(linkId, []);
  }
}
