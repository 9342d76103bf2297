import path from 'node:path';
import type { App } from 'electron';
import { classifyRedirectUri } from '../oauth/redirect-uri.ts';
import { RETURN_MARKER } from './returns.ts';

/** How this program is started. `isDefaultApp`: by Electron with a folder (not packaged). */
export interface Launch {
  readonly isDefaultApp: boolean;
  readonly execPath: string;
  readonly appPath: string;
  readonly platform: NodeJS.Platform;
}

/** Who gets a link of our scheme. `unknown`: this system cannot tell. */
export type SchemeStatus =
  | { readonly kind: 'ours' | 'none' | 'unknown' }
  | { readonly kind: 'other'; readonly name: string };

/**
 * Whether an address of this scheme can be a return: any private-use scheme, for at a cold start the company's own is not known yet.
 * Whether it is the registered one, letter by letter, is judged later.
 */
export function isReturnScheme(scheme: string): boolean {
  const target = classifyRedirectUri(`${scheme}://auth/callback`);
  return target.ok && target.value.route === 'scheme';
}

/** What stands between our executable and the address when the system starts us for a link. */
export function launchArguments({ isDefaultApp, appPath }: Launch): string[] {
  return [...(isDefaultApp ? [path.resolve(appPath)] : []), RETURN_MARKER, '--'];
}

/** Registers `scheme` for this program, at each start. Windows keeps path and arguments; macOS reads Info.plist and Linux the desktop file instead. */
export function registerScheme(app: Pick<App, 'setAsDefaultProtocolClient'>, scheme: string, launch: Launch): boolean {
  return app.setAsDefaultProtocolClient(scheme, launch.execPath, launchArguments(launch));
}

/** `handler` is our executable (Windows) or the bundle that holds it (macOS). */
function isOurPath(handler: string, { execPath, platform }: Launch): boolean {
  const way = platform === 'win32' ? path.win32 : path.posix;
  const fold = (text: string): string => (platform === 'win32' ? way.normalize(text).toLowerCase() : way.normalize(text).replace(/\/$/, ''));
  const [ours, theirs] = [fold(execPath), fold(handler)];
  return ours === theirs || (platform === 'darwin' && ours.startsWith(`${theirs}/`));
}

/** Asks the system who gets a link of `scheme` now. Linux answers only through its desktop files, so a "no" there is `unknown`. */
export async function schemeStatus(
  app: Pick<App, 'isDefaultProtocolClient' | 'getApplicationInfoForProtocol'>,
  scheme: string,
  launch: Launch,
): Promise<SchemeStatus> {
  const registered = app.isDefaultProtocolClient(scheme, launch.execPath, launchArguments(launch));
  if (launch.platform !== 'win32' && launch.platform !== 'darwin') return { kind: registered ? 'ours' : 'unknown' };
  try {
    const handler = await app.getApplicationInfoForProtocol(`${scheme}://auth/callback`);
    return isOurPath(handler.path, launch) ? { kind: 'ours' } : { kind: 'other', name: handler.name };
  } catch {
    // Rejected: the system knows no program for it.
    return { kind: registered ? 'ours' : 'none' };
  }
}
