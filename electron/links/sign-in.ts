import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { AttemptView } from '../contract/views.ts';
import { newAuthorization, type AuthorizationRequest } from '../oauth/authorize.ts';
import { problemFromOAuthError } from '../oauth/errors.ts';
import { Secret } from '../oauth/secret.ts';
import type { CodeGrant } from '../oauth/token.ts';
import type { TokenSet } from '../oauth/token-types.ts';
import { holdsRoute, isRunning, reduceAttempt, SIGN_IN_PATIENCE, type AttemptAt, type AttemptEvent, type AttemptSubject, type SignInAttempt } from './attempt.ts';
import { attemptView } from './attempt-view.ts';
import { guardAccount, storeConfirmed } from './confirmation.ts';
import { doubtOf } from './doubt.ts';
import { lookAround, spendCode, type Company } from './exchange.ts';
import { judgeReturn, verdictOf, type Judgement } from './return-inbox.ts';
import type { ErrorPage, ReturnSource, ReturnVerdict, SignIn, SignInPage, SignInPorts } from './sign-in-ports.ts';

/** The person's words for what the browser shows, and the problem that fits (problems.md parts 1 and 2). */
const errorPageProblems: Readonly<Record<ErrorPage, Problem['code']>> = { replyUrl: 'L-11', internalError: 'L-06', otherError: 'L-01', blank: 'L-10', someoneElse: 'L-27' };

type WindowView = AttemptAt<'waiting'>['window'];
/** A page that was opened by hand, from a copied address, may be in any window. */
const SOME_WINDOW: WindowView = { name: null, isPrivate: false };

class SignInDesk implements SignIn {
  readonly #ports: SignInPorts;
  #attempt: SignInAttempt = { step: 'idle' };
  #company: Company | null = null;
  /** The state of the last return that was taken: a second one like it is a double, not a forgery. */
  #usedState: Secret | null = null;
  #cancelDeadline: () => void = () => undefined;
  /** Routes are prepared one after the other, so that a stopped attempt cannot close the listener of the next. */
  #routeInHand: Promise<unknown> = Promise.resolve();

  constructor(ports: SignInPorts) {
    this.#ports = ports;
  }

  view(): AttemptView {
    this.#expire();
    return attemptView(this.#attempt, this.#ports.askBackground());
  }

  async start(siteId: string, options = { signOutFirst: false }): Promise<Result<AttemptView>> {
    this.#expire();
    const attempt = this.#attempt;
    if (isRunning(attempt)) return attempt.siteId === siteId ? success(this.view()) : failure({ code: 'L-83', siteName: attempt.siteName });
    const begun = this.#begin(siteId);
    if (!begun.ok) return begun;
    const { id, request } = begun.value;
    const window = await this.#ports.browser.next();
    const prepared = await this.#prepareRoute(id, request);
    if (!prepared.ok) this.#end(id, prepared.problem);
    else if (this.#isAt(id, 'preparing')) await this.#openFirst(id, request, window, options.signOutFirst);
    return success(this.view());
  }

  async signedOut(): Promise<Result<AttemptView>> {
    this.#expire();
    if (this.#attempt.step === 'signingOut') await this.#openPage(this.#attempt.id, this.#attempt.request, this.#attempt.window);
    return success(this.view());
  }

  accept(raw: string, source: ReturnSource): ReturnVerdict {
    const late = this.#expire();
    const attempt = this.#attempt;
    const judgement = this.#judge(raw);
    if (judgement.kind === 'matched') return this.#take(attempt, judgement);
    if (late && judgement.kind === 'nobodyWaiting') return { kind: 'refused', problem: { code: 'L-12' } };
    const verdict = verdictOf(judgement, source);
    if (verdict.kind === 'refused' && source !== 'pasted' && attempt.step === 'waiting') {
      this.#dispatch({ type: 'refused', id: attempt.id, problem: verdict.problem });
    }
    return verdict;
  }

  async openAgain(): Promise<Result<AttemptView>> {
    this.#expire();
    const opened = await this.#openOnceMore();
    return opened.ok ? success(this.view()) : opened;
  }

  async #openOnceMore(): Promise<Result<null>> {
    const attempt = this.#attempt;
    if (attempt.step === 'signingOut') return this.signOut();
    if (attempt.step !== 'waiting') return success(null);
    const { id, request } = attempt;
    const window = await this.#ports.browser.next();
    if (!this.#isAt(id, 'waiting')) return success(null);
    // Another window was chosen meanwhile, which may remember somebody.
    if (!window.isPrivate && attempt.window.isPrivate) return this.#askSignOut(id, request, window);
    this.#dispatch({ type: 'opened', id, request, at: this.#ports.clock.now(), window });
    const opened = await this.#ports.browser.openSignIn(this.#page(id, request, window));
    if (!opened.ok && opened.problem.code === 'L-33') this.#dispatch({ type: 'notShown', id });
    return opened;
  }

  async copyLink(): Promise<Result<null>> {
    this.#expire();
    const attempt = this.#attempt;
    if (attempt.step !== 'waiting') return failure((attempt.step === 'ended' && attempt.problem) || { code: 'L-15' });
    return this.#ports.browser.copyLink(this.#page(attempt.id, attempt.request, SOME_WINDOW));
  }

  paste(address: string): Result<AttemptView> {
    const verdict = this.accept(address.trim(), 'pasted');
    if (verdict.kind === 'nobodyWaiting') return failure({ code: 'L-14' });
    if (verdict.kind === 'notOurs') return failure({ code: 'L-84' });
    return verdict.kind === 'refused' ? failure(verdict.problem) : success(this.view());
  }

  reportErrorPage(page: ErrorPage): Result<AttemptView> {
    if (holdsRoute(this.#attempt)) this.#end(this.#attempt.id, { code: errorPageProblems[page] });
    return success(this.view());
  }

  stop(): Result<AttemptView> {
    const attempt = this.#attempt;
    if (isRunning(attempt)) {
      this.#end(attempt.id, null);
      this.#ports.history(attempt.siteId, 'signInStopped');
    }
    return success(this.view());
  }

  confirm(isReadAloud = false): Result<AttemptView> {
    const attempt = this.#attempt;
    if (attempt.step !== 'confirming') return success(this.view());
    // While nothing can be stored the person is still asked: the customer need not sign in again for a locked key store.
    const obstacle = this.#ports.canStore();
    if (obstacle) return failure(obstacle);
    const foreign = guardAccount(this.#ports.links, attempt.siteId, attempt);
    if (!foreign && attempt.doubt && !isReadAloud) return failure({ code: 'L-27' });
    if (foreign) this.#end(attempt.id, foreign);
    else this.#store(attempt);
    return success(this.view());
  }

  reject(): Result<AttemptView> {
    if (this.#attempt.step === 'confirming') this.#end(this.#attempt.id, { code: 'L-25' });
    return success(this.view());
  }

  close(): Result<AttemptView> {
    this.#dispatch({ type: 'closed' });
    return success(this.view());
  }

  async signOut(): Promise<Result<null>> {
    const address = (this.#company?.discovery ?? this.#ports.discovery())?.endSessionEndpoint;
    return address ? this.#ports.browser.openSignOut(new Secret(address)) : failure({ code: 'L-81', reason: 'noSignOutPage' });
  }

  interrupted(): void {
    if (isRunning(this.#attempt)) this.#dispatch({ type: 'interrupted', id: this.#attempt.id, problem: { code: 'L-15' } });
  }

  #begin(siteId: string): Result<{ readonly id: string; readonly request: AuthorizationRequest }> {
    const obstacle = this.#ports.canStore();
    if (obstacle) return failure(obstacle);
    const profile = this.#ports.profile();
    if (!profile) return failure({ code: 'L-67' });
    const name = this.#ports.siteName(siteId);
    if (name === null) return failure({ code: 'L-81', field: 'siteId' });
    const { random } = this.#ports;
    const discovery = this.#ports.discovery();
    const id = Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#dispatch({ type: 'started', id, siteId, siteName: name });
    this.#company = { profile, discovery };
    return success({ id, request: newAuthorization(random, profile, discovery) });
  }

  async #prepareRoute(id: string, request: AuthorizationRequest): Promise<Result<null>> {
    const turn = this.#routeInHand.then(async () => this.#prepareInTurn(id, request));
    this.#routeInHand = turn;
    return turn;
  }

  async #prepareInTurn(id: string, request: AuthorizationRequest): Promise<Result<null>> {
    if (!this.#isAt(id, 'preparing')) return success(null);
    const prepared = await this.#ports.routes.prepare(request.redirectUri, request.route);
    if (prepared.ok && !this.#isAt(id, 'preparing')) this.#ports.routes.release();
    return prepared;
  }

  /** A window that is not private may remember the previous customer: nobody is led to it before somebody looked. */
  async #openFirst(id: string, request: AuthorizationRequest, window: WindowView, signOutFirst: boolean): Promise<void> {
    if (window.isPrivate && !signOutFirst) await this.#openPage(id, request, window);
    else await this.#askSignOut(id, request, window);
  }

  /** Where the sign-out page does not open, the person sees to it by hand. */
  async #askSignOut(id: string, request: AuthorizationRequest, window: WindowView): Promise<Result<null>> {
    const canSignOut = Boolean(this.#company?.discovery?.endSessionEndpoint);
    this.#dispatch({ type: 'signOutAsked', id, request, at: this.#ports.clock.now(), window, canSignOut });
    this.#armDeadline();
    return canSignOut ? this.signOut() : success(null);
  }

  /** Waits before the browser opens: a browser that is signed in already comes back at once. */
  async #openPage(id: string, request: AuthorizationRequest, window: WindowView): Promise<void> {
    this.#dispatch({ type: 'opened', id, request, at: this.#ports.clock.now(), window });
    this.#armDeadline();
    const opened = await this.#ports.browser.openSignIn(this.#page(id, request, window));
    if (opened.ok || !this.#isAt(id, 'waiting')) return;
    // Another browser can be chosen while the sign-in waits.
    if (opened.problem.code === 'L-33') this.#dispatch({ type: 'notShown', id });
    else this.#end(id, opened.problem);
  }

  #armDeadline(): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#ports.clock.after(SIGN_IN_PATIENCE, () => this.#expire());
  }

  #page(id: string, request: AuthorizationRequest, window: WindowView): SignInPage {
    return {
      address: request.url,
      mark: id,
      shown: (isReused) => this.#dispatch({ type: 'shown', id, at: this.#ports.clock.now(), isReused, window }),
      notShown: () => this.#dispatch({ type: 'notShown', id }),
    };
  }

  #judge(raw: string): Judgement {
    const waiting = this.#attempt.step === 'waiting' ? this.#attempt.request.redirectUri : null;
    const redirectUri = waiting ?? (this.#company?.profile ?? this.#ports.profile())?.redirectUri;
    if (redirectUri === undefined) return { kind: 'notOurs' };
    return judgeReturn(this.#attempt, raw, { redirectUri, usedState: this.#usedState, discovery: this.#company?.discovery ?? null });
  }

  /** Takes the request out of memory first, in the same breath as the decision: the code can be spent only once. */
  #take(attempt: SignInAttempt, { callback }: Extract<Judgement, { kind: 'matched' }>): ReturnVerdict {
    if (attempt.step !== 'waiting' || !this.#company) return { kind: 'nobodyWaiting' };
    const { id, siteId, siteName, request } = attempt;
    this.#usedState = request.state;
    if (callback.kind === 'error') {
      this.#end(id, problemFromOAuthError('authorize', callback.error, callback.description, null));
    } else {
      this.#dispatch({ type: 'returned', id, doubt: doubtOf(attempt, this.#ports.clock.now()) });
      const grant: CodeGrant = { code: callback.code, codeVerifier: request.codeVerifier };
      // What goes wrong unexpectedly is the disk: it cannot be read whose home this is.
      void this.#exchange({ id, siteId, siteName }, this.#company, grant).catch(() => this.#end(id, { code: 'L-62' }));
    }
    return { kind: 'taken' };
  }

  async #exchange({ id, siteId }: AttemptSubject, company: Company, grant: CodeGrant): Promise<void> {
    const spent = await spendCode(this.#ports, company, grant);
    if (spent.ok) this.#ports.companyProven();
    if (!spent.ok) return this.#end(id, spent.problem);
    this.#dispatch({ type: 'tokensReceived', id, tokens: spent.value });
    if (this.#isAt(id, 'readingHomes')) await this.#read(id, siteId, company, spent.value);
  }

  async #read(id: string, siteId: string, company: Company, tokens: TokenSet): Promise<void> {
    const found = await lookAround(this.#ports, company, tokens);
    if (!this.#isAt(id, 'readingHomes')) return;
    const foreign = guardAccount(this.#ports.links, siteId, found);
    if (foreign) this.#end(id, foreign);
    else this.#dispatch({ type: 'homesRead', id, ...found });
  }

  #store({ id, siteId, ...received }: AttemptAt<'confirming'>): void {
    const canSignOut = Boolean(this.#company?.discovery?.endSessionEndpoint);
    this.#dispatch({ type: 'confirmed', id });
    const stored = storeConfirmed(this.#ports, siteId, received);
    if (stored.ok && received.homes) this.#ports.homesSeen(siteId, received.homes);
    if (stored.ok) this.#dispatch({ type: 'stored', id, canSignOut });
    else this.#end(id, stored.problem);
  }

  /** Ends a sign-in that waited too long. Asked before every use as well, because timers stand still while a laptop sleeps. */
  #expire(): boolean {
    const attempt = this.#attempt;
    if (!holdsRoute(attempt) || this.#ports.clock.now() < attempt.deadline) return false;
    this.#end(attempt.id, { code: 'L-12' });
    return true;
  }

  #isAt(id: string, step: SignInAttempt['step']): boolean {
    return this.#attempt.step === step && this.#attempt.step !== 'idle' && this.#attempt.id === id;
  }

  #end(id: string, problem: Problem | null): void {
    this.#dispatch({ type: 'ended', id, problem });
  }

  #dispatch(event: AttemptEvent): void {
    const before = this.#attempt;
    this.#attempt = reduceAttempt(before, event);
    if (this.#attempt === before) return;
    if (holdsRoute(before) && !holdsRoute(this.#attempt)) {
      this.#cancelDeadline();
      this.#ports.routes.release();
      this.#ports.browser.shut();
    }
    if (!isRunning(this.#attempt)) this.#company = null;
    this.#ports.changed();
  }
}

/** The sign-in desk over its ports. */
export function createSignIn(ports: SignInPorts): SignIn {
  return new SignInDesk(ports);
}
