import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { Home } from '../homes/home.ts';
import type { Secret } from '../oauth/secret.ts';

/** Legrand ends a link that was not used for this long (spec 1.2). */
export const LINK_LIFETIME_DAYS = 90;

/**
 * `active`: usable as far as known. `uncertain`: an answer was lost. `suspect`: refused, not yet confirmed.
 * `relinkRequired`: the customer must sign in again. `quarantined`: the sealed record does not open; kept, never overwritten.
 */
export type LinkCondition = 'active' | 'uncertain' | 'suspect' | 'relinkRequired' | 'quarantined';

/** What a real read proved, and when (R3). `homes` null: no subscription key, only the account was seen. */
export interface Proof {
  readonly at: number;
  readonly homes: readonly Home[] | null;
}

/** A link without its secrets. Times in milliseconds since 1970-01-01 UTC. */
export interface Link {
  readonly id: string;
  readonly siteId: string;
  /** Counts the refresh tokens of this link, from 1; never decreases. */
  readonly generation: number;
  readonly linkedAt: number;
  /** When the newest refresh token was received. */
  readonly renewedAt: number;
  readonly accountLabel: string;
  readonly condition: LinkCondition;
  readonly problem: Problem | null;
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
}

/** A renewal that was begun and whose end is not on disk. */
export interface PendingRenewal {
  readonly linkId: string;
  readonly generation: number;
  readonly startedAt: number;
}

/**
 * Where links live. Every method that changes something returns after the change is on disk, synced, or fails with
 * L-62 (cannot save) leaving everything as it was; reading a record whose seal does not open fails with L-61 or L-63.
 */
export interface LinkStore {
  /** Null when the site has no link. */
  findBySite(siteId: string): Link | null;
  find(linkId: string): Link | null;
  readTokens(linkId: string): Result<LinkTokens>;
  /** In one transaction: the site's former link (if any) goes, the new one comes, with its homes. */
  create(link: NewLink): Result<Link>;
  /** Write-ahead: notes that the token of `generation` is about to be presented. */
  beginRenewal(linkId: string, generation: number, at: number): Result<null>;
  /** In one transaction: new tokens, generation + 1, condition active, attempt row gone. Fails with L-68 if the generation is not the stored one. */
  completeRenewal(linkId: string, generation: number, tokens: LinkTokens, at: number): Result<Link>;
  /** Nothing was sent: the attempt row goes, nothing else changes. */
  abandonRenewal(linkId: string): Result<null>;
  /** Keeps an answer that could not be used, sealed, with the attempt row. */
  keepUnusableAnswer(linkId: string, raw: Secret): Result<null>;
  pendingRenewals(): readonly PendingRenewal[];
  setCondition(linkId: string, condition: LinkCondition, problem: Problem | null): Result<null>;
  saveProof(linkId: string, proof: Proof): Result<null>;
  /** The name of another site to which one of these homes, or this account, is linked already; null when there is none. */
  findOtherSite(siteId: string, homeIds: readonly string[], accountSubject: string | null): { readonly siteName: string; readonly what: 'home' | 'account' } | null;
}
