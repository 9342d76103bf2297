import type { KillPlan } from './points.ts';

/** What a child is started with. Times in milliseconds since 1970-01-01 UTC. */
export interface ChildSetting {
  readonly folder: string;
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptionKey: string;
  readonly redirectUri: string;
  readonly now: number;
  /** A death during the start itself. */
  readonly kill: KillPlan | null;
}

/** What the parent tells a child. */
export type ToChild = { readonly type: 'do'; readonly what: 'refresh' | 'link'; readonly kill: KillPlan | null } | { readonly type: 'jumped' };

/** The one link of the folder, as it is on disk. */
export interface LinkReport {
  readonly condition: string;
  readonly problem: string | null;
  readonly generation: number;
  readonly hasAttempt: boolean;
  /** SHA-256 of the refresh token in base64url, as the authority remembers it; null when it cannot be read. */
  readonly tokenHash: string | null;
}

/** What a child tells its parent. `jump`: its clock wants to go on to this time. */
export type ToParent =
  | { readonly type: 'jump'; readonly to: number }
  | { readonly type: 'settled'; readonly pid: number; readonly link: LinkReport | null }
  | { readonly type: 'presenting'; readonly tokenHash: string }
  | { readonly type: 'refused'; readonly problem: string };
