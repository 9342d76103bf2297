import type { Result } from '../../contract/result.ts';
import type { Offer } from '../../updates/state.ts';

/** What fetches, verifies and installs. Failures are L-50, L-53, L-62 and L-89; nothing rejects. */
export interface Updater {
  /** The version of the feed when it is newer than this one; null: it is not. */
  look(): Promise<Result<Offer | null>>;
  /** Downloads what `look` found and verifies checksum and signature. `progress` is told percents. False: `stop` ended it. */
  download(progress: (percent: number) => void): Promise<Result<boolean>>;
  /** Ends a download. */
  stop(): void;
  /** Hands what was downloaded to the system, where that takes a while: on macOS, which verifies it once more. From then on closing the program may install it. */
  prepare(): Promise<Result<null>>;
  /** Begins to end the program so that it is opened again afterwards. */
  leave(): void;
  /** The last act of the program: everything is closed. On Windows the installer is started. `reopen`: the new version opens by itself. */
  finish(reopen: boolean): Promise<void>;
}
