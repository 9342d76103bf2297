import type { BrowserWindowView } from '../contract/browsers.ts';
import type { AttemptView } from '../contract/views.ts';

/** Milliseconds in which nobody types e-mail and password (L-27). */
export const FASTEST_SIGN_IN = 5000;

/**
 * Why it is doubtful whose account signed in. `fast`: nobody can have typed, so somebody was signed in already. `reused`: the private window
 * was used for an earlier sign-in and never closed. `normalWindow`: one that may remember somebody though a person said that nobody is signed in.
 */
export type Doubt = NonNullable<Extract<AttemptView, { step: 'confirming' }>['doubt']>;

/** What is known of the window of a sign-in. `shownAt`: when the browser fetched the page last; null: it was never told. */
export interface SignInWindow {
  readonly window: BrowserWindowView;
  readonly shownAt: number | null;
  readonly isReused: boolean;
  /** Legrand's sign-out page was opened there before. */
  readonly isSignedOut: boolean;
}

/** The gravest doubt about a return that came at `now` (milliseconds since 1970-01-01 UTC); null: none. */
export function doubtOf({ window, shownAt, isReused, isSignedOut }: SignInWindow, now: number): Doubt | null {
  // A clock that was set back meanwhile proves no time to type either.
  if (shownAt !== null && now - shownAt < FASTEST_SIGN_IN) return 'fast';
  if (!window.isPrivate || (isReused && isSignedOut)) return 'normalWindow';
  return isReused ? 'reused' : null;
}
