import type { Menu, NativeTheme } from 'electron';
import type { RecentSite } from '../contract/recent.ts';
import { menuTemplate } from './menu.ts';
import type { Preferences } from './preferences.ts';
import { wordsOf } from './words/words.ts';

/** The parts of Electron that show a person's settings outside the page. */
export interface Wardrobe {
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>;
  readonly platform: NodeJS.Platform;
}

/** Makes colours and menu bar follow the preferences; the page sees the colours through `prefers-color-scheme`. `recent`: the sites that were opened last. */
export function dress({ Menu: MenuBar, nativeTheme, platform }: Wardrobe, preferences: Pick<Preferences, 'get'>, recent: readonly RecentSite[]): void {
  nativeTheme.themeSource = preferences.get('theme');
  const template = menuTemplate(platform, wordsOf(preferences.get('language')).menu, preferences.get('siteMode'), recent);
  MenuBar.setApplicationMenu(MenuBar.buildFromTemplate(template));
}
