import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Clock } from '../oauth/ports.ts';
import type { Secret } from '../oauth/secret.ts';
import { readTokenAnswer, refreshRequest } from '../oauth/token.ts';
import type { TokenOutcome } from '../oauth/token-types.ts';
import type { Link, LinkTokens } from './link.ts';
import { linkEndsAt } from './link-view.ts';
import { Refusals } from './refusals.ts';
import type { Surroundings } from './surroundings.ts';

/** An access token is used only if it lives at least this much longer, in milliseconds. */
const ACCESS_TOKEN_RESERVE = 2 * 60 * 1000;
/** Pause before the one repeat of a renewal whose answer was lost, in milliseconds. */
const REPEAT_PAUSE = 2000;

/** Renews links on demand, each at most once at a time. */
export interface Renewals {
  /** An access token that lives at least two more minutes: the stored one, else one of a renewal. Fails as `renew` does. */
  freshAccessToken(linkId: string): Promise<Result<Secret>>;
  /**
   * Presents the refresh token and stores the new one; callers at the same time share one renewal. Fails with L-41 or L-42
   * (refused), L-43 (uncertain), L-45 (unusable answer), L-62 (cannot save), L-67 (no profile), L-81 (no such link), or the
   * problem of the answer.
   */
  renew(linkId: string): Promise<Result<Link>>;
  /** To be called once at start: a renewal whose end is not on disk makes its link uncertain. */
  recover(): void;
  /** From now on nothing new is presented (L-15). Resolves when every answer under way is on disk; only then may the store be closed. */
  stop(): Promise<void>;
}

/** One presentation: the row as it was read, and whether an earlier presentation of the same token is still unresolved. */
interface Presentation {
  readonly link: Link;
  readonly profile: CompanyProfile;
  readonly tokens: LinkTokens;
  readonly unresolvedBefore: boolean;
}

interface Unsaved {
  readonly generation: number;
  readonly tokens: LinkTokens;
  readonly at: number;
  /** Why the answer is no full success though its refresh token must be kept. */
  readonly problem: Problem | null;
}

type Step = { readonly kind: 'done'; readonly result: Result<Link> } | { readonly kind: 'lost'; readonly problem: Problem };

const done = (result: Result<Link>): Step => ({ kind: 'done', result });

class RenewalDesk implements Renewals {
  readonly #ports: Surroundings;
  readonly #running = new Map<string, Promise<Result<Link>>>();
  readonly #refusals = new Refusals();
  /** Received but not on disk, because the disk refused it: saved before anything else is sent for this link. */
  readonly #unsaved = new Map<string, Unsaved>();
  #stopped = false;

  constructor(ports: Surroundings) {
    this.#ports = ports;
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
    if (this.#stopped) return Promise.resolve(failure({ code: 'L-15' }));
    const renewal = this.#run(linkId).finally(() => this.#running.delete(linkId));
    this.#running.set(linkId, renewal);
    return renewal;
  }

  recover(): void {
    const { links } = this.#ports;
    for (const { linkId } of links.pendingRenewals()) {
      const condition = links.find(linkId)?.condition;
      if (condition === 'active' || condition === 'suspect') links.setCondition(linkId, 'uncertain', { code: 'L-43' });
    }
    this.#ports.changed();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled(this.#running.values());
  }

  #living(linkId: string): Secret | null {
    if (this.#unsaved.has(linkId)) return null;
    const tokens = this.#ports.links.readTokens(linkId);
    const lives = tokens.ok && tokens.value.accessTokenExpiresAt - this.#ports.clock.now() >= ACCESS_TOKEN_RESERVE;
    return lives ? tokens.value.accessToken : null;
  }

  /** One presentation, and one repeat of the same token if its answer was lost: we hold no newer one, so it cannot make matters worse. */
  async #run(linkId: string): Promise<Result<Link>> {
    const first = await this.#present(linkId);
    if (first.kind === 'done') return first.result;
    if (!this.#stopped) await pause(this.#ports.clock, REPEAT_PAUSE);
    // The row on disk says that the answer was lost; the next start goes on from there.
    if (this.#stopped) return failure(first.problem);
    const second = await this.#present(linkId);
    return second.kind === 'done' ? second.result : failure(second.problem);
  }

  async #present(linkId: string): Promise<Step> {
    const unsaved = this.#unsaved.get(linkId);
    if (unsaved) return done(this.#save(linkId, unsaved));
    const begun = this.#begin(linkId);
    if (!begun.ok) return done(begun);
    const { profile, tokens } = begun.value;
    const presented = tokens.refreshToken;
    const outcome = await this.#ports.http.send(refreshRequest(profile, this.#ports.discovery(), presented));
    const answer = readTokenAnswer(outcome, { grant: 'refresh', presented, now: this.#ports.clock.now() });
    const step = this.#settle(begun.value, answer);
    this.#ports.changed();
    return step;
  }

  /** The gates, the row read anew, and the write-ahead row; nothing is sent unless all of it went well. */
  #begin(linkId: string): Result<Presentation> {
    const { links, clock } = this.#ports;
    const obstacle = this.#ports.canStore();
    if (obstacle) return failure(obstacle);
    const profile = this.#ports.profile();
    if (!profile) return failure({ code: 'L-67' });
    const link = links.find(linkId);
    if (!link) return failure({ code: 'L-81', field: 'linkId' });
    if (link.condition === 'quarantined') return failure(link.problem ?? { code: 'L-63' });
    const tokens = links.readTokens(linkId);
    if (!tokens.ok) return tokens;
    const unresolvedBefore = links.pendingRenewals().some((row) => row.linkId === linkId && row.generation === link.generation);
    // Also where a row is there already: this is the proof that the disk still takes what we are about to receive.
    const begun = links.beginRenewal(linkId, link.generation, clock.now());
    return begun.ok ? success({ link, profile, tokens: tokens.value, unresolvedBefore }) : begun;
  }

  #settle(presentation: Presentation, answer: TokenOutcome): Step {
    const { link } = presentation;
    switch (answer.kind) {
      case 'tokens':
        return done(this.#save(link.id, this.#received(presentation, answer.tokens, null)));
      case 'unusable':
        return done(this.#salvage(presentation, answer));
      case 'uncertain':
        return { kind: 'lost', problem: this.#doubt(link, { ...answer.problem, code: 'L-43' }) };
      case 'invalidGrant':
        return done(failure(this.#refused(presentation, answer.problem)));
      case 'nothingSent':
      case 'companyRefused':
      case 'refused':
      case 'backOff':
        this.#withdraw(presentation);
        return done(failure(answer.problem));
    }
  }

  #received({ link }: Presentation, tokens: LinkTokens, problem: Problem | null): Unsaved {
    const { accessToken, accessTokenExpiresAt, refreshToken } = tokens;
    return { generation: link.generation, tokens: { accessToken, accessTokenExpiresAt, refreshToken }, at: this.#ports.clock.now(), problem };
  }

  /** Saves what was received; only then may anyone use it. What the disk refuses stays in memory until it takes it. */
  #save(linkId: string, received: Unsaved): Result<Link> {
    const { links } = this.#ports;
    this.#unsaved.set(linkId, received);
    const saved = links.completeRenewal(linkId, received.generation, received.tokens, received.at);
    if (!saved.ok) return this.#unsavable(linkId, received, saved.problem);
    this.#unsaved.delete(linkId);
    this.#refusals.forget(linkId);
    this.#ports.history(saved.value.siteId, 'renewed');
    this.#ports.changed();
    if (!received.problem) return saved;
    links.setCondition(linkId, 'active', received.problem);
    return failure(received.problem);
  }

  #unsavable(linkId: string, received: Unsaved, problem: Problem): Result<Link> {
    const { links } = this.#ports;
    const gone = !links.find(linkId);
    // Another generation is on disk already (L-68): ours cannot take its place, so it is kept aside, sealed.
    const kept = problem.code === 'L-68' && links.keepUnusableAnswer(linkId, received.tokens.refreshToken).ok;
    if (gone || kept) this.#unsaved.delete(linkId);
    return failure(problem);
  }

  /** An answer that cannot be used as a whole: a new refresh token found in it is saved first, else the raw answer is kept. */
  #salvage(presentation: Presentation, answer: Extract<TokenOutcome, { kind: 'unusable' }>): Result<Link> {
    const { link, tokens } = presentation;
    if (answer.refreshToken && answer.refreshToken.reveal() !== tokens.refreshToken.reveal()) {
      const salvaged = { accessToken: tokens.accessToken, accessTokenExpiresAt: this.#ports.clock.now(), refreshToken: answer.refreshToken };
      return this.#save(link.id, this.#received(presentation, salvaged, answer.problem));
    }
    this.#ports.links.keepUnusableAnswer(link.id, answer.raw);
    return failure(this.#doubt(link, answer.problem));
  }

  /** The attempt row stays: it says on disk that this token may have been used up. */
  #doubt(link: Link, problem: Problem): Problem {
    this.#ports.links.setCondition(link.id, 'uncertain', problem);
    return problem;
  }

  #refused(presentation: Presentation, problem: Problem): Problem {
    const { links, clock } = this.#ports;
    const { link } = presentation;
    const at = clock.now();
    const over = this.#refusals.note(link.id, at);
    const shown: Problem = { ...problem, code: at > linkEndsAt(link) ? 'L-41' : 'L-42' };
    this.#withdraw(presentation);
    links.setCondition(link.id, over ? 'relinkRequired' : 'suspect', shown);
    return shown;
  }

  /**
   * This presentation is resolved, so its row goes; but a row of an earlier one, whose answer was lost, says something
   * that is still true and may hold a sealed answer: it stays until a renewal succeeds.
   */
  #withdraw({ link, unresolvedBefore }: Presentation): void {
    if (!unresolvedBefore) this.#ports.links.abandonRenewal(link.id);
  }
}

async function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}

/** Renewals over their ports. */
export function createRenewals(ports: Surroundings): Renewals {
  return new RenewalDesk(ports);
}
