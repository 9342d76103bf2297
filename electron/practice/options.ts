import type { AuthorityFault } from '../contract/practice-faults.ts';
import type { Clock } from '../oauth/ports.ts';
import type { PracticeCustomer } from './customers.ts';

/**
 * What becomes of a refresh token when a newer one is issued (spec 2.3 leaves it open). `strict`: it is dead, and presenting it
 * ends the whole link. `grace`: it works for ten more minutes. `neverRevokes`: it works until it is 90 days old.
 */
export type Rotation = 'strict' | 'grace' | 'neverRevokes';

/** One refresh token as it is remembered: its SHA-256 in base64url, never the token. Times in milliseconds since 1970-01-01 UTC. */
export interface RememberedToken {
  readonly hash: string;
  readonly issuedAt: number;
  readonly replacedAt: number | null;
}

/** All refresh tokens that descend from one sign-in, oldest first. */
export interface TokenFamily {
  readonly id: string;
  readonly subject: string;
  readonly tokens: readonly RememberedToken[];
}

/** What outlives a restart: hashes and invented account ids. */
export interface PracticeState {
  readonly families: readonly TokenFamily[];
}

/** Where the state is kept; the practice authority itself touches no file. */
export interface PracticeMemory {
  load(): PracticeState | null;
  save(state: PracticeState): void;
}

/** How the practice authority is set up. */
export interface PracticeOptions {
  /** The only registered redirect URI, compared letter by letter. */
  readonly redirectUri: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptionKey: string;
  readonly rotation: Rotation;
  readonly clock: Clock;
  readonly memory: PracticeMemory;
  /** Added before every answer; 0 unless given. */
  readonly latencyMilliseconds?: number;
  /** Whether the discovery document is served; true unless given. */
  readonly discovery?: boolean;
  /** Whether PKCE (RFC 7636, S256) is honoured; otherwise a challenge is ignored. True unless given. */
  readonly supportsPkce?: boolean;
  /** Put into every code and token that is issued, so that a scan can find a leak; base64url characters only. Empty unless given. */
  readonly mark?: string;
}

/** A request as it arrived, without any value: nothing in it is secret. */
export interface RecordedRequest {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly method: string;
  /** The route, with placeholders for its variable parts; `(other)` for an unknown one. */
  readonly path: string;
  readonly grantType: string | null;
  /** Names of the known OAuth parameters present in the query. */
  readonly queryParameters: readonly string[];
  /** Names of the known OAuth parameters present in the body. */
  readonly bodyParameters: readonly string[];
  readonly authorization: 'none' | 'bearer' | 'basic' | 'other';
}

/** The running practice authority. */
export interface PracticeAuthority {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Switches one fault on until another, or `none`, is set. */
  setFault(fault: AuthorityFault): void;
  fault(): AuthorityFault;
  customers(): readonly PracticeCustomer[];
  requests(): readonly RecordedRequest[];
  /** How many requests followed the redirect of the fault `token.redirect` to the other origin. A careful client makes none. */
  redirectHits(): number;
  /** Ends listening, open connections and waiting answers at once. */
  close(): Promise<void>;
}
