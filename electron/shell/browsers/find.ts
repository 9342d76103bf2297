import type { BrowserId, SignInBrowserChoice } from '../../contract/browsers.ts';
import { knownBrowsers, type KnownBrowser } from './known.ts';
import { findOnLinux, isForbiddenOnLinux } from './linux.ts';
import { findOnMac, isForbiddenOnMac } from './mac.ts';
import type { System } from './system.ts';
import { findOnWindows, isForbiddenOnWindows } from './windows.ts';

/** A browser that was found on this computer. `path`: its executable, on a Mac its bundle. */
export interface InstalledBrowser {
  readonly id: BrowserId;
  readonly name: string;
  readonly path: string;
  readonly privateWindow: 'possible' | 'forbidden';
}

async function locate(system: System, browser: KnownBrowser): Promise<string | null> {
  if (system.platform === 'win32') return findOnWindows(system, browser);
  return system.platform === 'darwin' ? findOnMac(system, browser) : findOnLinux(system, browser);
}

async function isForbidden(system: System, browser: KnownBrowser, path: string): Promise<boolean> {
  if (system.platform === 'win32') return isForbiddenOnWindows(system, browser, path);
  return system.platform === 'darwin' ? isForbiddenOnMac(system, browser, path) : isForbiddenOnLinux(system, browser);
}

async function look(system: System, browser: KnownBrowser): Promise<readonly InstalledBrowser[]> {
  const path = await locate(system, browser);
  if (path === null) return [];
  const { id, name } = browser;
  return [{ id, name, path, privateWindow: (await isForbidden(system, browser, path)) ? 'forbidden' : 'possible' }];
}

/** The known browsers that are installed, each with its path, which exists. */
export async function findBrowsers(system: System): Promise<readonly InstalledBrowser[]> {
  return (await Promise.all(knownBrowsers.map(async (browser) => look(system, browser)))).flat();
}

/**
 * The browser whose private window the choice comes to; null: the normal window of the default browser. A chosen browser that is gone,
 * or whose private windows are forbidden, counts as `auto`: the default browser where it is one of these (`defaultName` is how the system calls it), else the first.
 */
export function pickBrowser(installed: readonly InstalledBrowser[], choice: SignInBrowserChoice, defaultName: string): InstalledBrowser | null {
  if (choice === 'default') return null;
  const possible = installed.filter(({ privateWindow }) => privateWindow === 'possible');
  const name = defaultName.toLowerCase();
  return possible.find(({ id }) => id === choice) ?? possible.find(({ id }) => name.includes(id)) ?? possible[0] ?? null;
}
