import type { BrowserWindow, Rectangle, Screen } from 'electron';
import type { Preferences } from './preferences.ts';

/** The remembered place of the window, or null when its middle lies on no present display. */
export function rememberedBounds(preferences: Preferences, screen: Pick<Screen, 'getAllDisplays'>): Rectangle | null {
  const bounds = preferences.get('windowBounds');
  if (!bounds) return null;
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const isThere = screen.getAllDisplays().some(({ workArea: area }) => middle.x >= area.x && middle.x < area.x + area.width && middle.y >= area.y && middle.y < area.y + area.height);
  return isThere ? bounds : null;
}

/** Remembers where the window was when it is closed. Losing that is no problem anybody must hear of. */
export function rememberBounds(window: BrowserWindow, preferences: Preferences): void {
  window.on('close', () => void preferences.set('windowBounds', window.getNormalBounds()));
}
