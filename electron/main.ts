import path from 'node:path';
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, net, powerMonitor, protocol, safeStorage, screen, session, shell } from 'electron';
import { CHANGED_CHANNEL, type ChangedTopic } from './contract/bridge.ts';
import type { ReturnSource } from './links/sign-in-ports.ts';
import { APP_SCHEME } from './oauth/redirect-uri.ts';
import { APP_ORIGIN, APP_URL, registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { openSignInPage } from './shell/browser.ts';
import { isOurFrame, serveCalls, type Handlers } from './shell/calls.ts';
import { copyText } from './shell/clipboard.ts';
import { systemClock } from './shell/clock.ts';
import { chooseCompanyFile } from './shell/company-file-dialog.ts';
import { appHandlers } from './shell/handlers/app.ts';
import { linkHandlers } from './shell/handlers/link.ts';
import { practiceHandlers } from './shell/handlers/practice.ts';
import { profileHandlers } from './shell/handlers/profile.ts';
import { siteHandlers } from './shell/handlers/sites.ts';
import { createHttp, READ_PARTITION, TOKEN_PARTITION, type Http } from './shell/http.ts';
import { createKeyWrapper } from './shell/key-wrapper.ts';
import { createLogFile } from './shell/log-file.ts';
import { createLog, type Log } from './shell/log.ts';
import { menuTemplate } from './shell/menu.ts';
import { openPreferences } from './shell/open-preferences.ts';
import type { Preferences } from './shell/preferences.ts';
import { openProgram, type Program } from './shell/program.ts';
import { createProxyPassword, type ProxyPassword } from './shell/proxy-password.ts';
import { quitGently } from './shell/quit.ts';
import { systemRandom } from './shell/random.ts';
import { createReturnRoutes } from './shell/return-routes.ts';
import { attachReturns, createInbox, type Inbox } from './shell/returns.ts';
import { isReturnScheme, registerScheme, type Launch } from './shell/scheme.ts';
import { createMainWindow, focusWindow } from './shell/window.ts';
import { rememberBounds, rememberedBounds } from './shell/window-bounds.ts';
import { openWorkplace, type Mode, type Workplace } from './shell/workplace.ts';

const launch: Launch = { isDefaultApp: !app.isPackaged, execPath: process.execPath, appPath: app.getAppPath(), platform: process.platform };

/** The one window; there is none only while the program starts or ends. */
const mainWindow = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];

function bringForward(): void {
  const window = mainWindow();
  if (window) focusWindow(window);
}

function hint(topic: ChangedTopic): void {
  mainWindow()?.webContents.send(CHANGED_CHANNEL, topic);
}

function openHttp(proxyPassword: ProxyPassword): Http {
  const [tokenSession, readSession] = [session.fromPartition(TOKEN_PARTITION, { cache: false }), session.fromPartition(READ_PARTITION, { cache: false })];
  return createHttp({ net, tokenSession, readSession, clock: systemClock, proxyPassword });
}

/** How a mode's stores, company and sign-in are opened. `deliver` takes a return and says whether it belonged to the running sign-in. */
function workplaceOpener(http: Http, log: Log, deliver: (raw: string, source: ReturnSource) => boolean): (mode: Mode) => Promise<Workplace> {
  const routes = createReturnRoutes({ app, launch, deliver: (raw) => deliver(raw, 'loopback') });
  const wrapper = createKeyWrapper(safeStorage, process.platform, app.isPackaged);
  return async (mode) =>
    openWorkplace(mode, {
      dataFolder: app.getPath('userData'), clock: systemClock, random: systemRandom, http, wrapper, routes, log,
      openBrowser: async (url) => openSignInPage(shell, url),
      copyText: async (text) => copyText(clipboard, text.reveal()),
      changed: hint,
    });
}

/** Judges a return and brings the window forward; tells whether it belonged to the running sign-in. */
function receive(program: Program, log: Log, raw: string, source: ReturnSource): boolean {
  const verdict = program.workplace().signIn?.accept(raw, source) ?? { kind: 'nobodyWaiting' };
  log.write(verdict.kind === 'taken' ? 'return.accepted' : 'return.refused', { source });
  if (verdict.kind === 'nobodyWaiting') program.addNotice({ code: 'L-14' });
  bringForward();
  return verdict.kind === 'taken';
}

async function buildProgram(http: Http, proxyPassword: ProxyPassword, preferences: Preferences, log: Log): Promise<Program> {
  const initialNotices = preferences.notice ? [preferences.notice] : [];
  const program: Program = await openProgram({
    version: app.getVersion(), clock: systemClock, http, proxyPassword, preferences, systemShell: shell, initialNotices,
    openWorkplace: workplaceOpener(http, log, (raw, source) => receive(program, log, raw, source)),
    changed: hint,
    copyText: async (text) => copyText(clipboard, text),
    chooseCompanyFile: async () => {
      const window = mainWindow();
      return window ? chooseCompanyFile(dialog, window) : { ok: true, value: null };
    },
  });
  return program;
}

function serveContract(program: Program, log: Log): void {
  const handlers: Handlers = { ...appHandlers(program), ...profileHandlers(program), ...siteHandlers(program), ...linkHandlers(program), ...practiceHandlers(program) };
  serveCalls(
    ipcMain,
    (event) => {
      const ours = mainWindow()?.webContents.mainFrame;
      return ours !== undefined && isOurFrame(event.senderFrame, ours, APP_ORIGIN);
    },
    handlers,
    (event, call) => log.write(`call.${event}`, call ? { call } : {}),
  );
}

function openWindow(preferences: Preferences): void {
  const window = createMainWindow(BrowserWindow, {
    preload: path.join(app.getAppPath(), 'out/preload/preload.cjs'),
    url: APP_URL, title: app.getName(), bounds: rememberedBounds(preferences, screen), devTools: !app.isPackaged,
  });
  rememberBounds(window, preferences);
}

async function start(inbox: Inbox): Promise<void> {
  const dataFolder = app.getPath('userData');
  const log = createLog(createLogFile(path.join(dataFolder, 'logs', 'liaison.log')));
  const preferences = openPreferences(dataFolder, systemClock);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  registerScheme(app, APP_SCHEME, launch);
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'));
  const proxyPassword = createProxyPassword();
  const http = openHttp(proxyPassword);
  const program = await buildProgram(http, proxyPassword, preferences, log);
  serveContract(program, log);
  openWindow(preferences);
  powerMonitor.on('suspend', () => program.workplace().signIn?.interrupted());
  inbox.attach((raw, source) => void receive(program, log, raw, source));
  quitGently(app, async () => {
    await http.stop();
    await program.close();
    log.write('program.quit');
  });
  log.write('program.ready', { mode: program.mode(), packaged: app.isPackaged });
}

// With HTTP/1.1 a fresh connection is certain to carry one request, so that Chromium has no reason to send a token request again.
for (const name of ['disable-http2', 'disable-quic']) app.commandLine.appendSwitch(name);
registerAppScheme(protocol);
if (app.requestSingleInstanceLock()) {
  const inbox = createInbox();
  attachReturns(app, inbox, { argv: process.argv, isReturnScheme, onSecondInstance: bringForward });
  app.on('window-all-closed', () => app.quit());
  // What cannot be expected ends the program loudly instead of leaving it without a window.
  void app.whenReady().then(async () => start(inbox)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    dialog.showErrorBox(app.getName(), 'L-81');
    app.exit(1);
  });
} else app.quit();
