import Store from 'electron-store';
import type { Clock } from '../oauth/ports.ts';
import { createPreferences, type Preferences, type PreferenceValues } from './preferences.ts';

/** Opens the preferences with electron-store, whose import needs Electron; kept apart so that the rest runs without it. */
export function openPreferences(folder: string, clock: Clock, first: Partial<PreferenceValues>): Preferences {
  return createPreferences(folder, Store, clock, first);
}
