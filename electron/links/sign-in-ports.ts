import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { BrowserWindowView } from '../contract/browsers.ts';
import type { AttemptView, ReturnRoute } from '../contract/views.ts';
import type { Home } from '../homes/home.ts';
import type { Secret } from '../oauth/secret.ts';
import type { Surroundings } from './surroundings.ts';

/** How a return reached the program. */
export type ReturnSource = 'argv' | 'second-instance' | 'open-url' | 'loopback' | 'pasted';

/** The error page a person sees in the browser (contract, `link.reportErrorPage`). */
export type ErrorPage = 'replyUrl' | 'internalError' | 'otherError' | 'blank' | 'someoneElse';

/**
 * What became of a return. Only `taken` moved the sign-in.
 * - `alreadyUsed`: the same return came a second time; say nothing.
 * - `nobodyWaiting`: it looks like a return but no sign-in waits; the caller shows the notice L-14.
 * - `refused`: forged, foreign, damaged or late; `problem` says which (L-12, L-13, L-84). A waiting sign-in waits on.
 * - `notOurs`: it is no return at all.
 */
export type ReturnVerdict =
  | { readonly kind: 'taken' | 'alreadyUsed' | 'nobodyWaiting' | 'notOurs' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Makes sure that the browser can come back, and ends that. */
export interface ReturnRoutes {
  /** Opens the loopback listener (L-82 when the port is busy) or checks that the scheme is ours (L-30, L-31). */
  prepare(redirectUri: string, route: ReturnRoute): Promise<Result<null>>;
  /** Called once per successful `prepare`, while the return may still be in hand: an answer under way is finished first. */
  release(): void;
}

/** One page to open: its address, and what the browser does with it. */
export interface SignInPage {
  readonly address: Secret;
  /** The name of the attempt, by which a window is known that an earlier attempt used. */
  readonly mark: string;
  /** The browser has the page now; `isReused`: this window was used for an earlier sign-in. */
  shown(isReused: boolean): void;
  /** The browser did not fetch the page within a reasonable time. */
  notShown(): void;
}

/** Where the customer signs in. */
export interface SignInBrowser {
  /** The window the next page opens in. */
  next(): Promise<BrowserWindowView>;
  /** L-33 when the private window could not be opened, L-85 when no browser could. */
  openSignIn(page: SignInPage): Promise<Result<null>>;
  /** Opens the server's sign-out page where the last sign-in page was opened; fails like `openSignIn`. */
  openSignOut(address: Secret): Promise<Result<null>>;
  /** Puts an address that leads to the page once on the clipboard, without any secret. L-81 when the clipboard cannot be written. */
  copyLink(page: SignInPage): Promise<Result<null>>;
  /** The attempt is over: no address that was given out leads anywhere any more. */
  shut(): void;
}

/** What a sign-in needs from outside besides. */
export interface SignInPorts extends Surroundings {
  readonly routes: ReturnRoutes;
  readonly browser: SignInBrowser;
  /** The homes a link saw when it was confirmed, to be kept with the customer's consent. */
  homesSeen(siteId: string, homes: readonly Home[]): void;
  /** A code was exchanged: the company's credentials are good now. */
  companyProven(): void;
  /** Whether nobody has answered yet if links may be renewed in the background. */
  askBackground(): boolean;
  /** Null: there is no such site. */
  siteName(siteId: string): string | null;
}

/** The sign-in desk: one attempt at a time, bound to one site (product.md R9). */
export interface SignIn {
  view(): AttemptView;
  /** Opens the sign-in page. Fails with L-83 (another site's sign-in runs), L-60 … (cannot store), L-67 (no profile), L-81 (no such site); what fails later ends the attempt. */
  start(siteId: string, options?: { readonly signOutFirst: boolean }): Promise<Result<AttemptView>>;
  /** "Signed out, go on": the sign-in page opens now. */
  signedOut(): Promise<Result<AttemptView>>;
  /** The one inbox for every way a return can come. Decides at once; what follows shows in `view`. */
  accept(raw: string, source: ReturnSource): ReturnVerdict;
  /** Opens the same page again, in the window that is chosen now; fails with L-33 or L-85 and waits on. While signing out it is the sign-out page. */
  openAgain(): Promise<Result<AttemptView>>;
  /** Puts an address for another browser on the clipboard; fails with why there is none. */
  copyLink(): Promise<Result<null>>;
  /** `accept` for a pasted address: fails with L-84 (no return address), L-13 (of another sign-in), L-14 (nobody waits). */
  paste(address: string): Result<AttemptView>;
  reportErrorPage(page: ErrorPage): Result<AttemptView>;
  /** Forgets everything; answers that are still under way are ignored. */
  stop(): Result<AttemptView>;
  /**
   * "Yes, our home": stores the link. Fails with L-60 … and goes on asking while links cannot be protected, and with L-27 where there is
   * a doubt whose account it is and nobody said that the home's name was read aloud.
   */
  confirm(isReadAloud?: boolean): Result<AttemptView>;
  /** "No, other account": forgets everything received (L-25). */
  reject(): Result<AttemptView>;
  /** Leaves `stored` or `ended`. */
  close(): Result<AttemptView>;
  /** Opens the server's sign-out page in the browser of the last sign-in; L-81 when discovery has none. */
  signOut(): Promise<Result<null>>;
  /** The laptop slept or the program restarts: what was not received yet has ended (L-15). */
  interrupted(): void;
}
