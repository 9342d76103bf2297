import { describe, engineErrors, errorReply, type EngineError } from './engine-error.ts';
import { replyUrlPage, type AuthorizeOutcome } from './faults.ts';
import { html, seeOther, sessionCookie, type Call, type Reply } from './http.ts';
import { consentPage, messagePage, signInPage, type Refused } from './pages.ts';
import { customerOf, single, type Room } from './room.ts';
import type { AuthorizeRequest, BrowserSession } from './sessions.ts';

/** The order of the members varies (spec 2.2). Here the state decides: whether its first character has an odd number. */
function returnParameters(values: Readonly<Record<string, string | null>>, stateFirst: boolean): URLSearchParams {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams(stateFirst ? entries.toReversed() : entries);
}

function perform(outcome: AuthorizeOutcome, redirectUri: string): Reply {
  if (outcome.kind === 'page') return outcome.reply;
  const { code, error, errorDescription, state } = outcome.values;
  const parameters = returnParameters({ code, error, error_description: errorDescription, state }, (state?.charCodeAt(0) ?? 0) % 2 === 1);
  return seeOther(`${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters.toString()}`);
}

function refuse(room: Room, request: AuthorizeRequest, { error, text }: EngineError): Reply {
  const errorDescription = describe(text, room.options.clock.now());
  return perform({ kind: 'return', values: { code: null, error, errorDescription, state: request.state } }, request.redirectUri);
}

function problemOf(query: URLSearchParams, room: Room): EngineError | null {
  if (single(query, 'response_type') === null) return engineErrors.malformed('response_type');
  if (single(query, 'response_type') !== 'code') return { status: 400, error: 'unsupported_response_type', text: 'AADB2C90055: The response type provided in the request is not supported.' };
  if (query.getAll('state').length > 1) return engineErrors.malformed('state');
  const withChallenge = room.options.supportsPkce && query.has('code_challenge');
  return withChallenge && single(query, 'code_challenge_method') !== 'S256' ? engineErrors.malformed('code_challenge_method') : null;
}

function signInForm(room: Room, transaction: string, refused: Refused | null): Reply {
  return html(200, signInPage(transaction, room.customers, refused));
}

/** Ends the sign-in at the app, with a code or as the fault has it. */
function giveCode(room: Room, request: AuthorizeRequest, session: BrowserSession): Reply {
  const code = room.ledger.issueCode({ subject: session.subject, redirectUri: request.redirectUri, codeChallenge: request.codeChallenge, signedInAt: session.signedInAt });
  const values = { code, error: null, errorDescription: null, state: request.state };
  return perform(room.plan().authorize.atEnd(values, room.options.clock.now()), request.redirectUri);
}

/** GET /authorize. An unknown client or redirect URI is answered with a raw page, never with a redirect (spec 2.1). */
export function authorize(room: Room, { query, sessionId }: Call): Reply {
  const now = room.options.clock.now();
  if (single(query, 'client_id') !== room.options.clientId) return errorReply({ status: 400, error: 'unauthorized_client', text: 'AADB2C90007: The application is not registered.' }, now);
  if (single(query, 'redirect_uri') !== room.options.redirectUri) return replyUrlPage;
  const request: AuthorizeRequest = {
    state: single(query, 'state'), redirectUri: room.options.redirectUri,
    codeChallenge: room.options.supportsPkce ? single(query, 'code_challenge') : null,
  };
  const atOnce = room.plan().authorize.atOnce(request.state, now);
  if (atOnce) return perform(atOnce, request.redirectUri);
  const problem = problemOf(query, room);
  if (problem) return refuse(room, request, problem);
  const session = query.get('prompt') === 'login' ? null : room.sessions.get(sessionId);
  if (session?.consented) return giveCode(room, request, session);
  const former = room.plan().authorize.leftSignedIn ? room.customers[0] : undefined;
  if (former) return giveCode(room, request, { subject: former.subject, signedInAt: now, consented: true });
  const transaction = room.transactions.put(request);
  return session ? seeOther(`/consent?transaction=${transaction}`) : signInForm(room, transaction, null);
}

const lost = (): Reply => html(400, messagePage('This sign-in is over', 'Close this page and start again from the app.'));

interface Step {
  readonly transaction: string;
  readonly request: AuthorizeRequest;
}

function stepOf(room: Room, parameters: URLSearchParams): Step | null {
  const transaction = single(parameters, 'transaction') ?? '';
  const request = room.transactions.get(transaction);
  return request ? { transaction, request } : null;
}

function leave(room: Room, step: Step, error: EngineError): Reply {
  room.transactions.remove(step.transaction);
  return refuse(room, step.request, error);
}

/** POST /signin: the customer's e-mail and password, or Cancel, or a forgotten password. */
export function signIn(room: Room, { body }: Call): Reply {
  const step = stepOf(room, body);
  if (!step) return lost();
  if (body.get('decision') === 'cancel') return leave(room, step, engineErrors.cancelled);
  if (body.get('decision') === 'forgotten') return leave(room, step, engineErrors.forgottenPassword);
  const email = (body.get('email') ?? '').trim();
  const { refusal } = room.plan().authorize;
  const customer = room.customers.find((one) => one.email === email.toLowerCase() && one.password === body.get('password'));
  if (!customer || refusal) return signInForm(room, step.transaction, { email, why: refusal ?? 'password' });
  const sessionId = room.sessions.put({ subject: customer.subject, signedInAt: room.options.clock.now(), consented: false });
  return seeOther(`/consent?transaction=${step.transaction}`, sessionCookie(sessionId));
}

/** GET /consent: what the installer's company asks for. */
export function askConsent(room: Room, { query, sessionId }: Call): Reply {
  const step = stepOf(room, query);
  const session = room.sessions.get(sessionId);
  const customer = session && customerOf(room, session.subject);
  if (!step || !customer) return lost();
  return html(200, consentPage(step.transaction, { name: `${customer.givenName} ${customer.familyName}`, email: customer.email }));
}

/** POST /consent: yes or no. */
export function decideConsent(room: Room, { body, sessionId }: Call): Reply {
  const step = stepOf(room, body);
  const session = room.sessions.get(sessionId);
  if (!step || !session) return lost();
  if (body.get('decision') !== 'allow') return leave(room, step, engineErrors.cancelled);
  room.transactions.remove(step.transaction);
  room.sessions.replace(sessionId, { ...session, consented: true });
  return giveCode(room, step.request, session);
}

/** GET /logout: ends the browser's session. */
export function signOut(room: Room, { sessionId }: Call): Reply {
  room.sessions.remove(sessionId);
  return html(200, messagePage('You are signed out', 'The next person can sign in with another account. You can close this page.'), sessionCookie(null));
}
