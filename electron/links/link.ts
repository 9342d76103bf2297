import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { Home } from '../homes/home.ts';
import type { Secret } from '../oauth/secret.ts';

/** Legrand ends a link that was not used for this long (spec 1.2). */
export const LINK_LIFETIME_DAYS = 90;

/**
 * `active`: usable as far as known. `uncertain`: an answer was lost. `suspect`: refused, not yet confirmed.
 * `relinkRequired`: the customer must sign in again. `quarantined`: the sealed record does not open; kept, never overwritten.
 * `locked`: the key store does not give the key now, so nothing is known of the record; nothing is sent and nothing written.
 */
export type LinkCondition = 'active' | 'uncertain' | 'suspect' | 'relinkRequired' | 'quarantined' | 'locked';

/** The conditions a link can be stored with; the other two are found when its record is opened. */
export type StoredCondition = Exclude<LinkCondition, 'quarantined' | 'locked'>;

/** What is known of a link's trouble and when it wants attention next. Times in milliseconds since 1970-01-01 UTC. */
export interface Standing {
  readonly condition: StoredCondition;
  readonly problem: Problem | null;
  /** How many presentations in a row brought nothing new: lost, refused by the network, put off. */
  readonly tries: number;
  /** JSON `invalid_grant` answers in a row, counted only while the company's credentials were above suspicion. */
  readonly refusals: number;
  /** When the first of them came; null when there is none. */
  readonly refusedSince: number | null;
  /** When the keep-alive presents it next; null: never by itself. */
  readonly nextAt: number | null;
}

/** What a real read proved, and when (R3). `homes` null: no subscription key, only the account was seen. */
export interface Proof {
  readonly at: number;
  readonly homes: readonly Home[] | null;
}

/** A link without its secrets. Times in milliseconds since 1970-01-01 UTC. */
export interface Link extends Omit<Standing, 'condition'> {
  readonly id: string;
  readonly siteId: string;
  /** Counts the refresh tokens of this link, from 1; never decreases. */
  readonly generation: number;
  readonly linkedAt: number;
  /** When the newest refresh token was received. */
  readonly renewedAt: number;
  readonly accountLabel: string;
  readonly condition: LinkCondition;
  readonly proof: Proof | null;
}

/** The secrets of a link. */
export interface LinkTokens {
  readonly accessToken: Secret;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: Secret;
}

/** What is stored when a person said "yes, our home". */
export interface NewLink {
  readonly siteId: string;
  readonly at: number;
  readonly tokens: LinkTokens;
  readonly accountLabel: string;
  readonly accountSubject: string | null;
  readonly proof: Proof;
  /** When the keep-alive shall present it first. */
  readonly nextAt: number;
}

/** A renewal that was begun and whose end is not on disk. */
export interface PendingRenewal {
  readonly linkId: string;
  readonly generation: number;
  readonly startedAt: number;
}

/** A token that was received, and the standing of its link from then on. */
export interface Completion {
  readonly tokens: LinkTokens;
  readonly at: number;
  readonly standing: Standing;
}

/** How many links are in which state, for the Renewals screen. `due`: as many as `due` would name at the time asked about. */
export interface LinkCounts {
  readonly links: number;
  readonly due: number;
  readonly uncertain: number;
  readonly suspect: number;
  readonly relinkRequired: number;
}

/**
 * Where links live. Every method that changes something returns after the change is on disk, synced, or fails with
 * L-62 (cannot save) leaving everything as it was; reading a record whose seal does not open fails with L-61 or L-63.
 * While the key store is locked every change and every reading of tokens fails with L-60.
 */
export interface LinkStore {
  /** Null when the site has no link. */
  findBySite(siteId: string): Link | null;
  find(linkId: string): Link | null;
  readTokens(linkId: string): Result<LinkTokens>;
  /** In one transaction: the site's former link (if any) goes, the new one comes, with its homes. */
  create(link: NewLink): Result<Link>;
  /** Write-ahead: notes that the token of `generation` is about to be presented. Fails with L-68 if that is not the stored one. */
  beginRenewal(linkId: string, generation: number, at: number): Result<null>;
  /**
   * In one transaction: new tokens, generation + 1, the standing, attempt row gone, `renewed` in the history of the site. Should the history
   * refuse its entry, all the rest is saved without it. Fails with L-68 if the generation is not the stored one.
   */
  completeRenewal(linkId: string, generation: number, completion: Completion): Result<Link>;
  /** In one transaction: the standing, and the attempt row goes unless `keepAttempt`. Never touches a token. L-68 as above. */
  settleRenewal(linkId: string, generation: number, standing: Standing, keepAttempt: boolean): Result<null>;
  /** Keeps an answer that could not be used, sealed, with the attempt row. L-81 for a link that was ended meanwhile: nothing is kept. */
  keepUnusableAnswer(linkId: string, raw: Secret): Result<null>;
  pendingRenewals(): readonly PendingRenewal[];
  /** The attempt row of one link; null when there is none. */
  pendingRenewal(linkId: string): PendingRenewal | null;
  setStanding(linkId: string, standing: Standing): Result<null>;
  saveProof(linkId: string, proof: Proof): Result<null>;
  /** Unlink: tokens, homes and attempt row go at once and durably; a record that does not open is kept aside (R7). */
  remove(linkId: string, at: number): Result<null>;
  /** The name of another site to which one of these homes, or this account, is linked already; null when there is none. */
  findOtherSite(siteId: string, homeIds: readonly string[], accountSubject: string | null): { readonly siteName: string; readonly what: 'home' | 'account' } | null;
  /** Whether a sign-in for a site that is linked already sees the same account. `unknown`: nothing comparable was stored. */
  compareAccount(siteId: string, accountSubject: string | null): 'same' | 'other' | 'unknown';

  /**
   * Ids of links that want attention at `at` or earlier, those that end soonest first; at most `limit`. A plan further ahead than any
   * that is ever made (`FARTHEST_PLAN`) comes from a clock that was wrong and counts as due.
   */
  due(at: number, limit: number): readonly string[];
  /** The earliest `nextAt` later than `after`; null when there is none. */
  nextDueAt(after: number): number | null;
  /** Ids of every link that a renewal could help (active, uncertain, suspect), those that end soonest first. */
  renewable(): readonly string[];
  /** Ids of suspect links. */
  suspects(): readonly string[];
  /** Ids of links whose customer must sign in again. */
  ended(): readonly string[];
  /** Whether another link was renewed or made after `at` and not after `until`: proof that the company's credentials were good then. */
  otherRenewedAfter(linkId: string, at: number, until: number): boolean;
  /** The active link other than this one that was renewed longest ago; null when there is none. */
  control(linkId: string): string | null;
  counts(at: number): LinkCounts;
}
