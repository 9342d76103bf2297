import type { Clipboard } from 'electron';
import { failure, success, type Result } from '../contract/result.ts';

/** Puts `text` on the system's clipboard; never a secret. L-81, reason `clipboard`, when the system refuses. */
export async function copyText(clipboard: Pick<Clipboard, 'writeText'>, text: string): Promise<Result<null>> {
  try {
    await clipboard.writeText(text);
    return success(null);
  } catch {
    return failure({ code: 'L-81', reason: 'clipboard' });
  }
}
