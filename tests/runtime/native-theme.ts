import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { complete } from './not-implemented.ts';
import { registry } from './registry.ts';
import type { WebContents } from './web-contents.ts';

type ThemePart = Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'shouldUseInvertedColorScheme' | 'inForcedColorsMode' | 'prefersReducedTransparency'>;
type Source = Electron.NativeTheme['themeSource'];

class NativeTheme extends EventEmitter implements ThemePart {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  private source: Source = 'system';

  get themeSource(): Source {
    return this.source;
  }
  set themeSource(source: Source) {
    this.source = source;
    for (const window of registry.windows) applyTheme(window.webContents);
    this.emit('updated');
  }
  /** The system is light. */
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}

/** Electron's `nativeTheme`. */
export const nativeTheme = complete('nativeTheme', new NativeTheme());

/** Makes a page see the chosen colours; with `system` Chromium keeps its own. */
export function applyTheme({ ready, page }: WebContents): void {
  const value = nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
  ready.then(
    () => page.tell('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] }),
    () => undefined,
  );
}
