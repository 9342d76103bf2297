import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Secret } from '../oauth/secret.ts';
import { readTokenAnswer, refreshRequest } from '../oauth/token.ts';
import type { TokenOutcome } from '../oauth/token-types.ts';
import { unlessUnreadable } from './bad-disk.ts';
import type { Breaker } from './breaker.ts';
import { createTurnstile, type Calm } from './calm.ts';
import type { Link, Standing } from './link.ts';
import { chanceOf } from './policy.ts';
import { CompanyWatch } from './company-watch.ts';
import { Safekeeping } from './safekeeping.ts';
import { hasEndedOnTrust, judge, standingOf, type Presentation, type Verdict } from './standing.ts';
import type { Surroundings } from './surroundings.ts';

/** An access token is used only if it lives at least this much longer, in milliseconds. */
const ACCESS_TOKEN_RESERVE = 2 * 60 * 1000;
/** Pause before the one repeat of a renewal whose answer was lost, in milliseconds. */
const REPEAT_PAUSE = 2000;
/** What renewals need besides their surroundings. */
export interface RenewalPorts extends Surroundings {
  readonly calm: Calm;
  readonly breaker: Breaker;
}

/** Renews links on demand, each at most once at a time, all together politely. */
export interface Renewals {
  /** An access token that lives at least two more minutes: the stored one, else one of a renewal. Fails as `renew` does. */
  freshAccessToken(linkId: string): Promise<Result<Secret>>;
  /**
   * Presents the refresh token and stores the new one; callers at the same time share one renewal. Fails with L-15 (the program ends or the
   * laptop goes to sleep), L-41 or L-42 (refused), L-43 (uncertain), L-45 (unusable answer), L-60 … L-63 (cannot store), L-67 (no profile),
   * L-81 (no such link), the breaker's problem (L-02, L-08, L-16), or the problem of the answer. Never rejects: a disk that cannot be
   * read is L-62 too.
   */
  renew(linkId: string): Promise<Result<Link>>;
  /** A link is being renewed right now. */
  isUnderWay(): boolean;
  /** To be called at start, and when the clock was set back: a renewal whose end is not on disk makes its link uncertain and due. */
  recover(): void;
  /** The company's credentials are good again: links that were refused meanwhile or are in doubt are asked anew, and nothing is held against them. */
  askSuspectsAgain(): void;
  /** The company's credentials were replaced: as above, and links that ended because a person had vouched for the old ones are asked anew too. */
  credentialsReplaced(): void;
  /** Waits for the answers under way and offers the disk what it refused; false: this process holds the only copy of a token. */
  areAllSaved(): Promise<boolean>;
  /** From now on nothing new is presented (L-15). Resolves when every answer under way is on disk; only then may the store be closed. */
  stop(): Promise<void>;
}

interface Ready extends Presentation {
  readonly profile: CompanyProfile;
}

type Step = { readonly kind: 'done'; readonly result: Result<Link> } | { readonly kind: 'again'; readonly problem: Problem };

const done = (result: Result<Link>): Step => ({ kind: 'done', result });
const ENDING = failure({ code: 'L-15' });

class RenewalDesk implements Renewals {
  readonly #ports: RenewalPorts;
  readonly #running = new Map<string, Promise<Result<Link>>>();
  readonly #turnstile;
  readonly #safe: Safekeeping;
  readonly #company: CompanyWatch;
  readonly #ending = Promise.withResolvers<void>();
  #stopped = false;

  constructor(ports: RenewalPorts) {
    this.#ports = ports;
    this.#turnstile = createTurnstile(ports.clock);
    this.#company = new CompanyWatch(ports);
    this.#safe = new Safekeeping({ ...ports, isUnderWay: (linkId) => this.#running.has(linkId) });
  }

  async freshAccessToken(linkId: string): Promise<Result<Secret>> {
    const stored = this.#living(linkId);
    if (stored) return success(stored);
    const renewed = await this.renew(linkId);
    if (!renewed.ok) return renewed;
    const tokens = this.#ports.links.readTokens(linkId);
    return tokens.ok ? success(tokens.value.accessToken) : tokens;
  }

  renew(linkId: string): Promise<Result<Link>> {
    const running = this.#running.get(linkId);
    if (running) return running;
    if (this.#stopped) return Promise.resolve(ENDING);
    const renewal = this.#run(linkId).catch(() => this.#interrupted(linkId)).finally(() => this.#running.delete(linkId));
    this.#running.set(linkId, renewal);
    return renewal;
  }

  isUnderWay(): boolean {
    return this.#running.size > 0;
  }

  recover(): void {
    for (const { linkId } of this.#ports.links.pendingRenewals()) if (!this.#running.has(linkId)) this.#safe.doubt(linkId);
    this.#ports.changed();
  }

  askSuspectsAgain(): void {
    const { links, clock } = this.#ports;
    const inDoubt = links.pendingRenewals().map(({ linkId }) => linkId).filter((linkId) => !this.#running.has(linkId));
    for (const linkId of new Set([...links.suspects(), ...inDoubt])) {
      const standing = this.#standing(linkId);
      if (!standing || standing.condition === 'relinkRequired') continue;
      links.setStanding(linkId, { ...standing, refusals: 0, refusedSince: null, nextAt: clock.now() });
    }
    this.#ports.changed();
  }

  credentialsReplaced(): void {
    const { links } = this.#ports;
    for (const linkId of links.ended()) {
      const standing = this.#standing(linkId);
      if (standing && hasEndedOnTrust(standing)) links.setStanding(linkId, { ...standing, condition: 'suspect', problem: { code: 'L-42' } });
    }
    this.askSuspectsAgain();
  }

  async areAllSaved(): Promise<boolean> {
    await Promise.allSettled(this.#running.values());
    return this.#safe.saveNow();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#turnstile.open();
    this.#ending.resolve();
    await Promise.allSettled(this.#running.values());
    this.#safe.end();
  }

  /** The disk could not be read on the way. What was received is kept already; whether a token was presented says the row on disk, once it can be read. */
  #interrupted(linkId: string): Result<Link> {
    this.#safe.doubtSoon(linkId);
    return failure({ code: 'L-62' });
  }

  #standing(linkId: string): Standing | null {
    const link = this.#ports.links.find(linkId);
    return link && standingOf(link);
  }

  #living(linkId: string): Secret | null {
    if (this.#safe.unsaved(linkId)) return null;
    const tokens = this.#ports.links.readTokens(linkId);
    const lives = tokens.ok && tokens.value.accessTokenExpiresAt - this.#ports.clock.now() >= ACCESS_TOKEN_RESERVE;
    return lives ? tokens.value.accessToken : null;
  }

  /**
   * One presentation, and one repeat of the same token if its answer was lost (we hold no newer one, so it cannot make matters worse) or
   * if the company's credentials were replaced meanwhile.
   */
  async #run(linkId: string): Promise<Result<Link>> {
    const first = await this.#presentInTurn(linkId);
    if (first.kind === 'done') return first.result;
    await this.#pause(REPEAT_PAUSE);
    // The row on disk says that the answer was lost; the next start goes on from there.
    if (this.#stopped || this.#ports.breaker.problem()) return failure(first.problem);
    const second = await this.#presentInTurn(linkId);
    return second.kind === 'done' ? second.result : failure(second.problem);
  }

  async #presentInTurn(linkId: string): Promise<Step> {
    // Saving what was received needs no network and no turn.
    const unsaved = this.#safe.unsaved(linkId);
    if (unsaved) return done(this.#safe.save(linkId, unsaved));
    // Calm comes first: those who waited for it inside the turnstile would all leave at the same moment.
    // oxlint-disable-next-line no-await-in-loop -- the laptop may have slept once more
    while (await this.#waitForCalm()) {
      // oxlint-disable-next-line no-await-in-loop -- the laptop may have slept while others were before us
      await this.#turnstile.enter();
      try {
        // oxlint-disable-next-line no-await-in-loop -- this is the last round
        if (this.#remaining() === 0) return await this.#present(linkId);
      } finally {
        this.#turnstile.leave();
      }
    }
    return done(ENDING);
  }

  /** Milliseconds until something may be sent; null: the program ends or the laptop goes to sleep. */
  #remaining(): number | null {
    return this.#stopped ? null : this.#ports.calm.remaining();
  }

  /** False: the program ends or the laptop goes to sleep. */
  async #waitForCalm(): Promise<boolean> {
    for (;;) {
      const remaining = this.#remaining();
      if (remaining === null || remaining === 0) return remaining === 0;
      // oxlint-disable-next-line no-await-in-loop -- the laptop may wake once more meanwhile
      await this.#pause(Math.min(remaining, 1000));
    }
  }

  /** Ends early when the program does. */
  async #pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#ports.clock.after(milliseconds, resolve);
    await Promise.race([promise, this.#ending.promise]);
    cancel();
  }

  async #present(linkId: string): Promise<Step> {
    const begun = this.#begin(linkId);
    if (!begun.ok) return done(begun);
    const { profile, tokens } = begun.value;
    const presented = tokens.refreshToken;
    const isWanted = (): boolean => this.#isStillWanted(linkId);
    const outcome = await this.#ports.http.send(refreshRequest(profile, this.#ports.discovery(), presented), isWanted);
    const answer = readTokenAnswer(outcome, { grant: 'refresh', presented, now: this.#ports.clock.now() });
    const step = this.#act(begun.value, answer);
    this.#ports.changed();
    return step;
  }

  /** Requests wait for each other, and the laptop may have gone to sleep, or the link been ended, by the time this one may leave. */
  #isStillWanted(linkId: string): boolean {
    return this.#remaining() === 0 && unlessUnreadable(() => this.#ports.links.find(linkId) !== null, false);
  }

  /** The gates, the row read anew, and the write-ahead row; nothing is sent unless all of it went well. */
  #begin(linkId: string): Result<Ready> {
    const { links, clock, breaker } = this.#ports;
    const obstacle = this.#ports.canStore();
    if (obstacle) return failure(obstacle);
    const profile = this.#ports.profile();
    if (!profile) return failure({ code: 'L-67' });
    const link = links.find(linkId);
    if (!link) return failure({ code: 'L-81', field: 'linkId' });
    if (!standingOf(link)) return failure(link.problem ?? { code: 'L-63' });
    const tokens = links.readTokens(linkId);
    if (!tokens.ok) return tokens;
    if (!breaker.admits(clock.now())) return failure(breaker.problem() ?? { code: 'L-08' });
    const unresolvedBefore = links.pendingRenewal(linkId)?.generation === link.generation;
    // Also where a row is there already: this is the proof that the disk still takes what we are about to receive.
    const begun = links.beginRenewal(linkId, link.generation, clock.now());
    return begun.ok ? success({ link, profile, tokens: tokens.value, unresolvedBefore }) : begun;
  }

  #act(begun: Ready, answer: TokenOutcome): Step {
    // What may hold a new token is saved before anything is read.
    const ready = answer.kind === 'tokens' || answer.kind === 'unusable' ? begun : { ...begun, link: this.#asItStands(begun.link) };
    const { isOutdated, companySuspect, refusalIsOwn } = this.#company.hear(ready.link, ready.profile, answer);
    const now = this.#ports.clock.now();
    const circumstances = { now, chance: chanceOf(this.#ports.random), companySuspect, refusalIsOwn, isVouched: this.#ports.breaker.isTrusted(now) };
    const verdict = judge(ready, answer, circumstances);
    if (verdict.kind === 'complete') return done(this.#saveFirst(ready.link, verdict, now));
    this.#settle(ready.link, verdict);
    return isOutdated || answer.kind === 'uncertain' ? { kind: 'again', problem: verdict.problem } : done(failure(verdict.problem));
  }

  /** What is held against the link may have been forgiven while the answer was under way. */
  #asItStands(link: Link): Link {
    const current = this.#ports.links.find(link.id);
    return current?.generation === link.generation && standingOf(current) ? current : link;
  }

  #saveFirst(link: Link, { tokens, standing, problem }: Extract<Verdict, { kind: 'complete' }>, at: number): Result<Link> {
    const saved = this.#safe.save(link.id, { tokens, standing, at, generation: link.generation, problem });
    // Even where the disk refused: a token that came says that the company's credentials are good.
    if (this.#ports.breaker.succeeded()) this.askSuspectsAgain();
    return saved;
  }

  #settle(link: Link, { standing, keepAttempt, answer }: Extract<Verdict, { kind: 'settle' }>): void {
    const { links } = this.#ports;
    if (answer) links.keepUnusableAnswer(link.id, answer);
    const settled = links.settleRenewal(link.id, link.generation, standing, keepAttempt);
    if (!settled.ok) return settled.problem.code === 'L-68' ? undefined : this.#safe.doubtSoon(link.id);
    if (standing.condition === link.condition) return undefined;
    if (standing.condition === 'uncertain') this.#ports.history(link.siteId, 'linkUncertain');
    if (standing.condition === 'relinkRequired') this.#ports.history(link.siteId, 'linkEnded');
    return undefined;
  }
}

/** Renewals over their ports. */
export function createRenewals(ports: RenewalPorts): Renewals {
  return new RenewalDesk(ports);
}
