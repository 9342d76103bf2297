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
