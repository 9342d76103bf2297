import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { AttemptView, ReturnRoute } from '../contract/views.ts';
import type { Secret } from '../oauth/secret.ts';
import type { Surroundings } from './surroundings.ts';

/** How a return reached the program. */
export type ReturnSource = 'argv' | 'second-instance' | 'open-url' | 'loopback' | 'pasted';

/** The error page a person sees in the browser (contract, `link.reportErrorPage`). */
export type ErrorPage = 'replyUrl' | 'internalError' | 'otherError' | 'blank';

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

/** What a sign-in needs from outside besides. */
export interface SignInPorts extends Surroundings {
  readonly routes: ReturnRoutes;
  /** L-85 when no browser could be opened. */
  openBrowser(url: Secret): Promise<Result<null>>;
  /** L-81 when the clipboard cannot be written. */
  copyText(text: Secret): Promise<Result<null>>;
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
  start(siteId: string): Promise<Result<AttemptView>>;
  /** The one inbox for every way a return can come. Decides at once; what follows shows in `view`. */
  accept(raw: string, source: ReturnSource): ReturnVerdict;
  /** Opens the same page again; fails with L-85 and waits on. */
  openAgain(): Promise<Result<AttemptView>>;
  /** Hands the sign-in address to the clipboard; fails with why there is none. */
  copyLink(): Promise<Result<null>>;
  /** `accept` for a pasted address: fails with L-84 (no return address), L-13 (of another sign-in), L-14 (nobody waits). */
  paste(address: string): Result<AttemptView>;
  reportErrorPage(page: ErrorPage): Result<AttemptView>;
  /** Forgets everything; answers that are still under way are ignored. */
  stop(): Result<AttemptView>;
  /** "Yes, our home": stores the link. Fails with L-60 … and goes on asking while links cannot be protected. */
  confirm(): Result<AttemptView>;
  /** "No, other account": forgets everything received (L-25). */
  reject(): Result<AttemptView>;
  /** Leaves `stored` or `ended`. */
  close(): Result<AttemptView>;
  /** The laptop slept or the program restarts: what was not received yet has ended (L-15). */
  interrupted(): void;
}
