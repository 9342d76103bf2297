import path from 'node:path';
import type { App, AutoUpdater, Session } from 'electron';
import { MacUpdater, NsisUpdater, type UpdateCheckResult } from 'electron-updater';
import { getAppCacheDir } from 'electron-updater/out/AppAdapter.js';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Clock } from '../../oauth/ports.ts';
import type { Offer } from '../../updates/state.ts';
import type { RequestNet } from '../one-request.ts';
import type { ProxyPassword } from '../proxy-password.ts';
import type { Feed } from './feed.ts';
import { offerOf } from './offer.ts';
import { updateProblem } from './update-problem.ts';
import { UpdateHttp } from './update-http.ts';
import type { Updater } from './updater.ts';

/** The parts of Electron that the updater works with. */
export interface UpdaterParts {
  readonly app: Pick<App, 'getVersion' | 'getName' | 'quit'>;
  readonly net: RequestNet;
  readonly session: Session;
  /** Squirrel, which installs on macOS; asked for there only. */
  readonly squirrel: () => Pick<AutoUpdater, 'once' | 'removeListener' | 'checkForUpdates'>;
  readonly proxyPassword: ProxyPassword;
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  /** Where downloads are kept; the folder of the system for such things unless a test says otherwise. */
  readonly cacheFolder?: string;
}

type Library = NsisUpdater | MacUpdater;
type Adapter = NonNullable<ConstructorParameters<typeof NsisUpdater>[1]>;

/** Milliseconds that macOS may take to look through an update. */
const SQUIRREL_PATIENCE = 5 * 60_000;
/** Milliseconds in which Squirrel writes down, while the program ends, that it is to be opened again. */
const SQUIRREL_NOTES = 1500;

function adapterOf({ app, cacheFolder = getAppCacheDir() }: UpdaterParts, settings: string): Adapter {
  return {
    version: app.getVersion(), name: app.getName(), isPackaged: true, appUpdateConfigPath: settings, baseCachePath: cacheFolder,
    // The updater keeps a random number there, for updates that only some laptops get; UpdateHttp never sends it, and we never ask for it.
    userDataPath: path.join(cacheFolder, 'liaison-updater'),
    whenReady: async () => undefined,
    quit: () => app.quit(),
    relaunch: () => undefined,
    onQuit: () => undefined,
  };
}

/** What the updater remarks when it could not look at a signature and means to go on all the same (windowsExecutableCodeSignatureVerifier.js). */
const UNVERIFIED = /Ignoring signature validation/u;

/** Every doubt about a signature is a no. The updater itself lets a file pass when Windows cannot be asked. */
function refuseUnverified(updater: NsisUpdater, remarks: readonly string[]): void {
  const verify = updater.verifyUpdateCodeSignature;
  updater.verifyUpdateCodeSignature = async (publishers, file) => {
    const before = remarks.length;
    const refused = await verify(publishers, file);
    return refused ?? (remarks.slice(before).some((remark) => UNVERIFIED.test(remark)) ? 'not verified' : null);
  };
}

function configure(updater: Library, http: UpdateHttp, url: string): void {
  const remarks: string[] = [];
  // Its remarks name paths and addresses: they are looked at, and go nowhere.
  updater.logger = { info: () => undefined, error: () => undefined, warn: (remark: unknown) => void remarks.push(String(remark)) };
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowPrerelease = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.isUserWithinRollout = () => true;
  // The updater takes none by its types, and has none when it is given an adapter.
  Object.assign(updater, { httpExecutor: http });
  updater.setFeedURL({ provider: 'generic', url });
  if (updater instanceof NsisUpdater) refuseUnverified(updater, remarks);
}

class ElectronUpdater implements Updater {
  readonly #parts: UpdaterParts;
  readonly #library: Library;
  readonly #http: UpdateHttp;
  #found: UpdateCheckResult | null = null;
  #isPrepared = false;

  constructor(parts: UpdaterParts, { url, settings }: Extract<Feed, { kind: 'feed' }>) {
    this.#parts = parts;
    const adapter = adapterOf(parts, settings);
    this.#library = parts.platform === 'darwin' ? new MacUpdater(undefined, adapter) : new NsisUpdater(undefined, adapter);
    this.#http = new UpdateHttp({ ...parts, origin: new URL(url).origin });
    configure(this.#library, this.#http, url);
  }

  look = async (): Promise<Result<Offer | null>> => {
    try {
      const found = await this.#library.checkForUpdates();
      const offer = found?.isUpdateAvailable === true ? offerOf(found.updateInfo) : success(null);
      // What is not offered cannot be downloaded either.
      this.#found = offer.ok && offer.value ? found : null;
      return offer;
    } catch (error) {
      return failure(updateProblem(error));
    }
  };

  download = async (progress: (percent: number) => void): Promise<Result<boolean>> => {
    // What was stopped once is asked for anew.
    if (this.#found?.cancellationToken?.cancelled === true) {
      const again = await this.look();
      if (!again.ok) return again;
    }
    const token = this.#found?.cancellationToken;
    if (!token) return failure({ code: 'L-89', reason: 'updateUnreadable' });
    const tell = ({ percent }: { readonly percent: number }): void => progress(percent);
    this.#library.on('download-progress', tell);
    try {
      await this.#library.downloadUpdate(token);
      return success(true);
    } catch (error) {
      return token.cancelled ? success(false) : failure(updateProblem(error));
    } finally {
      this.#library.removeListener('download-progress', tell);
    }
  };

  stop = (): void => {
    this.#found?.cancellationToken?.cancel();
    this.#http.abort();
  };

  prepare = async (): Promise<Result<null>> => {
    if (!(this.#library instanceof MacUpdater) || this.#isPrepared) return success(null);
    const taken = await this.#handToSquirrel();
    this.#isPrepared = taken;
    return taken ? success(null) : failure({ code: 'L-89', reason: 'updateRefused' });
  };

  leave = (): void => {
    // On macOS Squirrel ends the program itself, so that it opens it again.
    if (this.#library instanceof MacUpdater) this.#library.quitAndInstall();
    else this.#parts.app.quit();
  };

  finish = async (reopen: boolean): Promise<void> => {
    if (this.#library instanceof NsisUpdater) this.#library.install(true, reopen);
    else if (reopen) await new Promise<void>((resolve) => void this.#parts.clock.after(SQUIRREL_NOTES, resolve));
  };

  /** Squirrel fetches the file from the updater and compares its signature with that of this program. */
  async #handToSquirrel(): Promise<boolean> {
    const { clock } = this.#parts;
    const squirrel = this.#parts.squirrel();
    return new Promise((resolve) => {
      const end = (taken: boolean): void => {
        cancel();
        squirrel.removeListener('update-downloaded', taking);
        squirrel.removeListener('update-not-available', refusing);
        squirrel.removeListener('error', refusing);
        resolve(taken);
      };
      const taking = (): void => end(true);
      const refusing = (): void => end(false);
      const cancel = clock.after(SQUIRREL_PATIENCE, refusing);
      squirrel.once('update-downloaded', taking);
      squirrel.once('update-not-available', refusing);
      squirrel.once('error', refusing);
      squirrel.checkForUpdates();
    });
  }
}

/** Opens electron-updater for this feed. Nothing is asked yet. */
export function openUpdater(parts: UpdaterParts, feed: Extract<Feed, { kind: 'feed' }>): Updater {
  const { look, download, stop, prepare, leave, finish } = new ElectronUpdater(parts, feed);
  return { look, download, stop, prepare, leave, finish };
}
