import type { BrowserWindowView } from '../contract/browsers.ts';
import type { Problem } from '../contract/problems.ts';
import type { AccountIdentity, Home } from '../homes/home.ts';
import type { AuthorizationRequest } from '../oauth/authorize.ts';
import type { TokenSet } from '../oauth/token-types.ts';
import type { Doubt, SignInWindow } from './doubt.ts';

/** A sign-in waits this long for its return, in milliseconds (problem L-12). */
export const SIGN_IN_PATIENCE = 10 * 60 * 1000;

/** Whose sign-in it is. Every event but `closed` names the attempt it belongs to, so that a late answer moves nothing. */
export interface AttemptSubject {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
}

/** What was received and shown, before a person said whose home it is. Lives in memory only (product.md R2, R5). */
export interface Received {
  readonly tokens: TokenSet;
  readonly account: AccountIdentity;
  /** Null: homes were not read. */
  readonly homes: readonly Home[] | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly readAt: number;
  /** Why homes could not be read, or L-26 when there are none. */
  readonly problem: Problem | null;
  readonly doubt: Doubt | null;
}

/**
 * The one sign-in attempt. Secrets are held only by the step that needs them: the request (state, verifier) while
 * `signingOut` and `waiting`, tokens from `readingHomes` to `confirming`. `ended` with problem null: the person stopped.
 */
export type SignInAttempt =
  | { readonly step: 'idle' }
  | (AttemptSubject & { readonly step: 'preparing' })
  | (AttemptSubject & {
      readonly step: 'signingOut';
      readonly request: AuthorizationRequest;
      readonly window: BrowserWindowView;
      readonly canSignOut: boolean;
      readonly deadline: number;
    })
  | (AttemptSubject & SignInWindow & {
      readonly step: 'waiting';
      readonly request: AuthorizationRequest;
      readonly openedAt: number;
      readonly deadline: number;
      readonly refused: Problem | null;
      /** The browser has not opened the page (L-33). */
      readonly isMissing: boolean;
    })
  | (AttemptSubject & { readonly step: 'exchanging'; readonly doubt: Doubt | null })
  | (AttemptSubject & { readonly step: 'readingHomes'; readonly tokens: TokenSet; readonly doubt: Doubt | null })
  | (AttemptSubject & { readonly step: 'confirming' } & Received)
  | (AttemptSubject & { readonly step: 'storing' })
  | (AttemptSubject & { readonly step: 'stored'; readonly canSignOut: boolean })
  | (AttemptSubject & { readonly step: 'ended'; readonly problem: Problem | null });

/** What can happen to an attempt. */
export type AttemptEvent =
  | (AttemptSubject & { readonly type: 'started' })
  | { readonly type: 'signOutAsked'; readonly id: string; readonly request: AuthorizationRequest; readonly at: number; readonly window: BrowserWindowView; readonly canSignOut: boolean }
  | { readonly type: 'opened'; readonly id: string; readonly request: AuthorizationRequest; readonly at: number; readonly window: BrowserWindowView }
  | { readonly type: 'shown'; readonly id: string; readonly at: number; readonly isReused: boolean; readonly window: BrowserWindowView }
  | { readonly type: 'notShown'; readonly id: string }
  | { readonly type: 'refused'; readonly id: string; readonly problem: Problem }
  | { readonly type: 'returned'; readonly id: string; readonly doubt: Doubt | null }
  | { readonly type: 'tokensReceived'; readonly id: string; readonly tokens: TokenSet }
  | ({ readonly type: 'homesRead'; readonly id: string } & Omit<Received, 'tokens' | 'doubt'>)
  | { readonly type: 'confirmed'; readonly id: string }
  | { readonly type: 'stored'; readonly id: string; readonly canSignOut: boolean }
  | { readonly type: 'interrupted'; readonly id: string; readonly problem: Problem }
  | { readonly type: 'ended'; readonly id: string; readonly problem: Problem | null }
  | { readonly type: 'closed' };

type EventOf<Type extends AttemptEvent['type']> = Extract<AttemptEvent, { type: Type }>;
/** The attempt at one step. */
export type AttemptAt<Step extends SignInAttempt['step']> = Extract<SignInAttempt, { step: Step }>;
type Running = Exclude<SignInAttempt, { step: 'idle' | 'stored' | 'ended' }>;

/** True from `preparing` to `storing`: no other sign-in may start. */
export function isRunning(attempt: SignInAttempt): attempt is Running {
  return attempt.step !== 'idle' && attempt.step !== 'stored' && attempt.step !== 'ended';
}

/** True while the browser may come back, or will soon: the way back is held open. */
export function holdsRoute(attempt: SignInAttempt): attempt is AttemptAt<'signingOut' | 'waiting'> {
  return attempt.step === 'signingOut' || attempt.step === 'waiting';
}

function subjectOf({ id, siteId, siteName }: AttemptSubject): AttemptSubject {
  return { id, siteId, siteName };
}

function start(attempt: SignInAttempt, event: EventOf<'started'>): SignInAttempt {
  return isRunning(attempt) ? attempt : { step: 'preparing', ...subjectOf(event) };
}

/** Before a window that may remember somebody: no return is taken until a person said that nobody is signed in there. */
function askSignOut(attempt: Running, { request, at, window, canSignOut }: EventOf<'signOutAsked'>): SignInAttempt {
  if (attempt.step !== 'preparing' && attempt.step !== 'waiting') return attempt;
  return { step: 'signingOut', ...subjectOf(attempt), request, window, canSignOut, deadline: at + SIGN_IN_PATIENCE };
}

function open(attempt: Running, { request, at, window }: EventOf<'opened'>): SignInAttempt {
  // The customer may still finish in the page that was opened first, so what is known of it stays.
  if (attempt.step === 'waiting') return { ...attempt, window: leastPrivate(attempt.window, window), isMissing: false };
  if (attempt.step !== 'preparing' && attempt.step !== 'signingOut') return attempt;
  return {
    step: 'waiting', ...subjectOf(attempt), request, openedAt: at, deadline: at + SIGN_IN_PATIENCE, refused: null,
    window, shownAt: null, isReused: false, isMissing: false, isSignedOut: attempt.step === 'signingOut' && attempt.canSignOut,
  };
}

/** One attempt may have shown its page in several windows; the worst of them counts. */
function leastPrivate(one: BrowserWindowView, other: BrowserWindowView): BrowserWindowView {
  return one.isPrivate ? other : one;
}

function show(attempt: Running, { at, isReused, window }: EventOf<'shown'>): SignInAttempt {
  if (attempt.step !== 'waiting') return attempt;
  return { ...attempt, shownAt: at, isReused: attempt.isReused || isReused, window: leastPrivate(attempt.window, window), isMissing: false };
}

function receiveTokens(attempt: Running, { tokens }: EventOf<'tokensReceived'>): SignInAttempt {
  return attempt.step === 'exchanging' ? { step: 'readingHomes', ...subjectOf(attempt), tokens, doubt: attempt.doubt } : attempt;
}

function readHomes(attempt: Running, { account, homes, readAt, problem }: EventOf<'homesRead'>): SignInAttempt {
  if (attempt.step !== 'readingHomes') return attempt;
  return { step: 'confirming', ...subjectOf(attempt), tokens: attempt.tokens, account, homes, readAt, problem, doubt: attempt.doubt };
}

/** A laptop that slept while a person confirms has lost nothing, so only the steps before are interrupted. */
function interrupt(attempt: Running, { problem }: EventOf<'interrupted'>): SignInAttempt {
  if (attempt.step === 'confirming' || attempt.step === 'storing') return attempt;
  return { step: 'ended', ...subjectOf(attempt), problem };
}

function advance(attempt: Running, event: Exclude<AttemptEvent, { type: 'started' | 'closed' }>): SignInAttempt {
  switch (event.type) {
    case 'signOutAsked':
      return askSignOut(attempt, event);
    case 'opened':
      return open(attempt, event);
    case 'shown':
      return show(attempt, event);
    case 'notShown':
      return attempt.step === 'waiting' ? { ...attempt, isMissing: true } : attempt;
    case 'refused':
      return attempt.step === 'waiting' ? { ...attempt, refused: event.problem } : attempt;
    case 'returned':
      return attempt.step === 'waiting' ? { step: 'exchanging', ...subjectOf(attempt), doubt: event.doubt } : attempt;
    case 'tokensReceived':
      return receiveTokens(attempt, event);
    case 'homesRead':
      return readHomes(attempt, event);
    case 'confirmed':
      return attempt.step === 'confirming' ? { step: 'storing', ...subjectOf(attempt) } : attempt;
    case 'stored':
      return attempt.step === 'storing' ? { step: 'stored', ...subjectOf(attempt), canSignOut: event.canSignOut } : attempt;
    case 'interrupted':
      return interrupt(attempt, event);
    case 'ended':
      return { step: 'ended', ...subjectOf(attempt), problem: event.problem };
  }
}

/**
 * The next state of the attempt. An event that does not fit the step, or that belongs to another attempt, returns the
 * very same object, so a caller can tell by `===` that nothing happened.
 */
export function reduceAttempt(attempt: SignInAttempt, event: AttemptEvent): SignInAttempt {
  if (event.type === 'started') return start(attempt, event);
  if (event.type === 'closed') return isRunning(attempt) || attempt.step === 'idle' ? attempt : { step: 'idle' };
  return isRunning(attempt) && attempt.id === event.id ? advance(attempt, event) : attempt;
}
