import type { Problem } from '../../contract/problems.ts';
import type { LoopView } from '../../contract/readiness.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Clock, Random } from '../../oauth/ports.ts';
import { Secret } from '../../oauth/secret.ts';
import { hashOf, LOOP_PATIENCE, loopWay, NONCE_BYTES, nonceOf, whyMissing, type LoopWay, type SchemeOwner } from '../../readiness/loop.ts';
import { createLoopbackRoute, type LoopbackRoute } from '../loopback.ts';
import { serveLoopPage, type LoopPage } from './loop-page.ts';
import type { StoredReadiness } from './stored.ts';

/** What the test works with. */
export interface LoopTestParts {
  readonly clock: Clock;
  readonly random: Random;
  /** The registered redirect URI; null: there are no credentials yet. */
  redirectUri(): string | null;
  isSignInRunning(): boolean;
  openBrowser(address: Secret): Promise<Result<null>>;
  /** Registers the scheme once more and asks the system who gets a return. */
  ownerOf(scheme: string): Promise<SchemeOwner>;
  load(): StoredReadiness;
  save(part: Partial<StoredReadiness>): void;
  changed(): void;
  quit(): void;
}

/** The test of the way back: one at a time, its number counts once and for a minute. */
export interface LoopTest {
  view(): LoopView;
  /** Fails with L-83 (a sign-in runs), L-67, L-80, L-82 (the port is in use), L-85 (no browser). */
  start(cold: boolean): Promise<Result<null>>;
  /** Ends the test without a result; also when a sign-in begins, which needs the way for itself. */
  stop(): Promise<void>;
  /** `notOurs`: no return of a test, so the sign-in may see it. `ignored`: of no test that is waited for. */
  accept(raw: string): 'notOurs' | 'taken' | 'ignored';
  /** Takes up a test during which the program was closed. */
  resume(): void;
}

/** Milliseconds between the page in the browser and the end of the program: the answer must reach the browser whole. */
const BEFORE_QUIT = 1500;
/** The page of a company comes over the internet, and nobody tells when it is there. */
const BEFORE_QUIT_ELSEWHERE = 6000;

/** A test that is waited for. */
interface Running {
  readonly hash: string;
  readonly redirectUri: string;
  readonly cold: boolean;
  readonly deadline: number;
  readonly scheme: string | null;
}

class LoopDesk implements LoopTest {
  readonly #parts: LoopTestParts;
  #view: LoopView = { step: 'none' };
  #running: Running | null = null;
  #page: LoopPage | null = null;
  #listener: LoopbackRoute | null = null;
  #wasOpened = false;
  #cancels: (() => void)[] = [];

  constructor(parts: LoopTestParts) {
    this.#parts = parts;
  }

  view = (): LoopView => this.#view;

  start = async (cold: boolean): Promise<Result<null>> => {
    if (this.#parts.isSignInRunning()) return failure({ code: 'L-83' });
    const redirectUri = this.#parts.redirectUri();
    if (redirectUri === null) return failure({ code: 'L-67' });
    await this.stop();
    const nonce = Buffer.from(this.#parts.random.bytes(NONCE_BYTES)).toString('base64url');
    const way = loopWay(redirectUri, nonce);
    if (!way.ok) return way;
    const started = await this.#begin(way.value, { hash: hashOf(nonce), redirectUri, cold: cold && way.value.scheme !== null, scheme: way.value.scheme });
    if (!started.ok) await this.stop();
    return started;
  };

  stop = async (): Promise<void> => {
    const listener = this.#listener;
    this.#clear();
    this.#show({ step: 'none' });
    await listener?.release();
  };

  accept = (raw: string): 'notOurs' | 'taken' | 'ignored' => {
    const nonce = nonceOf(raw);
    if (nonce === null) return 'notOurs';
    const running = this.#running;
    if (!running || hashOf(nonce) !== running.hash) return 'ignored';
    const at = this.#parts.clock.now();
    if (at >= running.deadline) return 'ignored';
    this.#parts.save({ proof: { at, cold: running.cold, redirectUri: running.redirectUri } });
    this.#clear();
    this.#show({ step: 'returned', at, cold: running.cold });
    return 'taken';
  };

  resume = (): void => {
    const { pending } = this.#parts.load();
    if (!pending) return;
    const way = loopWay(pending.redirectUri, '');
    this.#wasOpened = true;
    this.#wait({ hash: pending.hash, redirectUri: pending.redirectUri, cold: true, deadline: pending.startedAt + LOOP_PATIENCE, scheme: way.ok ? way.value.scheme : null });
  };

  async #begin(way: LoopWay, running: Omit<Running, 'deadline'>): Promise<Result<null>> {
    const startedAt = this.#parts.clock.now();
    if (way.scheme !== null) await this.#parts.ownerOf(way.scheme);
    const listening = way.listen ? await this.#listen(way.listen) : success(null);
    if (!listening.ok) return listening;
    const address = way.pageAddress ?? (await this.#serve(way.returnAddress, running.cold));
    if (address === null) return failure({ code: 'L-85', reason: 'browser' });
    this.#wasOpened = way.pageAddress !== null;
    this.#wait({ ...running, deadline: startedAt + LOOP_PATIENCE });
    if (running.cold) this.#parts.save({ pending: { hash: running.hash, redirectUri: running.redirectUri, startedAt } });
    const opened = await this.#parts.openBrowser(new Secret(address));
    if (opened.ok && running.cold && way.pageAddress !== null) this.#quitIn(BEFORE_QUIT_ELSEWHERE);
    return opened;
  }

  async #listen({ port, path }: { readonly port: number; readonly path: string }): Promise<Result<null>> {
    const listener = createLoopbackRoute({ port, path, onReturn: (raw) => this.accept(raw) === 'taken' });
    const listening = await listener.listen();
    if (listening.ok) this.#listener = listener;
    return listening;
  }

  async #serve(returnAddress: string, cold: boolean): Promise<string | null> {
    const secretPath = Buffer.from(this.#parts.random.bytes(NONCE_BYTES)).toString('base64url');
    const onServed = (): void => {
      this.#wasOpened = true;
      if (cold) this.#quitIn(BEFORE_QUIT);
    };
    this.#page = await serveLoopPage({ returnAddress, cold, secretPath, onServed });
    return this.#page?.address ?? null;
  }

  #quitIn(milliseconds: number): void {
    this.#cancels.push(this.#parts.clock.after(milliseconds, () => this.#parts.quit()));
  }

  #wait(running: Running): void {
    this.#running = running;
    this.#cancels.push(this.#parts.clock.after(Math.max(0, running.deadline - this.#parts.clock.now()), () => void this.#missing(running)));
    this.#show({ step: 'waiting', deadline: running.deadline, cold: running.cold });
  }

  async #missing(running: Running): Promise<void> {
    const owner: SchemeOwner = running.scheme === null ? { kind: 'ours' } : await this.#parts.ownerOf(running.scheme);
    if (this.#running !== running) return;
    const problem: Problem = whyMissing(owner, this.#wasOpened);
    this.#clear();
    this.#show({ step: 'missing', at: this.#parts.clock.now(), cold: running.cold, problem });
  }

  /** Nothing of a test is left: no timer, no page, no listener, no number. */
  #clear(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
    this.#page?.close();
    void this.#listener?.release();
    this.#page = null;
    this.#listener = null;
    this.#wasOpened = false;
    this.#running = null;
    if (this.#parts.load().pending) this.#parts.save({ pending: null });
  }

  #show(view: LoopView): void {
    if (this.#view.step === 'none' && view.step === 'none') return;
    this.#view = view;
    this.#parts.changed();
  }
}

/** A test desk; nothing is opened before `start`. */
export function createLoopTest(parts: LoopTestParts): LoopTest {
  return new LoopDesk(parts);
}
