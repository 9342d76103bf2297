import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import type * as Electron from 'electron';
import { AppPaths } from './app-paths.ts';
import { startChromium } from './chromium.ts';
import { CommandLine } from './command-line.ts';
import { createEvent } from './events.ts';
import { complete } from './not-implemented.ts';
import { ProtocolClients } from './protocol-clients.ts';
import { registry } from './registry.ts';
import { debug, settings } from './settings.ts';
import { SingleInstanceLock } from './single-instance.ts';

type AppPart = Pick<
  Electron.App,
  | 'whenReady' | 'isReady' | 'quit' | 'exit' | 'relaunch' | 'focus' | 'hide' | 'show' | 'getPath' | 'setPath' | 'setAppLogsPath' | 'getAppPath' | 'getName' | 'setName'
  | 'getVersion' | 'getLocale' | 'getSystemLocale' | 'getLocaleCountryCode' | 'getPreferredSystemLanguages' | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock' | 'releaseSingleInstanceLock' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient' | 'isDefaultProtocolClient'
  | 'getApplicationInfoForProtocol' | 'getApplicationNameForProtocol' | 'setAppUserModelId' | 'setAboutPanelOptions' | 'enableSandbox'
  | 'disableHardwareAcceleration' | 'setBadgeCount' | 'isPackaged' | 'name' | 'dock'
>;

/** How a folder describes its app. */
export interface AppManifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

/** Electron's `app`. */
export class App extends EventEmitter implements AppPart {
  readonly isPackaged = false;
  readonly dock = undefined;
  readonly commandLine = complete('commandLine', new CommandLine());
  name = 'Electron';
  isQuitting = false;
  private folder = '.';
  private version = '0.0.0';
  private lock: SingleInstanceLock | undefined;
  private readonly paths = new AppPaths();
  private readonly clients = new ProtocolClients();
  private readonly relaunches: Required<Electron.RelaunchOptions>[] = [];
  private readonly readiness = Promise.withResolvers<void>();

  /** Tells which app this is; before its entry module runs. */
  describe(folder: string, { name, productName, version }: AppManifest): void {
    this.folder = folder;
    this.name = productName ?? name ?? this.name;
    this.version = version ?? this.version;
  }

  /** Starts Chromium and becomes ready; after the entry module was evaluated, as in Electron. `prepare` runs just before. */
  async start(prepare: () => Promise<void>): Promise<void> {
    if (registry.isExiting) return;
    const profile = path.join(this.getPath('userData'), '_chromium');
    registry.chromium = await startChromium({ profile, switches: this.commandLine.forChromium(), onExit: (reason) => this.lostChromium(reason) });
    await prepare();
    if (registry.isExiting) return;
    // Nothing else may keep the process alive when the app has no window.
    setInterval(() => undefined, 2 ** 30);
    this.emit('will-finish-launching');
    registry.isReady = true;
    this.readiness.resolve();
    this.emit('ready', createEvent({}), {});
  }

  async whenReady(): Promise<void> {
    return this.readiness.promise;
  }
  isReady(): boolean {
    return registry.isReady;
  }
  getVersion(): string {
    return this.version;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getAppPath(): string {
    return this.folder;
  }
  getLocale(): string {
    return process.env['STANDIN_LOCALE'] ?? 'en-GB';
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getLocaleCountryCode(): string {
    return this.getLocale().split('-')[1] ?? '';
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  getPath(name: string): string {
    return this.paths.get(name, this.name);
  }
  setPath(name: string, folder: string): void {
    this.paths.set(name, folder);
  }
  setAppLogsPath(folder?: string): void {
    this.paths.set('logs', folder ?? path.join(this.getPath('userData'), 'logs'));
  }
  setAsDefaultProtocolClient(scheme: string, executable?: string): boolean {
    return this.clients.set(scheme, executable);
  }
  removeAsDefaultProtocolClient(scheme: string): boolean {
    return this.clients.remove(scheme);
  }
  isDefaultProtocolClient(scheme: string): boolean {
    return this.clients.has(scheme);
  }
  async getApplicationInfoForProtocol(url: string): Promise<Electron.ApplicationInfoForProtocolReturnValue> {
    return this.clients.information(url, this.name);
  }
  getApplicationNameForProtocol(url: string): string {
    return this.clients.name(url, this.name);
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    if (this.lock) return true;
    const lock = new SingleInstanceLock(this.getPath('userData'));
    const isFirst = lock.acquire({ argv: process.argv, workingDirectory: process.cwd(), additionalData }, (second) => {
      void this.readiness.promise.then(() => this.emit('second-instance', createEvent({}), second.argv, second.workingDirectory, second.additionalData));
    });
    if (isFirst) this.lock = lock;
    return isFirst;
  }
  hasSingleInstanceLock(): boolean {
    return this.lock !== undefined;
  }
  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = undefined;
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.relaunches.push({ execPath: options.execPath ?? settings.executable, args: options.args ?? process.argv.slice(1) });
  }
  quit(): void {
    if (this.isQuitting || registry.isExiting) return;
    this.isQuitting = true;
    this.closeEverything().then(
      (closed) => {
        if (closed) this.exit(0);
        else this.isQuitting = false;
      },
      (error: unknown) => {
        console.error(error);
        this.exit(1);
      },
    );
  }
  /** The process ends in the next turn of the loop: the running function still comes to its end, as in Electron. */
  exit(code = 0): void {
    if (registry.isExiting) return;
    registry.isExiting = true;
    this.emit('quit', createEvent({}), code);
    this.releaseSingleInstanceLock();
    for (const { execPath, args } of this.relaunches) spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref();
    setImmediate(() => process.exit(code));
  }

  focus(): void {
    debug('app.focus');
  }
  hide(): void {
    debug('app.hide');
  }
  show(): void {
    debug('app.show');
  }
  setAppUserModelId(id: string): void {
    debug('app.setAppUserModelId', id);
  }
  setAboutPanelOptions(): void {
    debug('app.setAboutPanelOptions');
  }
  enableSandbox(): void {
    debug('app.enableSandbox: every page is in a sandbox');
  }
  disableHardwareAcceleration(): void {
    debug('app.disableHardwareAcceleration: it is never on');
  }
  setBadgeCount(): boolean {
    return false;
  }

  private async closeEverything(): Promise<boolean> {
    const before = createEvent({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return false;
    for (const window of registry.windows) {
      window.close();
      if (!window.isClosing) return false;
    }
    await Promise.all([...registry.windows].map(async (window) => once(window, 'closed')));
    const will = createEvent({});
    this.emit('will-quit', will);
    return !will.defaultPrevented;
  }

  private lostChromium(reason: string): void {
    if (registry.isExiting) return;
    console.error(`stand-in: ${reason}`);
    this.exit(1);
  }
}

/** Electron's `app`. */
export const app = complete('app', new App());

process.on('exit', () => {
  registry.chromium?.process.kill('SIGKILL');
  app.releaseSingleInstanceLock();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
