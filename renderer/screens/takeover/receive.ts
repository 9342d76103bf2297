import { LARGEST_PIECE } from '../../../electron/contract/takeover-limits.ts';
import type { TakeoverPreview } from '../../../electron/contract/takeover.ts';
import { success, type Result } from '../../../electron/contract/result.ts';
import { call } from '../../client.ts';

/** Hands a dropped file to main piece by piece, and asks what is in it. `isWanted` false: another one was dropped meanwhile, null then. */
export async function receive(file: File, isWanted: () => boolean): Promise<Result<TakeoverPreview | null>> {
  for (let start = 0; start === 0 || start < file.size; start += LARGEST_PIECE) {
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other
    const bytes = new Uint8Array(await file.slice(start, start + LARGEST_PIECE).arrayBuffer());
    if (!isWanted()) return success(null);
    // oxlint-disable-next-line no-await-in-loop -- the same
    const taken = await call('takeover.receive', { bytes, isFirst: start === 0 });
    if (!taken.ok) return taken;
  }
  return isWanted() ? call('takeover.lookReceived', undefined) : success(null);
}
