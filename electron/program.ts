import path from 'node:path';
import {
  app, autoUpdater, clipboard, dialog, ipcMain, net, Notification, powerMonitor, safeStorage, session, shell, type BrowserWindow, type IpcMainInvokeEvent,
} from 'electron';
import { CHANGED_CHANNEL, type ChangedTopic } from './contract/bridge.ts';
import type { ReturnSource } from './links/sign-in-ports.ts';
import { APP_ORIGIN } from './shell/app-protocol.ts';
import { renewWithoutWindow } from './shell/background-work.ts';
import type { Base } from './shell/base.ts';
import { isOurFrame, serveCalls } from './shell/calls.ts';
import type { CameraPermission } from './shell/camera.ts';
import { copyText } from './shell/clipboard.ts';
import { systemClock } from './shell/clock.ts';
import { chooseCompanyFile } from './shell/company-file-dialog.ts';
import { openDesks } from './shell/desks.ts';
import { openEquipment, type Equipment } from './shell/equipment.ts';
import { handlersOf } from './shell/handlers/all.ts';
import { calmHints } from './shell/hints.ts';
import { createKeyWrapper } from './shell/key-wrapper.ts';
import { watchNotices } from './shell/notices.ts';
import { watchPower } from './shell/power.ts';
import { openProgram, type Program, type Running } from './shell/program.ts';
import { systemRandom } from './shell/random.ts';
import { openReadyForSite, yieldingRoutes, type ReadyForSite } from './shell/readiness/open.ts';
import { receiveReturn } from './shell/receive.ts';
import { menuThatFollows } from './shell/recent.ts';
import { createReturnRoutes } from './shell/return-routes.ts';
import type { Inbox } from './shell/returns.ts';
import type { Launch } from './shell/scheme.ts';
import type { SecondStarts } from './shell/second-starts.ts';
import { workBeside } from './shell/storage/file-thread.ts';
import { openWorkplace, type Mode, type Workplace } from './shell/workplace.ts';

/** What stands before the program is composed: the first half of the composition root is `main.ts`. */
export interface Front {
  readonly base: Base;
  readonly launch: Launch;
  readonly camera: CameraPermission;
  readonly inbox: Inbox;
  readonly secondStarts: SecondStarts;
  /** A start at login, which opens no window. */
  readonly isBackground: boolean;
  readonly window: () => BrowserWindow | undefined;
  /** Opens the window, or brings it to the front when there is one. */
  readonly showWindow: () => void;
}

/** The same with all that is opened once the window is requested. */
type Equipped = Front & { readonly base: Equipment };

const wrapper = createKeyWrapper(safeStorage, process.platform, app.isPackaged);

/** How a mode's stores, company and links are opened. `deliver` takes a return and says whether it belonged to the running sign-in. */
function workplaceOpener({ base, launch }: Equipped, hint: (topic: ChangedTopic) => void, ready: ReadyForSite, deliver: (raw: string, source: ReturnSource) => boolean): (mode: Mode) => Promise<Workplace> {
  const { http, log, calm, preferences, background, browser, keyOpened, isOnline, simulation } = base;
  const work = workBeside(path.join(app.getAppPath(), 'out/worker/worker.cjs'), () => log.write('storage.noThread'));
  const routes = yieldingRoutes(createReturnRoutes({ app, launch, deliver: (raw) => deliver(raw, 'loopback') }), ready.loop);
  return async (mode) =>
    openWorkplace(mode, {
      dataFolder: app.getPath('userData'), clock: systemClock, random: systemRandom, http, wrapper, work, routes, log, calm, browser, keyOpened, isOnline, simulation,
      askBackground: () => mode === 'real' && background.state() === 'off' && !preferences.get('backgroundAnswered'),
      who: () => preferences.get('personName'), changed: hint,
    });
}

async function build(front: Equipped): Promise<Program> {
  const { base, launch, camera, window, showWindow, isBackground } = front;
  const { proxyPassword, preferences, background, browser, clockWitness } = base;
  const hint = calmHints((topic) => window()?.webContents.send(CHANGED_CHANNEL, topic), systemClock);
  const initialNotices = preferences.notice ? [preferences.notice] : [];
  const ready = openReadyForSite({ app, net, session, powerMonitor, shell, launch, wrapper, base, privateBrowser: async () => browser.privateBrowser(), program: () => program });
  const program: Program = await openProgram({
    version: app.getVersion(), clock: systemClock, proxyPassword, preferences, background, browser, clockWitness, ready, initialNotices, camera,
    ...openDesks({ app, dialog, shell, net, session, squirrel: () => autoUpdater, launch, base, window, program: () => program }),
    // Real links are renewed at login though practice was left on.
    firstMode: isBackground ? 'real' : preferences.get('mode'),
    openWorkplace: workplaceOpener(front, hint, ready, (raw, source) => receiveReturn(program, base.log, showWindow, raw, source)),
    ...menuThatFollows(base.dress, hint, () => program),
    copyText: async (text) => copyText(clipboard, text),
    chooseCompanyFile: async () => chooseCompanyFile(dialog, window(), preferences.get('language')),
  });
  return program;
}

function serveContract({ window, base: { log } }: Equipped, program: Promise<Program>): void {
  const isTrusted = ({ senderFrame }: IpcMainInvokeEvent): boolean => {
    const ours = window()?.webContents.mainFrame;
    return ours !== undefined && isOurFrame(senderFrame, ours, APP_ORIGIN);
  };
  serveCalls(ipcMain, isTrusted, program.then(handlersOf), (event, call) => log.write(`call.${event}`, call ? { call } : {}));
}

/** A start at login renews what is due and ends, unless somebody opens the window meanwhile. */
function begin(program: Program, { base, isBackground, window, showWindow: open }: Equipped): void {
  if (isBackground) return void renewWithoutWindow({ program, ...base, Notification, clock: systemClock, open, isOpen: () => window() !== undefined, quit: () => app.quit() });
  // The page asks for the list in a moment and has its own files to read until then. What goes wrong here goes wrong there, too, and is told.
  program.workplace().sites?.prepare(systemClock.now()).catch(() => undefined);
  return program.keepAlive();
}

/** Opens storage and everything that works on it, and answers the window, which may be asking already. */
export async function openWhole(given: Front): Promise<Running> {
  const front: Equipped = { ...given, base: openEquipment({ app, net, session, shell, clipboard, launch: given.launch }, given.base) };
  const { base, inbox, secondStarts, showWindow } = front;
  const { calm, log, http } = base;
  const opening = build(front);
  serveContract(front, opening);
  const program = await opening;
  // The menu bar knows the sites that were opened last from now on.
  program.settingsChanged();
  begin(program, front);
  watchNotices({ Notification, program: () => program, preferences: base.preferences, clock: systemClock, log, window: front.window, open: showWindow });
  watchPower({ app, powerMonitor, calm, program, log });
  app.on('activate', showWindow);
  secondStarts.attach(showWindow);
  program.ready.loop.resume();
  inbox.attach((raw, source) => void receiveReturn(program, log, showWindow, raw, source));
  log.write('program.ready', { mode: program.mode(), packaged: app.isPackaged });
  return { program, http, log };
}
