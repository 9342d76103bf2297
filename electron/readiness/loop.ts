import { createHash } from 'node:crypto';
import type { Problem } from '../contract/problems.ts';
import { success, type Result } from '../contract/result.ts';
import type { ReturnRoute } from '../contract/views.ts';
import { parseAddress } from '../oauth/endpoints.ts';
import { APP_SCHEME, classifyRedirectUri } from '../oauth/redirect-uri.ts';

/** How long a return is waited for, in milliseconds. */
export const LOOP_PATIENCE = 60_000;
/** Bytes of the number that makes a return recognisable. */
export const NONCE_BYTES = 32;

/**
 * One test of the way back, as the company's redirect URI comes back. `returnAddress`: where the browser must end. `pageAddress`: the page that leads
 * there, where the company has one; else a page of our own does.
 */
export interface LoopWay {
  readonly route: ReturnRoute;
  /** Whom the system must start for a return; null: nobody, the program listens itself. */
  readonly scheme: string | null;
  readonly returnAddress: string;
  readonly pageAddress: string | null;
  /** Where the program listens itself. */
  readonly listen: { readonly port: number; readonly path: string } | null;
}

const QUERY = 'loop_test';

/** The way a test with this number goes. Fails with L-80 for a redirect URI that is none. */
export function loopWay(redirectUri: string, nonce: string): Result<LoopWay> {
  const target = classifyRedirectUri(redirectUri);
  if (!target.ok) return target;
  const { route, uri } = target.value;
  if (target.value.route === 'loopback') {
    const { port, path } = target.value;
    return success({ route, scheme: null, returnAddress: `${uri}?${QUERY}=${nonce}`, pageAddress: null, listen: { port, path } });
  }
  const scheme = target.value.route === 'scheme' ? target.value.scheme : APP_SCHEME;
  const pageAddress = route === 'bounce' ? `${uri}?${QUERY}=${nonce}` : null;
  return success({ route, scheme, returnAddress: `${scheme}://loop-test/${nonce}`, pageAddress, listen: null });
}

/** Whether the system starts the program for this redirect URI, so that the test can be made with the program closed. */
export function canStartCold(redirectUri: string): boolean {
  const target = classifyRedirectUri(redirectUri);
  return target.ok && target.value.route !== 'loopback';
}

const NUMBER = /^[A-Za-z0-9_-]{43}$/u;

/**
 * The number of a return that belongs to a test of the way back, whoever's; null: it is none. Judged by its shape alone, before the sign-in sees it:
 * such a return has neither code nor state.
 */
export function nonceOf(raw: string): string | null {
  const direct = /^[a-z][a-z0-9+.-]*:\/\/loop-test\/([^/?#]*)\/?$/u.exec(raw)?.[1];
  if (direct !== undefined) return NUMBER.test(direct) ? direct : '';
  const query = parseAddress(raw)?.searchParams;
  if (!query || query.size !== 1) return null;
  const carried = query.get(QUERY);
  return carried !== null && NUMBER.test(carried) ? carried : null;
}

/** What is kept of a number while it is waited for: enough to know it again, too little to make a return. */
export function hashOf(nonce: string): string {
  return createHash('sha256').update(nonce).digest('hex');
}

/** Who the system says gets a return. */
export type SchemeOwner = { readonly kind: 'ours' | 'none' | 'unknown' } | { readonly kind: 'other'; readonly name: string };

/** Why nothing came back: nobody opened the page (L-85), nobody or somebody else gets returns (L-30, L-31), or the browser was not allowed to (L-32). */
export function whyMissing(owner: SchemeOwner, wasOpened: boolean): Problem {
  if (!wasOpened) return { code: 'L-85', reason: 'browser' };
  if (owner.kind === 'none') return { code: 'L-30' };
  return owner.kind === 'other' ? { code: 'L-31', reason: owner.name.slice(0, 80) } : { code: 'L-32' };
}
