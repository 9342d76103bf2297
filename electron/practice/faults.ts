import type { AuthorityFault } from '../contract/practice-faults.ts';
import { describe, engineErrors, errorReply, type EngineError } from './engine-error.ts';
import { html, json, type Delivery, type Reply } from './http.ts';
import { emptyPage, gatewayPage } from './pages.ts';

/** What goes back to the redirect URI; null keeps a member away. */
export interface AuthorizeReturn {
  readonly code: string | null;
  readonly error: string | null;
  readonly errorDescription: string | null;
  readonly state: string | null;
}

/** What the browser gets: a return to the app, or a page that stays. */
export type AuthorizeOutcome = { readonly kind: 'return'; readonly values: AuthorizeReturn } | { readonly kind: 'page'; readonly reply: Reply };

/** A fault at /authorize: before the sign-in page (null: sign-in goes on), and in place of the return after consent. */
interface AuthorizePlan {
  readonly atOnce: (state: string | null, now: number) => AuthorizeOutcome | null;
  readonly atEnd: (values: AuthorizeReturn, now: number) => AuthorizeOutcome;
  /** Why nobody gets past the sign-in page; null: who knows the password does. */
  readonly refusal: SignInRefusal | null;
  /** The first customer never signed out in this browser: it comes back at once, and nobody types. */
  readonly leftSignedIn: boolean;
}

/** What the sign-in page can say to everybody. */
export type SignInRefusal = 'password' | 'account';

/** The members of a successful token answer (spec 2.3). */
export type TokenAnswer = Readonly<Record<string, string | number>>;

/** A fault at /token: `instead` answers without acting on the request; `acted` spends the grant and then alters the answer or its delivery. */
export type TokenPlan =
  | { readonly kind: 'instead'; readonly reply: (now: number, elsewhere: string) => Reply }
  | { readonly kind: 'acted'; readonly alter: (answer: TokenAnswer) => TokenAnswer; readonly delivery: Delivery; readonly issuesRefreshToken: boolean };

/** A fault of the homes service: at every call, at the list of homes only, or at the last home's devices only. */
interface HomesPlan {
  readonly every: Reply | null;
  readonly list: Reply | null;
  readonly lastHome: Reply | null;
  /** The account's first home is not listed any more. */
  readonly firstIsGone: boolean;
}

/** What one fault changes, at each of the three places. */
export interface FaultPlan {
  readonly authorize: AuthorizePlan;
  readonly token: TokenPlan;
  readonly homes: HomesPlan;
  /** The discovery document names addresses on another server. */
  readonly foreignAddresses: boolean;
}

const usual: FaultPlan = {
  authorize: { atOnce: () => null, atEnd: (values) => ({ kind: 'return', values }), refusal: null, leftSignedIn: false },
  token: { kind: 'acted', alter: (answer) => answer, delivery: 'whole', issuesRefreshToken: true },
  homes: { every: null, list: null, lastHome: null, firstIsGone: false },
  foreignAddresses: false,
};

const errorReturn = (error: string, text: string, state: string | null, now: number): AuthorizeOutcome => ({
  kind: 'return', values: { code: null, error, errorDescription: describe(text, now), state },
});

const authorizeAtOnce = (error: string, text: string): FaultPlan => ({
  ...usual, authorize: { ...usual.authorize, atOnce: (state, now) => errorReturn(error, text, state, now) },
});
const authorizeAtEnd = (atEnd: AuthorizePlan['atEnd']): FaultPlan => ({ ...usual, authorize: { ...usual.authorize, atEnd } });
const authorizeErrorAtEnd = (error: string, text: string): FaultPlan => authorizeAtEnd(({ state }, now) => errorReturn(error, text, state, now));
const authorizePage = (reply: Reply): FaultPlan => ({ ...usual, authorize: { ...usual.authorize, atOnce: () => ({ kind: 'page', reply }) } });

const tokenInstead = (reply: (now: number, elsewhere: string) => Reply): FaultPlan => ({ ...usual, token: { kind: 'instead', reply } });
const tokenError = (error: EngineError, headers?: Readonly<Record<string, string>>): FaultPlan => tokenInstead((now) => errorReply(error, now, headers));
const tokenDelivered = (delivery: Delivery): FaultPlan => ({ ...usual, token: { kind: 'acted', alter: (answer) => answer, delivery, issuesRefreshToken: true } });
const tokenAltered = (alter: (answer: TokenAnswer) => TokenAnswer): FaultPlan => ({ ...usual, token: { kind: 'acted', alter, delivery: 'whole', issuesRefreshToken: true } });

const homesEvery = (every: Reply): FaultPlan => ({ ...usual, homes: { ...usual.homes, every } });
const homesError = (statusCode: number, message: string, headers?: Readonly<Record<string, string>>): Reply => json(statusCode, { statusCode, message }, headers);

const without = (answer: TokenAnswer, ...names: readonly string[]): TokenAnswer =>
  Object.fromEntries(Object.entries(answer).filter(([name]) => !names.includes(name)));
const asText = (answer: TokenAnswer): TokenAnswer =>
  Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, name.startsWith('expires_') ? String(value) : value]));

/** The raw page a browser shows when the redirect URI is not the registered one; the app hears nothing (spec 2.1). */
export const replyUrlPage: Reply = json(400, {
  error: 'invalid_request', error_description: "The reply url host xxxxx doesn't match with the ones configured on the application",
});

/** Every fault and what it does, one line each. A fault stays on until another one is set. */
export const faultTable: Readonly<Record<AuthorityFault, FaultPlan>> = {
  none: usual,

  // The request itself is refused: the browser comes back before any sign-in page (spec 1.3).
  'authorize.invalid_request': authorizeAtOnce('invalid_request', 'AADB2C90079: A mandatory parameter is missing or invalid.'),
  'authorize.unauthorized_client': authorizeAtOnce('unauthorized_client', 'AADB2C90057: The provided application is not configured to allow this flow.'),
  'authorize.unsupported_response_type': authorizeAtOnce('unsupported_response_type', 'AADB2C90055: The response type provided in the request is not supported.'),
  'authorize.invalid_scope': authorizeAtOnce('invalid_scope', 'AADB2C90117: The scope provided in the request is not supported.'),
  // The customer signs in, and then it goes wrong.
  'authorize.access_denied': authorizeErrorAtEnd('access_denied', engineErrors.cancelled.text),
  'authorize.forgotten_password': authorizeErrorAtEnd('access_denied', engineErrors.forgottenPassword.text),
  'authorize.server_error': authorizeErrorAtEnd('server_error', 'AADB2C90067: The server met an unexpected condition.'),
  'authorize.temporarily_unavailable': authorizeErrorAtEnd('temporarily_unavailable', 'AADB2C90047: The server cannot handle the request now.'),
  'authorize.wrong_state': authorizeAtEnd((values) => ({ kind: 'return', values: { ...values, state: 'a-state-nobody-asked-for' } })),
  'authorize.left_signed_in': { ...usual, authorize: { ...usual.authorize, leftSignedIn: true } },
  'authorize.addresses_changed': { ...usual, foreignAddresses: true },
  // The app hears nothing at all.
  'authorize.wrong_password': { ...usual, authorize: { ...usual.authorize, refusal: 'password' } },
  'authorize.no_account': { ...usual, authorize: { ...usual.authorize, refusal: 'account' } },
  'authorize.no_return': authorizeAtEnd(() => ({ kind: 'page', reply: html(200, emptyPage()) })),
  'authorize.reply_url_page': authorizePage(replyUrlPage),
  'authorize.internal_error_page': authorizePage(json(500, { message: 'Internal error', code: 1 })),

  // The token request is answered without being acted upon: no code is spent, no token rotated.
  'token.invalid_request': tokenError(engineErrors.malformed('grant')),
  'token.invalid_client': tokenError(engineErrors.unknownClient),
  'token.unauthorized_client': tokenError({ status: 400, error: 'unauthorized_client', text: 'AADB2C90057: The provided application is not configured to allow this flow.' }),
  'token.invalid_grant': tokenError(engineErrors.expiredGrant),
  'token.expired_secret': tokenError(engineErrors.expiredSecret),
  'token.unsupported_grant_type': tokenError(engineErrors.unsupportedGrant),
  'token.server_error': tokenError({ status: 500, error: 'server_error', text: 'AADB2C90067: The server met an unexpected condition.' }),
  'token.temporarily_unavailable': tokenError({ status: 503, error: 'temporarily_unavailable', text: 'AADB2C90047: The server cannot handle the request now.' }, { 'retry-after': '30' }),
  'token.too_many_requests': tokenInstead(() => homesError(429, 'Rate limit is exceeded. Try again in 30 seconds.', { 'retry-after': '30' })),
  'token.html': tokenInstead(() => html(200, gatewayPage())),
  'token.redirect': tokenInstead((_now, elsewhere) => ({ ...html(307, ''), headers: { location: elsewhere } })),
  // The token request is acted upon; then the answer is lost, late, cut or odd.
  'token.no_answer': tokenDelivered('lost'),
  'token.slow': tokenDelivered('slow'),
  'token.half_answer': tokenDelivered('half'),
  // No new refresh token means that the presented one stays the newest: nothing is rotated (RFC 6749 §6).
  'token.no_refresh_token': { ...usual, token: { kind: 'acted', alter: (answer) => without(answer, 'refresh_token', 'refresh_token_expires_in'), delivery: 'whole', issuesRefreshToken: false } },
  'token.no_access_token': tokenAltered((answer) => without(answer, 'access_token')),
  'token.expires_in_string': tokenAltered(asText),
  'token.expires_in_absent': tokenAltered((answer) => without(answer, 'expires_in', 'expires_on')),

  'homes.none': { ...usual, homes: { ...usual.homes, list: { status: 204, headers: {}, body: '', delivery: 'whole' } } },
  'homes.password_expired': homesEvery(homesError(469, 'The password of the account has expired.')),
  'homes.terms_not_accepted': homesEvery(homesError(470, 'The account has not accepted the new terms and conditions.')),
  'homes.forbidden': homesEvery(homesError(403, 'Out of call volume quota. Quota will be replenished at 00:00.')),
  'homes.too_many_requests': homesEvery(homesError(429, 'Rate limit is exceeded. Try again in 30 seconds.', { 'retry-after': '30' })),
  'homes.unauthorized': homesEvery(homesError(401, 'Access token is missing or invalid.')),
  'homes.server_error': homesEvery(homesError(500, 'Internal server error')),
  'homes.no_answer': homesEvery({ ...json(200, {}), delivery: 'lost' }),
  'homes.html': homesEvery(html(200, gatewayPage())),
  'homes.one_home_fails': { ...usual, homes: { ...usual.homes, lastHome: homesError(500, 'Internal server error') } },
  'homes.home_gone': { ...usual, homes: { ...usual.homes, firstIsGone: true } },
};
