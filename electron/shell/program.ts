import type { ChangedTopic } from '../contract/bridge.ts';
import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { RenewalsView } from '../contract/views.ts';
import type { About } from './about.ts';
import type { SignInBrowsers } from './browsers/sign-in-browser.ts';
import type { Clock } from '../oauth/ports.ts';
import type { CustomerFile } from './customer-file.ts';
import type { DataDesk } from './data-desk.ts';
import type { CameraPermission } from './camera.ts';
import type { ClockWitness } from './clock-witness.ts';
import type { Http } from './http.ts';
import type { Log } from './log.ts';
import type { Paper } from './paper.ts';
import type { Preferences } from './preferences.ts';
import type { ProxyPassword } from './proxy-password.ts';
import type { ReadyForSite } from './readiness/open.ts';
import type { Support } from './support/desk.ts';
import type { Takeover } from './takeover/desk.ts';
import type { UpdateDesk } from './updates/desk.ts';
import type { Mode, Workplace } from './workplace.ts';

/** Renewals at login, without a window. */
export interface BackgroundSwitch {
  state(): RenewalsView['background'];
  set(on: boolean): void;
}

/** What the handlers of the contract work on: one open workplace and the few things that outlive it. */
export interface Program {
  readonly version: string;
  readonly clock: Clock;
  readonly proxyPassword: Pick<ProxyPassword, 'enter'>;
  readonly preferences: Preferences;
  readonly background: BackgroundSwitch;
  readonly ready: ReadyForSite;
  readonly about: About;
  readonly support: Support;
  readonly data: DataDesk;
  readonly takeover: Takeover;
  readonly customerFile: CustomerFile;
  readonly browser: SignInBrowsers;
  readonly paper: Paper;
  readonly updates: UpdateDesk;
  /** How the laptop's clock stood against the last server that was heard. */
  readonly clockWitness: Pick<ClockWitness, 'standing'>;
  readonly camera: Pick<CameraPermission, 'open' | 'close'>;
  mode(): Mode;
  workplace(): Workplace;
  /** Links are kept alive from now on, in whichever workplace is open. */
  keepAlive(): void;
  /**
   * Closes one workplace and opens the other. Refused with L-83 while a sign-in runs, with L-15 while the program ends, with L-62 while the
   * disk refuses a token that was received.
   */
  setMode(mode: Mode): Promise<Result<null>>;
  /** Opens again what could not be opened (L-35, L-60, L-62); does nothing when everything is open. */
  retryStorage(): Promise<void>;
  /** Closes the workplace, does `change` to what lies on the disk, and opens it again. Refused as `setMode` is. */
  reopen(change: () => void | Promise<void>): Promise<Result<null>>;
  /** Those of the mode that is open: what practice plays says nothing of reality. */
  notices(): readonly Problem[];
  addNotice(problem: Problem): void;
  dismissNotices(): void;
  changed(topic: ChangedTopic): void;
  /** A person changed the settings: what main shows by itself follows. */
  settingsChanged(): void;
  /** L-81 when the clipboard cannot be written. */
  copyText(text: string): Promise<Result<null>>;
  /** The text of the file the person chose; null when the dialog was closed; L-80 when it cannot be read. */
  chooseCompanyFile(): Promise<Result<string | null>>;
  close(): Promise<void>;
}

/** The open program, and what outlives it: nothing is sent any more once `http` was stopped. */
export interface Running {
  readonly program: Program;
  readonly http: Pick<Http, 'stop'>;
  readonly log: Log;
}

type Given = 'version' | 'clock' | 'proxyPassword' | 'ready' | 'preferences' | 'background' | 'about' | 'support' | 'data' | 'browser' | 'clockWitness' | 'changed' | 'settingsChanged' | 'copyText' | 'chooseCompanyFile' | 'camera' | 'paper' | 'takeover' | 'customerFile' | 'updates';

/** What a program is built from. */
export interface ProgramParts extends Pick<Program, Given> {
  readonly openWorkplace: (mode: Mode) => Promise<Workplace>;
  readonly initialNotices: readonly Problem[];
  /** The mode to begin in; the remembered one is not changed by it. */
  readonly firstMode: Mode;
}

const BUSY: ReadonlySet<string> = new Set(['preparing', 'signingOut', 'waiting', 'exchanging', 'readingHomes', 'confirming', 'storing']);

/** A customer signs in, or somebody is asked whose home it is. */
export const isSignInRunning = ({ desk }: Pick<Workplace, 'desk'>): boolean => BUSY.has(desk?.signIn.view().step ?? 'idle');

const PASSING: ReadonlySet<Problem['code']> = new Set(['L-35', 'L-60', 'L-62']);

/** True for what passes by itself: a key store that is unlocked, another copy that is closed, space that is freed. Such storage is opened again every minute. */
export const mayPass = ({ code }: Problem): boolean => PASSING.has(code);

/** Notices of what lasts (a folder that is synchronised): each opening finds them again, which is no news to somebody who dismissed them. */
const LASTING: ReadonlySet<Problem['code']> = new Set(['L-64']);
/** Milliseconds between two looks whether storage can be opened by now. */
const LOOK_AGAIN = 60_000;

/** Something to know once; `mode` null: it belongs to both. */
interface Notice {
  readonly problem: Problem;
  readonly mode: Mode | null;
}

class OpenProgram {
  readonly #parts: ProgramParts;
  #workplace: Workplace;
  #notices: readonly Notice[];
  readonly #dismissed = new Set<Problem['code']>();
  #isKeptAlive = false;
  #isClosed = false;
  /** Opening and closing take turns: two at once would fight for the data folder. */
  #turn: Promise<unknown> = Promise.resolve();
  #cancelRetry: () => void = () => undefined;

  constructor(parts: ProgramParts, workplace: Workplace) {
    this.#parts = parts;
    this.#workplace = workplace;
    this.#notices = [...parts.initialNotices.map((problem): Notice => ({ problem, mode: null })), ...workplace.notices.map((problem): Notice => ({ problem, mode: workplace.mode }))];
    this.#watch();
  }

  mode = (): Mode => this.#workplace.mode;
  workplace = (): Workplace => this.#workplace;
  notices = (): readonly Problem[] => this.#notices.filter(({ mode }) => mode === null || mode === this.mode()).map(({ problem }) => problem);

  keepAlive = (): void => {
    this.#isKeptAlive = true;
    this.#workplace.desk?.keepAlive.start();
  };

  setMode = async (mode: Mode): Promise<Result<null>> =>
    this.#inTurn(async () => {
      if (!this.#isClosed && this.#workplace.mode === mode) return success(null);
      const refusal = await this.#refusesToClose();
      if (refusal) return failure(refusal);
      const remembered = this.#parts.preferences.set('mode', mode);
      if (!remembered.ok) return remembered;
      this.#dismissed.clear();
      await this.#open(mode);
      return success(null);
    });

  reopen = async (change: () => void | Promise<void>): Promise<Result<null>> =>
    this.#inTurn(async () => {
      const refusal = await this.#refusesToClose();
      if (refusal) return failure(refusal);
      // Other data: what was dismissed of these says nothing of those.
      this.#dismissed.clear();
      await this.#open(this.#workplace.mode, change);
      return success(null);
    });

  retryStorage = async (): Promise<void> =>
    this.#inTurn(async () => {
      if (this.#workplace.storageProblem && !this.#isClosed) await this.#open(this.#workplace.mode);
    });

  addNotice = (problem: Problem): void => {
    // Whoever can send returns could otherwise fill the window with the same line.
    if (this.notices().some(({ code, reason }) => code === problem.code && reason === problem.reason)) return;
    this.#notices = [...this.#notices, { problem, mode: this.mode() }];
    this.#parts.changed('app');
  };

  dismissNotices = (): void => {
    for (const { code } of this.notices()) if (LASTING.has(code)) this.#dismissed.add(code);
    this.#notices = this.#notices.filter(({ mode }) => mode !== null && mode !== this.mode());
    this.#parts.changed('app');
  };

  close = async (): Promise<void> =>
    this.#inTurn(async () => {
      this.#isClosed = true;
      this.#cancelRetry();
      await this.#workplace.close();
    });

  /** Why a person may not close the workplace that is open; null: nothing speaks against it. */
  async #refusesToClose(): Promise<Problem | null> {
    if (this.#isClosed) return { code: 'L-15' };
    // With the workplace the only copy of a token would end.
    if ((await this.#workplace.desk?.renewals.areAllSaved()) === false) return { code: 'L-62' };
    return isSignInRunning(this.#workplace) ? { code: 'L-83' } : null;
  }

  async #inTurn<Value>(action: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(action);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #open(mode: Mode, meanwhile: () => void | Promise<void> = () => undefined): Promise<void> {
    const former = this.#workplace.mode;
    await this.#workplace.close();
    try {
      await meanwhile();
      this.#enter(await this.#parts.openWorkplace(mode));
    } catch (error) {
      // What is closed serves nobody, and its links would not be kept alive.
      this.#parts.preferences.set('mode', former);
      this.#enter(await this.#parts.openWorkplace(former));
      throw error;
    }
  }

  #enter(workplace: Workplace): void {
    this.#workplace = workplace;
    for (const notice of this.#workplace.notices) if (!this.#dismissed.has(notice.code)) this.addNotice(notice);
    if (this.#isKeptAlive) this.#workplace.desk?.keepAlive.start();
    this.#watch();
    this.#parts.changed('app');
  }

  #watch(): void {
    this.#cancelRetry();
    const { storageProblem } = this.#workplace;
    if (storageProblem && mayPass(storageProblem)) this.#cancelRetry = this.#parts.clock.after(LOOK_AGAIN, () => void this.retryStorage().catch(() => this.#watch()));
  }
}

/** Opens the workplace of the first mode and keeps it. */
export async function openProgram(parts: ProgramParts): Promise<Program> {
  const { openWorkplace, initialNotices: _initialNotices, firstMode, ...rest } = parts;
  const open = new OpenProgram(parts, await openWorkplace(firstMode));
  const { mode, workplace, notices, keepAlive, setMode, reopen, retryStorage, addNotice, dismissNotices, close } = open;
  return { ...rest, mode, workplace, notices, keepAlive, setMode, reopen, retryStorage, addNotice, dismissNotices, close };
}
