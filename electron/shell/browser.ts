import path from 'node:path';
import type { Shell } from 'electron';
import { failure, success, type Result } from '../contract/result.ts';
import { isLoopback } from '../oauth/endpoints.ts';
import type { Secret } from '../oauth/secret.ts';

/** The part of Electron's shell that opens pages. */
export type SystemShell = Pick<Shell, 'openExternal'>;

/** The hosts of help links outside the program: Legrand's developer portal. */
const ALLOWED_HOSTS: readonly string[] = ['developer.legrand.com'];

/** Whether a browser may be sent to this address for a sign-in or sign-out: https, or http on loopback. */
export function isSignInAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.href));
}

async function open(shell: SystemShell, address: string, isAllowed: (url: URL) => boolean): Promise<Result<null>> {
  const url = URL.parse(address);
  if (!url || !isAllowed(url)) return failure({ code: 'L-85', reason: 'address' });
  try {
    await shell.openExternal(url.href);
    return success(null);
  } catch {
    // The system's error text may repeat the address, and with it the state.
    return failure({ code: 'L-85', reason: 'browser' });
  }
}

/** Opens a page of the authorization server in the system's browser: https, or http on loopback. Else, or when no browser opens, L-85. */
export async function openSignInPage(shell: SystemShell, address: Secret): Promise<Result<null>> {
  return open(shell, address.reveal(), ({ href }) => isSignInAddress(href));
}

/** Opens any other link outside the program: https on an allow-listed host. Else, or when no browser opens, L-85. */
export async function openExternalAllowed(shell: SystemShell, address: string): Promise<Result<null>> {
  return open(shell, address, (url) => url.protocol === 'https:' && url.port === '' && !url.username && !url.password && ALLOWED_HOSTS.includes(url.hostname));
}

/**
 * Opens a PDF that the program has saved, in whatever program the system has for it: an absolute path that ends in .pdf, and nothing else,
 * for the system would run a program in the same way. Else, or when nothing opens it, L-70 with reason `open`.
 */
export async function openSavedFile(shell: Pick<Shell, 'openPath'>, file: string): Promise<Result<null>> {
  const refused = failure({ code: 'L-70', reason: 'open' });
  if (!path.isAbsolute(file) || path.extname(file).toLowerCase() !== '.pdf') return refused;
  try {
    // Electron answers with the system's error text, which would name the person's folders, or with ''.
    return (await shell.openPath(file)) === '' ? success(null) : refused;
  } catch {
    return refused;
  }
}
