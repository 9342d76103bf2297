import type { Problem } from '../contract/problems.ts';

/** One home of the account ("plant" in the API, spec 2.5). */
export interface Home {
  readonly id: string;
  readonly name: string | null;
  /** Null: this home's devices could not be read, `problem` says why. */
  readonly devices: readonly Device[] | null;
  readonly problem: Problem | null;
}

/** One device ("module" in the API). */
export interface Device {
  readonly id: string;
  readonly name: string | null;
  readonly kind: string | null;
}

/**
 * What reading the homes gave. `noKey`: the company has no subscription key, so homes cannot be read.
 * `unauthorized`: the access token was refused; renew once, then read once more.
 */
export type HomesOutcome =
  | { readonly kind: 'homes'; readonly homes: readonly Home[] }
  | { readonly kind: 'noKey' }
  | { readonly kind: 'unauthorized'; readonly problem: Problem }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Whose account it is, for display and for telling two accounts apart. */
export interface AccountIdentity {
  /** Masked, for example `c…t@orange.fr`; never a whole e-mail address. */
  readonly label: string;
  /** The account's stable id (`sub`, else `oid`); null when the tokens name none. */
  readonly subject: string | null;
}
