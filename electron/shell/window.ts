import type { CameraPermission } from './camera.ts';
import type { BrowserWindow, BrowserWindowConstructorOptions, Event, Session, WebContents } from 'electron';

/** Where the window was last, in pixels of the screen; null for the default place and size. */
export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/** What the one window needs. `devTools`: true only when not packaged. */
export interface MainWindowOptions {
  readonly preload: string;
  readonly url: string;
  readonly title: string;
  readonly bounds: WindowBounds | null;
  readonly devTools: boolean;
  readonly camera: CameraPermission;
}

const DEFAULT_SIZE = { width: 1280, height: 720 } as const;
const LEAST_SIZE = { minWidth: 960, minHeight: 640 } as const;

/** The settings of the window; the security ones are named even where they are Electron's default. */
export function windowOptions({ preload, title, bounds, devTools }: MainWindowOptions): BrowserWindowConstructorOptions {
  return {
    ...DEFAULT_SIZE,
    ...bounds,
    ...LEAST_SIZE,
    title,
    show: false,
    webPreferences: {
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

const prevent = (event: Pick<Event, 'preventDefault'>): void => event.preventDefault();

/** Keeps a page where it is: no other address, no redirect, no new window, no embedded page. `isOurs` tells which address may be loaded again. */
export function hardenWebContents(contents: WebContents, isOurs: (url: string) => boolean): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Refuses every permission but the camera's, every device and every download: the window needs none. */
export function hardenSession(session: Session, camera: Pick<CameraPermission, 'request' | 'check'>): void {
  session.setPermissionRequestHandler(camera.request);
  session.setPermissionCheckHandler(camera.check);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
  session.on('will-download', prevent);
  // Else Chromium fetches dictionaries from a server of its own.
  session.setSpellCheckerEnabled(false);
}

/** Makes the one window, hardened before it loads anything, and shows it when its first picture is ready. */
export function createMainWindow(Window: typeof BrowserWindow, options: MainWindowOptions): BrowserWindow {
  const window = new Window(windowOptions(options));
  hardenSession(window.webContents.session, options.camera);
  hardenWebContents(window.webContents, (url) => url === options.url);
  // A page that is loaded again has no dialog open, and one that is gone has none either.
  window.webContents.on('did-start-loading', options.camera.close);
  window.webContents.on('render-process-gone', options.camera.close);
  window.webContents.on('destroyed', options.camera.close);
  window.once('ready-to-show', () => window.show());
  // Electron attaches a rejection handler of its own; a failed load is heard by `did-fail-load`.
  void window.loadURL(options.url);
  return window;
}

/** Brings the window to the person: after a return, or when the program was started a second time. */
export function focusWindow(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
