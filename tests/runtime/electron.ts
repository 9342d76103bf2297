import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { complete } from './not-implemented.ts';
import { safeStorage } from './safe-storage.ts';
import { protocol } from './schemes.ts';
import { net, session } from './session.ts';
import { shell } from './shell.ts';
import { clipboard, crashReporter, Notification, powerMonitor, screen, systemPreferences } from './small-modules.ts';
import { WebContents } from './web-contents.ts';

const electron = complete('electron', {
  app, BrowserWindow, clipboard, crashReporter, dialog, ipcMain, Menu, MenuItem, nativeImage, nativeTheme, net, Notification, powerMonitor, protocol, safeStorage, screen, session,
  shell, systemPreferences, webContents: WebContents,
});

// What `require('electron')` gives.
export { electron as 'module.exports' };
