import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LARGEST_RECEIVED } from '../../contract/takeover-limits.ts';
import { failure, success, type Result } from '../../contract/result.ts';

/** A takeover file that comes from the window piece by piece, because the window knows no path and must not name one. */
export interface Received {
  readonly file: string;
  /** Takes one piece; the first one (`isFirst`) begins a new file. L-62 when the disk refuses it, L-88 when the file is too large. */
  add(bytes: Uint8Array, isFirst: boolean): Result<null>;
  /** Removes what came. */
  drop(): void;
}

/** At most one is there, in `folder`; what a crash left behind is removed now. */
export function createReceived(folder: string): Received {
  const file = path.join(folder, 'received.liaison-sites');
  let size = 0;
  const drop = (): void => {
    try {
      rmSync(file, { force: true });
    } catch {
      // What the system holds now is removed by the next file or the next start; nothing depends on it.
    }
  };
  drop();
  return {
    file, drop,
    add: (bytes, isFirst) => {
      size = (isFirst ? 0 : size) + bytes.byteLength;
      if (size > LARGEST_RECEIVED) {
        drop();
        return failure({ code: 'L-88', reason: 'tooLarge' });
      }
      try {
        if (isFirst) drop();
        if (isFirst) writeFileSync(file, bytes, { mode: 0o600, flag: 'wx' });
        else appendFileSync(file, bytes);
        return success(null);
      } catch {
        drop();
        return failure({ code: 'L-62' });
      }
    },
  };
}
