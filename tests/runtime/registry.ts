import type { BrowserWindow } from './browser-window.ts';
import type { Chromium } from './chromium.ts';

interface Registry {
  /** Electron's `ready`: set once, after the entry module has been evaluated. */
  isReady: boolean;
  isExiting: boolean;
  chromium: Chromium | undefined;
  focused: BrowserWindow | null;
  readonly windows: Set<BrowserWindow>;
}

/** What the modules of the stand-in know together, as Electron's modules do. */
export const registry: Registry = { isReady: false, isExiting: false, chromium: undefined, focused: null, windows: new Set() };

/** The running Chromium; there is one from `ready` on. */
export function chromium(): Chromium {
  if (!registry.chromium) throw new Error('stand-in: Chromium does not run yet');
  return registry.chromium;
}

/** The window whose page has this DevTools target. */
export function windowOfTarget(targetId: string | undefined): BrowserWindow | undefined {
  return targetId === undefined ? undefined : [...registry.windows].find((window) => window.webContents.page.targetId === targetId);
}
