import path from 'node:path';
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, nativeTheme, net, Notification, powerMonitor, protocol, safeStorage, screen, session, shell, systemPreferences } from 'electron';
import { CHANGED_CHANNEL, type ChangedTopic } from './contract/bridge.ts';
import type { ReturnSource } from './links/sign-in-ports.ts';
import { APP_SCHEME } from './oauth/redirect-uri.ts';
import { APP_ORIGIN, APP_URL, registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { isBackgroundStart } from './shell/background.ts';
import { renewWithoutWindow } from './shell/background-work.ts';
import { openBase, restoreKey, type Base } from './shell/base.ts';
import { isOurFrame, serveCalls } from './shell/calls.ts';
import { createCameraPermission } from './shell/camera.ts';
import { copyText } from './shell/clipboard.ts';
import { systemClock } from './shell/clock.ts';
import { chooseCompanyFile } from './shell/company-file-dialog.ts';
import { openDesks } from './shell/desks.ts';
import { handlersOf } from './shell/handlers/all.ts';
import { createKeyWrapper } from './shell/key-wrapper.ts';
import type { Log } from './shell/log.ts';
import { watchNotices } from './shell/notices.ts';
import { mayStart } from './shell/packaged.ts';
import { watchPower, watchSessionEnd } from './shell/power.ts';
import { openProgram, type Program } from './shell/program.ts';
import { quitGently } from './shell/quit.ts';
import { systemRandom } from './shell/random.ts';
import { openReadyForSite, yieldingRoutes, type ReadyForSite } from './shell/readiness/open.ts';
import { receiveReturn } from './shell/receive.ts';
import { menuThatFollows } from './shell/recent.ts';
import { createReturnRoutes } from './shell/return-routes.ts';
import { attachReturns, createInbox, type Inbox } from './shell/returns.ts';
import { isReturnScheme, registerScheme, type Launch } from './shell/scheme.ts';
import { watchSecondStarts, type SecondStarts } from './shell/second-starts.ts';
import { createMainWindow, focusWindow } from './shell/window.ts';
import { rememberBounds, rememberedBounds } from './shell/window-bounds.ts';
import { openWorkplace, type Mode, type Workplace } from './shell/workplace.ts';

const wrapper = createKeyWrapper(safeStorage, process.platform, app.isPackaged);
const launch: Launch = { isDefaultApp: !app.isPackaged, execPath: process.execPath, appPath: app.getAppPath(), platform: process.platform };

const camera = createCameraPermission(APP_ORIGIN, process.platform, systemPreferences);

/** The one window; there is none while the program starts or ends, or renews in the background. */
const mainWindow = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];

const hint = (topic: ChangedTopic): void => mainWindow()?.webContents.send(CHANGED_CHANNEL, topic);

/** How a mode's stores, company and links are opened. `deliver` takes a return and says whether it belonged to the running sign-in. */
function workplaceOpener({ http, log, calm, preferences, background, browser, keyOpened, isOnline, simulation }: Base, ready: ReadyForSite, deliver: (raw: string, source: ReturnSource) => boolean): (mode: Mode) => Promise<Workplace> {
  const routes = yieldingRoutes(createReturnRoutes({ app, launch, deliver: (raw) => deliver(raw, 'loopback') }), ready.loop);
  return async (mode) =>
    openWorkplace(mode, {
      dataFolder: app.getPath('userData'), clock: systemClock, random: systemRandom, http, wrapper, routes, log, calm, browser, keyOpened, isOnline, simulation,
      askBackground: () => mode === 'real' && background.state() === 'off' && !preferences.get('backgroundAnswered'),
      who: () => preferences.get('personName'), changed: hint,
    });
}

async function buildProgram(base: Base): Promise<Program> {
  const { proxyPassword, preferences, background, browser, clockWitness } = base;
  const initialNotices = preferences.notice ? [preferences.notice] : [];
  const ready = openReadyForSite({ app, net, session, powerMonitor, shell, launch, wrapper, base, privateBrowser: async () => browser.privateBrowser(), program: () => program });
  const program: Program = await openProgram({
    version: app.getVersion(), clock: systemClock, proxyPassword, preferences, background, browser, clockWitness, ready, initialNotices, camera,
    ...openDesks({ app, dialog, shell, launch, preferences, window: mainWindow, program: () => program }),
    // Real links are renewed at login though practice was left on.
    firstMode: isBackgroundStart(app, launch, process.argv) ? 'real' : preferences.get('mode'),
    openWorkplace: workplaceOpener(base, ready, (raw, source) => receiveReturn(program, base.log, () => showWindow(base), raw, source)),
    ...menuThatFollows(base.dress, hint, () => program),
    copyText: async (text) => copyText(clipboard, text),
    chooseCompanyFile: async () => chooseCompanyFile(dialog, mainWindow(), preferences.get('language')),
  });
  return program;
}

function serveContract(program: Program, log: Log): void {
  serveCalls(
    ipcMain,
    (event) => {
      const ours = mainWindow()?.webContents.mainFrame;
      return ours !== undefined && isOurFrame(event.senderFrame, ours, APP_ORIGIN);
    },
    handlersOf(program),
    (event, call) => log.write(`call.${event}`, call ? { call } : {}),
  );
}

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

/** A start at login renews what is due and ends, unless somebody opens the window meanwhile. */
function begin(program: Program, base: Base): void {
  if (!isBackgroundStart(app, launch, process.argv)) {
    showWindow(base);
    program.keepAlive();
    return;
  }
  const open = (): void => showWindow(base);
  void renewWithoutWindow({ program, ...base, Notification, clock: systemClock, open, isOpen: () => mainWindow() !== undefined, quit: () => app.quit() });
}

async function start(inbox: Inbox, secondStarts: SecondStarts): Promise<void> {
  const base = openBase({ app, net, session, shell, clipboard, Menu, nativeTheme, launch });
  const { http, log, calm } = base;
  base.dress();
  registerScheme(app, APP_SCHEME, launch);
  const program = await buildProgram(base);
  program.settingsChanged();
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'), (id) => program.workplace().photos?.picture(id) ?? null);
  serveContract(program, log);
  begin(program, base);
  watchNotices({ Notification, program: () => program, preferences: base.preferences, clock: systemClock, log, window: mainWindow, open: () => showWindow(base) });
  watchPower({ app, powerMonitor, calm, program, log });
  app.on('activate', () => showWindow(base));
  secondStarts.attach(() => showWindow(base));
  program.ready.loop.resume();
  inbox.attach((raw, source) => void receiveReturn(program, log, () => showWindow(base), raw, source));
  quitGently(app, async () => {
    calm.end();
    await http.stop();
    await program.close();
    log.write('program.quit');
  });
  log.write('program.ready', { mode: program.mode(), packaged: app.isPackaged });
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
