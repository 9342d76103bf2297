import type { Problem } from '../contract/problems.ts';
import { PROBE_PAUSE } from './policy.ts';

/** This many links refused within this time, with no success between, put the company's credentials under suspicion. */
const ENOUGH_LINKS = 3;
const TOGETHER = 10 * 60_000;
const TRUST = 24 * 60 * 60_000;

/** Several links refused at once: probably the company's secret, though the server did not say so. */
const REFUSED_TOGETHER: Problem = { code: 'L-17' };

/**
 * The circuit breaker for trouble that is the company's, not a link's: while it is open no link is presented but one probe each
 * 15 minutes, and no refusal is held against a link. It lives in memory; a restart costs one more probe.
 * All times in milliseconds since 1970-01-01 UTC.
 */
export class Breaker {
  #problem: Problem | null = null;
  #lastProbe = 0;
  #refused: readonly { readonly linkId: string; readonly at: number }[] = [];
  /** Links that were refused though another was renewed afterwards: their refusals say nothing of the company. */
  readonly #refusedAlone = new Set<string>();
  #trustedUntil = 0;

  /** Why links are left alone; null while the breaker is closed. */
  problem(): Problem | null {
    return this.#problem;
  }

  /** True when a link may be presented now; with an open breaker that is the probe, and the next one waits. */
  admits(now: number): boolean {
    if (!this.#problem) return true;
    if (now < (this.probeAt(now) ?? now)) return false;
    this.#lastProbe = now;
    return true;
  }

  /** When the next probe may leave; null while the breaker is closed. */
  probeAt(now: number): number | null {
    if (!this.#problem) return null;
    // A clock that was set back must not hold the probe for years.
    return now < this.#lastProbe ? now : this.#lastProbe + PROBE_PAUSE;
  }

  /** The server refused the company itself: at once, one answer is enough. */
  companyRefused(problem: Problem, now: number): void {
    this.#open(problem, now);
  }

  /** A link was refused that should have lived. Opens when several were, with no success between or since; true when it is open afterwards. */
  linkRefused(linkId: string, now: number): boolean {
    if (this.#refusedAlone.has(linkId)) return this.#problem !== null;
    const recent = this.#refused.filter((one) => one.linkId !== linkId && Math.abs(now - one.at) <= TOGETHER);
    this.#refused = [...recent, { linkId, at: now }];
    if (this.#refused.length >= ENOUGH_LINKS && !this.isTrusted(now)) this.#open(REFUSED_TOGETHER, now);
    return this.#problem !== null;
  }

  /** Every link there is was refused and none succeeded since: too few for the rule above, and just as suspicious. */
  allRefused(now: number): void {
    if (!this.isTrusted(now)) this.#open(REFUSED_TOGETHER, now);
  }

  /** A token came: the credentials are good. True when the breaker was open until now. */
  succeeded(): boolean {
    for (const { linkId } of this.#refused) this.#refusedAlone.add(linkId);
    return this.#close();
  }

  /** New credentials were stored: whatever was held against the old ones is over. True when the breaker was open until now. */
  renewed(): boolean {
    this.#trustedUntil = 0;
    this.#refusedAlone.clear();
    return this.#close();
  }

  /** A person says that the credentials are right: links are asked one by one, and refusals count, for a day. */
  trust(now: number): void {
    this.#trustedUntil = now + TRUST;
    this.#close();
  }

  /** A person vouched for the credentials less than a day ago. */
  isTrusted(now: number): boolean {
    // A clock that was set back must not make a day last for years.
    return now < this.#trustedUntil && now >= this.#trustedUntil - TRUST;
  }

  #open(problem: Problem, now: number): void {
    this.#problem = problem;
    this.#lastProbe = now;
  }

  #close(): boolean {
    const wasOpen = this.#problem !== null;
    this.#problem = null;
    this.#refused = [];
    return wasOpen;
  }
}
