import type { Problem } from '../contract/problems.ts';

/** What the program is doing for customers. `signIn`: one signs in. `renewing`: a link is renewed, or a round of renewals is not over. */
export type Work = 'free' | 'renewing' | 'signIn';

/** What a look without anybody asking for it depends on. */
export interface Moment {
  /** A window is open: a start at login without one does its work and ends. */
  readonly isShown: boolean;
  readonly isOnline: boolean;
  /** The laptop does not go to sleep, did not just wake, and the program does not end. */
  readonly isCalm: boolean;
  readonly work: Work;
}

/** Milliseconds from the start of the program to the first look: the first minute belongs to whoever opened it. */
export const FIRST_LOOK = 60_000;
/** Milliseconds to the next look after one that was made, whatever became of it. */
export const NEXT_LOOK = 24 * 60 * 60_000;
/** Milliseconds to the next look when the moment was not good. */
export const LOOK_AGAIN = 10 * 60_000;
/** Milliseconds between two looks whether the program may be closed for an update by now. */
export const WAIT_FOR_WORK = 2000;

/** Whether the program may look for an update by itself now. */
export function mayLookAlone({ isShown, isOnline, isCalm, work }: Moment): boolean {
  return isShown && isOnline && isCalm && work === 'free';
}

/** Why a person may not check, download or install now; null: nothing speaks against it. Nothing competes with a customer who signs in. */
export function refusal(work: Work): Problem | null {
  return work === 'signIn' ? { code: 'L-83' } : null;
}

/** What becomes of the wish to install now. `forget`: a sign-in has begun meanwhile, and nobody expects the program to close under it afterwards. */
export function afterWaiting(work: Work): 'install' | 'wait' | 'forget' {
  if (work === 'signIn') return 'forget';
  return work === 'free' ? 'install' : 'wait';
}

/** Whether what is ready is installed when the program has closed. Not when the system ends the session: it would be cut off in the middle. */
export function mayInstallAtEnd(wish: 'none' | 'now' | 'preparing' | 'atQuit', isSystemEnding: boolean): boolean {
  return !isSystemEnding && (wish === 'preparing' || wish === 'atQuit');
}
