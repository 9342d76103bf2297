import type { Problem } from '../contract/problems.ts';
import type { AccountIdentity, Home } from '../homes/home.ts';
import type { AuthorizationRequest } from '../oauth/authorize.ts';
import type { TokenSet } from '../oauth/token-types.ts';

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
}

/**
 * The one sign-in attempt. Secrets are held only by the step that needs them: the request (state, verifier) while
 * `waiting`, tokens from `readingHomes` to `confirming`. `ended` with problem null: the person stopped.
 */
export type SignInAttempt =
  | { readonly step: 'idle' }
  | (AttemptSubject & { readonly step: 'preparing' })
  | (AttemptSubject & {
      readonly step: 'waiting';
      readonly request: AuthorizationRequest;
      readonly openedAt: number;
      readonly deadline: number;
      readonly refused: Problem | null;
    })
  | (AttemptSubject & { readonly step: 'exchanging' })
  | (AttemptSubject & { readonly step: 'readingHomes'; readonly tokens: TokenSet })
  | (AttemptSubject & { readonly step: 'confirming' } & Received)
  | (AttemptSubject & { readonly step: 'storing' })
  | (AttemptSubject & { readonly step: 'stored'; readonly canSignOut: boolean })
  | (AttemptSubject & { readonly step: 'ended'; readonly problem: Problem | null });

/** What can happen to an attempt. */
export type AttemptEvent =
  | (AttemptSubject & { readonly type: 'started' })
  | { readonly type: 'opened'; readonly id: string; readonly request: AuthorizationRequest; readonly at: number }
  | { readonly type: 'refused'; readonly id: string; readonly problem: Problem }
  | { readonly type: 'returned'; readonly id: string }
  | { readonly type: 'tokensReceived'; readonly id: string; readonly tokens: TokenSet }
  | ({ readonly type: 'homesRead'; readonly id: string } & Omit<Received, 'tokens'>)
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

function subjectOf({ id, siteId, siteName }: AttemptSubject): AttemptSubject {
  return { id, siteId, siteName };
}

function start(attempt: SignInAttempt, event: EventOf<'started'>): SignInAttempt {
  return isRunning(attempt) ? attempt : { step: 'preparing', ...subjectOf(event) };
}

function open(attempt: Running, { request, at }: EventOf<'opened'>): SignInAttempt {
  if (attempt.step !== 'preparing') return attempt;
  return { step: 'waiting', ...subjectOf(attempt), request, openedAt: at, deadline: at + SIGN_IN_PATIENCE, refused: null };
}

function receiveTokens(attempt: Running, { tokens }: EventOf<'tokensReceived'>): SignInAttempt {
  return attempt.step === 'exchanging' ? { step: 'readingHomes', ...subjectOf(attempt), tokens } : attempt;
}

function readHomes(attempt: Running, { account, homes, readAt, problem }: EventOf<'homesRead'>): SignInAttempt {
  if (attempt.step !== 'readingHomes') return attempt;
  return { step: 'confirming', ...subjectOf(attempt), tokens: attempt.tokens, account, homes, readAt, problem };
}

/** A laptop that slept while a person confirms has lost nothing, so only the steps before are interrupted. */
function interrupt(attempt: Running, { problem }: EventOf<'interrupted'>): SignInAttempt {
  if (attempt.step === 'confirming' || attempt.step === 'storing') return attempt;
  return { step: 'ended', ...subjectOf(attempt), problem };
}

function advance(attempt: Running, event: Exclude<AttemptEvent, { type: 'started' | 'closed' }>): SignInAttempt {
  switch (event.type) {
    case 'opened':
      return open(attempt, event);
    case 'refused':
      return attempt.step === 'waiting' ? { ...attempt, refused: event.problem } : attempt;
    case 'returned':
      return attempt.step === 'waiting' ? { step: 'exchanging', ...subjectOf(attempt) } : attempt;
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
