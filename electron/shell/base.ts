import type { App, Menu, NativeTheme } from 'electron';
import { customerLanguages, offeredLanguages } from '../contract/languages.ts';
import type { RecentSite } from '../contract/recent.ts';
import { createCalm, type Calm } from '../links/calm.ts';
import { dress } from './appearance.ts';
import { systemClock } from './clock.ts';
import { openPreferences } from './open-preferences.ts';
import type { Preferences } from './preferences.ts';
import type { Launch } from './scheme.ts';
import { languageOf } from './words/words.ts';
import { restoreLocalState, type LocalStatePlace } from './storage/local-state.ts';

/** What is there before the window is. */
export interface Base {
  readonly preferences: Preferences;
  readonly calm: Calm;
  /** Menu bar and colours follow the preferences: at the start and after each change. */
  dress(recent?: readonly RecentSite[]): void;
}

/** The parts of Electron that a base is made of. */
export interface BaseParts {
  readonly app: Pick<App, 'getPath' | 'getPreferredSystemLanguages'>;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>;
  readonly launch: Launch;
}

/** Where Chromium keeps its key on Windows. */
export function localState({ app, launch }: { readonly app: Pick<App, 'getPath'>; readonly launch: Launch }): LocalStatePlace {
  return { folder: app.getPath('sessionData'), platform: launch.platform, at: systemClock.now() };
}

/** Before Electron is ready: puts back what Chromium lost of the key on Windows. */
export function restoreKey(parts: Parameters<typeof localState>[0]): void {
  restoreLocalState(localState(parts));
}

/** Opens the preferences; Electron must be ready. All that is not needed for a window is opened later (`equipment.ts`). */
export function openBase({ app, Menu: MenuBar, nativeTheme, launch }: BaseParts): Base {
  const system = app.getPreferredSystemLanguages();
  const first = { language: languageOf(system, offeredLanguages), customerLanguage: languageOf(system, customerLanguages) };
  const preferences = openPreferences(app.getPath('userData'), systemClock, first);
  return {
    preferences,
    calm: createCalm(systemClock),
    dress: (recent = []) => dress({ Menu: MenuBar, nativeTheme, platform: launch.platform }, preferences, recent),
  };
}
