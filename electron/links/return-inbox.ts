import { matchIssuer, matchState, parseCallback, type CallbackResult } from '../oauth/callback.ts';
import type { Discovery } from '../oauth/discovery.ts';
import { acceptedReturnUris } from '../oauth/redirect-uri.ts';
import type { Secret } from '../oauth/secret.ts';
import { isRunning, type SignInAttempt } from './attempt.ts';
import type { ReturnSource, ReturnVerdict } from './sign-in-ports.ts';

type CodeReturn = Extract<CallbackResult, { kind: 'code' }>;
type ErrorReturn = Extract<CallbackResult, { kind: 'error' }>;

/** What a raw return means for the attempt as it stands: the return to act upon, or why nothing moves. */
export type Judgement =
  | { readonly kind: 'matched'; readonly callback: CodeReturn | ErrorReturn }
  | { readonly kind: 'alreadyUsed' | 'nobodyWaiting' | 'notOurs' }
  | { readonly kind: 'foreign' | 'malformed'; readonly reason: string };

/** What the inbox knows besides the attempt. `usedState`: of the last return that was taken; it tells a double from a foreign one. */
export interface InboxKnowledge {
  readonly redirectUri: string;
  readonly usedState: Secret | null;
  readonly discovery: Discovery | null;
}

/**
 * Judges a return: first whether it is one, then its `state`, then its `iss` (RFC 9207), and only then what it says.
 * An error is believed no sooner than a code (RFC 6749 §10.12).
 */
export function judgeReturn(attempt: SignInAttempt, raw: string, knowledge: InboxKnowledge): Judgement {
  const callback = parseCallback(raw, acceptedReturnUris(knowledge.redirectUri));
  if (callback.kind === 'notOurs') return { kind: 'notOurs' };
  if (callback.kind === 'malformed') return stray(attempt, 'malformed', callback.reason);
  if (knowledge.usedState && matchState(knowledge.usedState, callback.state)) return { kind: 'alreadyUsed' };
  if (attempt.step !== 'waiting' || !matchState(attempt.request.state, callback.state)) return stray(attempt, 'foreign', 'state');
  if (!matchIssuer(callback.issuer, knowledge.discovery)) return stray(attempt, 'foreign', 'issuer');
  return { kind: 'matched', callback };
}

function stray(attempt: SignInAttempt, kind: 'foreign' | 'malformed', reason: string): Judgement {
  return isRunning(attempt) ? { kind, reason } : { kind: 'nobodyWaiting' };
}

/** The answer to whoever brought a return that moves nothing. A damaged paste is the person's to repeat (L-84); all else is ignored for safety (L-13). */
export function verdictOf(judgement: Exclude<Judgement, { kind: 'matched' }>, source: ReturnSource): ReturnVerdict {
  if (!('reason' in judgement)) return judgement;
  const code = source === 'pasted' && judgement.kind === 'malformed' ? 'L-84' : 'L-13';
  return { kind: 'refused', problem: { code, reason: judgement.reason } };
}
