import type { Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { UpdatesPage } from '../../contract/updates.ts';
import type { Clock } from '../../oauth/ports.ts';
import { afterWaiting, FIRST_LOOK, LOOK_AGAIN, mayInstallAtEnd, mayLookAlone, NEXT_LOOK, refusal, WAIT_FOR_WORK, type Moment } from '../../updates/policy.ts';
import { afterEvent, atFirst, isNews, viewOf, type UpdateEvent, type UpdateState } from '../../updates/state.ts';
import type { Log } from '../log.ts';
import type { Preferences } from '../preferences.ts';
import type { Feed } from './feed.ts';
import type { Updater } from './updater.ts';

/** Updates of the program: looked for quietly, downloaded and installed only when a person says so. */
export interface UpdateDesk {
  page(): UpdatesPage;
  /** L-83 while a customer signs in; what became of the check is in the page. */
  check(): Promise<Result<UpdatesPage>>;
  /** Begins; L-83. */
  download(): Result<UpdatesPage>;
  /** L-83. */
  install(when: 'now' | 'atQuit'): Promise<Result<UpdatesPage>>;
  later(): UpdatesPage;
  /** The last act of the program, when everything is closed. `isSystemEnding`: the system ends the session, so nothing is installed. */
  finish(isSystemEnding: boolean): Promise<void>;
}

/** What the desk works with. `load` brings the updater in when it is first needed; everything else is called later only. */
export interface UpdateParts {
  readonly feed: Feed;
  readonly load: (feed: Extract<Feed, { kind: 'feed' }>) => Promise<Updater>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'write'>;
  readonly preferences: Pick<Preferences, 'get' | 'set'>;
  readonly moment: () => Moment;
  /** Waits for renewals under way; false: a token that was received is not on the disk yet. */
  readonly areAllSaved: () => Promise<boolean>;
  readonly changed: () => void;
}

class Desk implements UpdateDesk {
  readonly #parts: UpdateParts;
  #state: UpdateState = atFirst;
  #isAsking = false;
  #looking: Promise<boolean> | null = null;
  #loaded: Promise<Updater> | null = null;
  #isOver = false;

  constructor(parts: UpdateParts) {
    this.#parts = parts;
    if (parts.feed.kind === 'feed') this.#lookIn(FIRST_LOOK);
  }

  page = (): UpdatesPage => {
    const { feed, preferences } = this.#parts;
    if (feed.kind !== 'feed') return { view: { state: feed.kind }, isNews: false };
    return { view: viewOf(this.#state, this.#isAsking), isNews: isNews(this.#state, preferences.get('updatePutAway')) };
  };

  check = async (): Promise<Result<UpdatesPage>> => {
    const refused = this.#refusal();
    if (refused) return failure(refused);
    this.#isAsking = true;
    this.#parts.changed();
    await this.#look(true);
    this.#isAsking = false;
    this.#parts.changed();
    return success(this.page());
  };

  download = (): Result<UpdatesPage> => {
    const refused = this.#refusal();
    if (refused) return failure(refused);
    if (this.#state.step !== 'available') return success(this.page());
    this.#happened({ kind: 'downloadBegun' });
    void this.#fetch();
    return success(this.page());
  };

  install = async (when: 'now' | 'atQuit'): Promise<Result<UpdatesPage>> => {
    const refused = this.#refusal();
    if (refused) return failure(refused);
    if (this.#state.step !== 'ready' || this.#state.wish === 'preparing') return success(this.page());
    if (when === 'now') {
      this.#happened({ kind: 'wished', wish: 'now' });
      void this.#whenFree();
    } else await this.#atQuit();
    return success(this.page());
  };

  later = (): UpdatesPage => {
    if (this.#state.step === 'downloading') void this.#updater().then((updater) => updater.ok && updater.value.stop());
    if (this.#state.step === 'available' || this.#state.step === 'ready') {
      // Where it cannot be kept, the dot comes back at the next start.
      this.#parts.preferences.set('updatePutAway', this.#state.offer.version);
      if (this.#state.step === 'ready' && this.#state.wish !== 'preparing') this.#happened({ kind: 'wished', wish: 'none' });
      this.#parts.changed();
    }
    return this.page();
  };

  finish = async (isSystemEnding: boolean): Promise<void> => {
    this.#isOver = true;
    if (this.#state.step !== 'ready' || !mayInstallAtEnd(this.#state.wish, isSystemEnding)) return;
    const updater = await this.#updater();
    this.#parts.log.write('update.installing');
    if (updater.ok) await updater.value.finish(this.#state.wish === 'preparing');
  };

  #refusal(): Problem | null {
    return this.#parts.feed.kind === 'feed' ? refusal(this.#parts.moment().work) : { code: 'L-81' };
  }

  #happened(event: UpdateEvent): void {
    const before = this.#state;
    this.#state = afterEvent(before, event);
    if (this.#state !== before) this.#parts.changed();
  }

  /** L-81: the part of the program that updates it cannot be read. */
  async #updater(): Promise<Result<Updater>> {
    const { feed, load } = this.#parts;
    if (feed.kind !== 'feed') return failure({ code: 'L-81' });
    this.#loaded ??= load(feed);
    try {
      return success(await this.#loaded);
    } catch {
      this.#loaded = null;
      return failure({ code: 'L-81' });
    }
  }

  #lookIn(milliseconds: number): void {
    this.#parts.clock.after(milliseconds, () => void this.#lookAlone());
  }

  async #lookAlone(): Promise<void> {
    if (this.#isOver) return;
    const isGood = mayLookAlone(this.#parts.moment());
    if (isGood) await this.#look(false);
    this.#lookIn(isGood ? NEXT_LOOK : LOOK_AGAIN);
  }

  /** One look at a time; whoever asks meanwhile shares its answer. */
  async #look(byPerson: boolean): Promise<void> {
    // What is being downloaded, or is ready, needs no other answer.
    if (this.#state.step === 'downloading' || this.#state.step === 'ready') return;
    const earlier = this.#looking;
    if (!earlier) return this.#begin(byPerson);
    // What a quiet look finds is an answer to a person, too; that it failed is none.
    const hasAnswered = await earlier;
    if (byPerson && !hasAnswered) await this.#look(true);
    return undefined;
  }

  async #begin(byPerson: boolean): Promise<void> {
    this.#looking = this.#ask(byPerson);
    await this.#looking;
    this.#looking = null;
  }

  /** Whether there was an answer that a person may know of. */
  async #ask(byPerson: boolean): Promise<boolean> {
    const updater = await this.#updater();
    const found = updater.ok ? await updater.value.look() : updater;
    if (found.ok) this.#happened({ kind: 'looked', offer: found.value, at: this.#parts.clock.now() });
    else {
      this.#parts.log.write('update.failed', { code: found.problem.code });
      this.#happened({ kind: 'lookFailed', byPerson, problem: found.problem });
    }
    return found.ok || byPerson;
  }

  async #fetch(): Promise<void> {
    const updater = await this.#updater();
    const fetched = updater.ok ? await updater.value.download((percent) => this.#progress(updater.value, percent)) : updater;
    if (fetched.ok && fetched.value) {
      this.#parts.log.write('update.ready');
      this.#happened({ kind: 'downloaded' });
    } else {
      if (!fetched.ok) this.#parts.log.write('update.failed', { code: fetched.problem.code });
      this.#happened({ kind: 'downloadStopped', problem: fetched.ok ? null : fetched.problem });
    }
  }

  #progress(updater: Updater, percent: number): void {
    // A customer signs in: the line is theirs.
    if (this.#refusal()) updater.stop();
    else this.#happened({ kind: 'progress', percent });
  }

  async #atQuit(): Promise<void> {
    const updater = await this.#updater();
    const prepared = updater.ok ? await updater.value.prepare() : updater;
    this.#happened(prepared.ok ? { kind: 'wished', wish: 'atQuit' } : { kind: 'installFailed', problem: prepared.problem });
  }

  #isWished(): boolean {
    return this.#state.step === 'ready' && this.#state.wish === 'now' && !this.#isOver;
  }

  /** Waits until nothing is renewed any more, hands the update over and ends the program; a sign-in that begins meanwhile goes before. */
  async #whenFree(): Promise<void> {
    if (!this.#isWished()) return;
    const next = afterWaiting(this.#parts.moment().work);
    if (next === 'forget') return this.#happened({ kind: 'wished', wish: 'none' });
    if (next === 'wait') return void this.#parts.clock.after(WAIT_FOR_WORK, () => void this.#whenFree());
    const problem = await this.#prepared();
    if (!this.#isWished()) return undefined;
    if (problem) return this.#happened({ kind: 'installFailed', problem });
    if (afterWaiting(this.#parts.moment().work) !== 'install') return this.#whenFree();
    this.#happened({ kind: 'wished', wish: 'preparing' });
    const updater = await this.#updater();
    return updater.ok ? updater.value.leave() : undefined;
  }

  async #prepared(): Promise<Problem | null> {
    const updater = await this.#updater();
    if (!updater.ok) return updater.problem;
    const prepared = await updater.value.prepare();
    if (!prepared.ok) return prepared.problem;
    // Closing the program would lose the only copy of a token.
    return (await this.#parts.areAllSaved()) ? null : { code: 'L-62' };
  }
}

/** Opens the desk; where there is a feed the first look follows a minute later. */
export function createUpdates(parts: UpdateParts): UpdateDesk {
  const { page, check, download, install, later, finish } = new Desk(parts);
  return { page, check, download, install, later, finish };
}
