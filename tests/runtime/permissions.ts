import type * as Electron from 'electron';
import { chromium } from './registry.ts';
import { originOf, toChromium } from './schemes.ts';
import type { Session } from './session.ts';
import { debug } from './settings.ts';

type Permission = Parameters<NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>>[1];

/** Electron's permissions that Chromium lets us set, and Chromium's names for them. */
const PERMISSIONS: readonly (readonly [Permission, readonly string[]])[] = [
  ['notifications', ['notifications']],
  ['geolocation', ['geolocation']],
  ['media', ['camera', 'microphone']],
  ['midi', ['midi']],
  ['clipboard-read', ['clipboard-read']],
];

async function isGranted(session: Session, contents: Electron.WebContents, permission: (typeof PERMISSIONS)[number][0], url: string): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: url };
  if (session.permissionCheck?.(contents, permission, originOf(url), details) === false) return false;
  const ask = session.permissionRequest;
  return ask ? new Promise((resolve) => ask(contents, permission, resolve, details)) : true;
}

/** Asks the session's handlers beforehand, for Chromium cannot ask them when the page does. Without handlers Electron grants everything. */
export async function applyPermissions(session: Session, contents: Electron.WebContents, url: string): Promise<void> {
  const origin = originOf(toChromium(url));
  if (!/^https?:/.test(origin)) return;
  for (const [permission, names] of PERMISSIONS) {
    const setting = (await isGranted(session, contents, permission, url)) ? 'granted' : 'denied';
    for (const name of names) {
      await chromium().cdp.send('Browser.setPermission', { permission: { name }, setting, origin }).catch((error: unknown) => debug(permission, error));
    }
  }
}
