import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, protocol, screen, systemPreferences } from 'electron';
import { APP_SCHEME } from './oauth/redirect-uri.ts';
import type { Running } from './shell/program.ts';
import { APP_ORIGIN, APP_URL, registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { isBackgroundStart } from './shell/background.ts';
import { openBase, restoreKey, type Base } from './shell/base.ts';
import { createCameraPermission } from './shell/camera.ts';
import { mayStart } from './shell/packaged.ts';
import { watchSessionEnd } from './shell/power.ts';
import { quitGently } from './shell/quit.ts';
import { attachReturns, createInbox, type Inbox } from './shell/returns.ts';
import { isReturnScheme, registerScheme, type Launch } from './shell/scheme.ts';
import { watchSecondStarts, type SecondStarts } from './shell/second-starts.ts';
import { createMainWindow, focusWindow } from './shell/window.ts';
import { rememberBounds, rememberedBounds } from './shell/window-bounds.ts';

// The first half of the composition root: what must be there before the window is. `program.ts` is the second half.

const launch: Launch = { isDefaultApp: !app.isPackaged, execPath: process.execPath, appPath: app.getAppPath(), platform: process.platform };
const camera = createCameraPermission(APP_ORIGIN, process.platform, systemPreferences);

/** The one window; there is none while the program starts or ends, or renews in the background. */
const mainWindow = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];

/** Opens the window, or brings it to the front when there is one. */
function showWindow({ preferences, calm }: Base): void {
  const open = mainWindow();
  if (open) return focusWindow(open);
  const window = createMainWindow(BrowserWindow, {
    preload: path.join(app.getAppPath(), 'out/preload/preload.cjs'),
    url: APP_URL, title: app.getName(), bounds: rememberedBounds(preferences, screen), devTools: !app.isPackaged, camera,
  });
  rememberBounds(window, preferences);
  watchSessionEnd(window, calm, app);
  return undefined;
}

/** The files of the window are there before the program is; the photos of the book come with it. */
function servePage(opening: Promise<Running>): void {
  let running: Running | null = null;
  void opening.then((opened) => void (running = opened));
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'), (id) => running?.program.workplace().photos?.picture(id) ?? null);
}

/** Quitting waits for the end of the opening, too. */
function quitAfter(opening: Promise<Running>, { calm }: Base): void {
  quitGently(app, async () => {
    // Whoever ended the calm before us is the system, which ends the session.
    const isSystemEnding = calm.isEnding();
    calm.end();
    const { program, http, log } = await opening;
    await http.stop();
    await program.close();
    await program.updates.finish(isSystemEnding);
    log.write('program.quit');
  });
}

async function start(inbox: Inbox, secondStarts: SecondStarts): Promise<void> {
  const base = openBase({ app, Menu, nativeTheme, launch });
  const isBackground = isBackgroundStart(app, launch, process.argv);
  base.dress();
  registerScheme(app, APP_SCHEME, launch);
  const { promise: opening, resolve } = Promise.withResolvers<Running>();
  servePage(opening);
  quitAfter(opening, base);
  // The window draws its skeleton while the rest is read from the disk and storage opens. Nothing is waited for in between: the calls must have their handlers before the preload script asks.
  if (!isBackground) showWindow(base);
  const { openWhole } = await import('./program.ts');
  resolve(await openWhole({ base, launch, camera, inbox, secondStarts, isBackground, window: mainWindow, showWindow: () => showWindow(base) }));
}

// With HTTP/1.1 a fresh connection is certain to carry one request, so that Chromium has no reason to send a token request again.
for (const name of ['disable-http2', 'disable-quic']) app.commandLine.appendSwitch(name);
registerAppScheme(protocol);
if (mayStart(app, dialog) && app.requestSingleInstanceLock()) {
  restoreKey({ app, launch });
  const inbox = createInbox();
  attachReturns(app, inbox, { argv: process.argv, isReturnScheme });
  const secondStarts = watchSecondStarts(app);
  app.on('window-all-closed', () => app.quit());
  // What cannot be expected ends the program loudly instead of leaving it without a window.
  void app.whenReady().then(async () => start(inbox, secondStarts)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    dialog.showErrorBox(app.getName(), 'L-81');
    app.exit(1);
  });
} else app.quit();
