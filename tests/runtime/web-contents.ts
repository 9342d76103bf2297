import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import { app } from './app.ts';
import { decode, encode } from './codec.ts';
import { createEvent } from './events.ts';
import { IpcMain, ipcMain } from './ipc-main.ts';
import { imageOf } from './native-image.ts';
import { complete, notImplemented } from './not-implemented.ts';
import { Page, type TargetInfo } from './page.ts';
import { listenToPage } from './page-events.ts';
import { heldRequests } from './page-requests.ts';
import type { ToMain, ToPage } from './page-preload.ts';
import { BINDING, pageScript, preloadScript, WORLD } from './page-scripts.ts';
import { closePopup } from './popup.ts';
import { applyMediaPermissions } from './permissions.ts';
import { registry } from './registry.ts';
import { originOf, toChromium } from './schemes.ts';
import { type Session, windowSession } from './session.ts';
import { debug } from './settings.ts';

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type ContentsPart = Pick<
  Electron.WebContents,
  | 'loadURL' | 'loadFile' | 'reload' | 'send' | 'executeJavaScript' | 'capturePage' | 'printToPDF' | 'setWindowOpenHandler' | 'getURL' | 'getTitle' | 'isDestroyed' | 'isLoading'
  | 'isCrashed' | 'getType' | 'close' | 'focus' | 'isFocused' | 'openDevTools' | 'closeDevTools' | 'isDevToolsOpened' | 'setZoomFactor' | 'getZoomFactor'
  | 'setVisualZoomLevelLimits' | 'id'
>;

/** What a web contents needs of its window. */
export interface Owner {
  readonly isGone: () => boolean;
  readonly close: () => void;
  readonly focus: () => void;
  readonly firstPicture: () => void;
}

/** Sizes by name as Electron has them, in inches as Chromium takes them. */
const paperSizes: Readonly<Record<string, { readonly paperWidth: number; readonly paperHeight: number }>> = { A4: { paperWidth: 8.27, paperHeight: 11.7 }, Letter: { paperWidth: 8.5, paperHeight: 11 } };

let lastId = 0;

function createFrame(contents: WebContents): Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent' | 'routingId' | 'processId' | 'isDestroyed' | 'send'> {
  return complete('webFrameMain', {
    get url() {
      return contents.getURL();
    },
    get origin() {
      return originOf(contents.getURL());
    },
    get top(): unknown {
      return contents.mainFrame;
    },
    parent: null,
    frames: [],
    framesInSubtree: [],
    routingId: 1,
    processId: contents.id,
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
    send: (channel: string, ...parameters: unknown[]) => contents.send(channel, ...parameters),
  });
}

function refuseUnsafe({ nodeIntegration, contextIsolation, sandbox, partition, session }: Electron.WebPreferences): void {
  if (nodeIntegration || contextIsolation === false || sandbox === false) throw new Error('stand-in: webPreferences other than a sandbox with context isolation and without Node are not implemented');
  if (partition !== undefined || session !== undefined) throw new Error('stand-in: a window with a session of its own is not implemented');
}

/** Electron's `WebContents`: one page of Chromium. */
export class WebContents extends EventEmitter implements ContentsPart {
  readonly id = (lastId += 1);
  readonly page = new Page();
  readonly ipc = complete('webContents.ipc', new IpcMain());
  readonly session: Session = windowSession();
  readonly mainFrame = createFrame(this);
  readonly ready: Promise<void>;
  url = '';
  loading = false;
  /** The preload's world in the document that is shown. */
  world: string | undefined;
  navigationType = '';
  popup: { readonly url: string; readonly windowName: string; readonly windowFeatures: readonly string[] } | undefined;
  readonly owner: Owner;
  private ownNavigation: string | undefined;
  private hasCrashed = false;
  private zoomFactor = 1;
  private openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  private readonly preferences: Electron.WebPreferences;

  constructor(owner: Owner, preferences: Electron.WebPreferences, width: number, height: number) {
    super();
    refuseUnsafe(preferences);
    this.setMaxListeners(0);
    this.owner = owner;
    this.preferences = preferences;
    this.ready = this.open(width, height);
    this.ready.catch((error: unknown) => {
      if (!registry.isExiting) console.error('stand-in: the window could not be opened:', error);
    });
  }

  async loadURL(url: string): Promise<void> {
    await this.ready;
    const address = toChromium(url);
    this.ownNavigation = address;
    const loaded = once(this, 'did-finish-load');
    const { errorText } = await this.page.send<{ readonly errorText?: string }>('Page.navigate', { url: address });
    if (errorText === undefined) await loaded;
    else {
      this.emit('did-fail-load', createEvent({}), -2, errorText, url, true);
      throw Object.assign(new Error(`${errorText.replace(/^net::/, '')} (-2) loading '${url}'`), { code: errorText.replace(/^net::/, ''), url });
    }
  }
  async loadFile(file: string): Promise<void> {
    await this.loadURL(pathToFileURL(path.resolve(app.getAppPath(), file)).href);
  }
  reload(): void {
    this.ownNavigation = toChromium(this.url);
    this.page.tell('Page.reload');
  }
  send(channel: string, ...parameters: unknown[]): void {
    const message: ToPage = { type: 'message', channel, parameters };
    // What cannot be cloned throws at the caller, as in Electron.
    encode(message);
    void this.ready.then(() => this.post(message));
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.ready;
    const parameters = { expression: code, awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails } = await this.page.send<{
      readonly result: { readonly value?: unknown };
      readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
    }>('Runtime.evaluate', parameters);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  async capturePage(): Promise<Electron.NativeImage> {
    const { data } = await this.page.send<{ readonly data: string }>('Page.captureScreenshot');
    return imageOf(Buffer.from(data, 'base64'));
  }
  async printToPDF({ landscape = false, printBackground = false, preferCSSPageSize = false, generateTaggedPDF = false, pageSize = 'Letter' }: Electron.PrintToPDFOptions): Promise<Buffer> {
    const paper = typeof pageSize === 'string' ? paperSizes[pageSize] : undefined;
    if (!paper) throw notImplemented(`printToPDF with pageSize ${JSON.stringify(pageSize)}`);
    const { data } = await this.page.send<{ readonly data: string }>('Page.printToPDF', { landscape, printBackground, preferCSSPageSize, generateTaggedPDF, ...paper });
    return Buffer.from(data, 'base64');
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.url;
  }
  getTitle(): string {
    return app.name;
  }
  isDestroyed(): boolean {
    return this.owner.isGone();
  }
  isLoading(): boolean {
    return this.loading;
  }
  isCrashed(): boolean {
    return this.hasCrashed;
  }
  getType(): 'window' {
    return 'window';
  }
  close(): void {
    this.owner.close();
  }
  focus(): void {
    this.owner.focus();
  }
  isFocused(): boolean {
    return registry.focused?.webContents.id === this.id;
  }
  openDevTools(): void {
    debug('openDevTools: use Playwright');
  }
  closeDevTools(): void {
    debug('closeDevTools');
  }
  isDevToolsOpened(): boolean {
    return false;
  }
  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }
  getZoomFactor(): number {
    return this.zoomFactor;
  }
  async setVisualZoomLevelLimits(): Promise<void> {
    debug('setVisualZoomLevelLimits');
  }

  /** True, once, if the main process itself wanted this navigation (an address as Chromium sees it), or it repeats an earlier one. */
  takeOwnNavigation(address: string): boolean {
    const isOwn = this.ownNavigation === address || /^(reload|restore|history)/.test(this.navigationType);
    if (isOwn) this.ownNavigation = undefined;
    return isOwn;
  }
  startsLoading(url: string): void {
    this.loading = true;
    this.emit('did-start-navigation', createEvent({ url, isMainFrame: true, isSameDocument: false }));
    this.emit('did-start-loading');
  }
  crashed(exitCode: number): void {
    this.hasCrashed = true;
    const details = { reason: 'crashed', exitCode };
    this.emit('render-process-gone', createEvent({}), details);
    app.emit('render-process-gone', createEvent({}), this, details);
  }
  /** A page opened a window: the handler is asked, and whatever it says the window is closed. */
  refusePopup(target: TargetInfo, sessionId: string): void {
    const { url, windowName, windowFeatures } = this.popup ?? { url: target.url, windowName: '', windowFeatures: [] };
    this.popup = undefined;
    const details = { url, frameName: windowName, features: windowFeatures.join(','), disposition: 'new-window', referrer: { url: '', policy: 'default' } } as const;
    if (this.openHandler(details).action !== 'deny') console.error('stand-in: windows opened by a page are not implemented; closing', url);
    void closePopup(target, sessionId);
  }

  /** A message of the preload arrived. */
  receive(text: string): void {
    const message = decode(text) as ToMain;
    if (message.type === 'preloadError') {
      console.error('Unable to load preload script', message.message);
      this.emit('preload-error', createEvent({}), this.preferences.preload, new Error(message.message));
      return;
    }
    const event = this.ipcEvent();
    if (message.type === 'invoke') {
      void this.answer(message, event);
      return;
    }
    this.emit('ipc-message', event, message.channel, ...message.parameters);
    this.ipc.emit(message.channel, event, ...message.parameters);
    ipcMain.emit(message.channel, event, ...message.parameters);
  }

  private ipcEvent(): Electron.IpcMainInvokeEvent {
    const reply = (channel: string, ...parameters: unknown[]): void => this.send(channel, ...parameters);
    return createEvent({ type: 'frame', sender: this, senderFrame: this.mainFrame, frameId: 1, processId: this.id, reply }) as unknown as Electron.IpcMainInvokeEvent;
  }

  private async answer({ id, channel, parameters }: Extract<ToMain, { readonly type: 'invoke' }>, event: Electron.IpcMainInvokeEvent): Promise<void> {
    try {
      const handler = this.ipc.handlers.get(channel) ?? ipcMain.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value = await handler(event, ...parameters);
      await applyMediaPermissions(this.session, this as unknown as Electron.WebContents, this.getURL());
      this.post({ type: 'answer', id, value });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      this.post({ type: 'failure', id, error: String(error) });
    }
  }

  private post(message: ToPage): void {
    if (this.world === undefined) return;
    this.page.tell('Runtime.evaluate', { expression: `standinIn(${JSON.stringify(encode(message))})`, uniqueContextId: this.world });
  }

  private async open(width: number, height: number): Promise<void> {
    await this.page.open(width, height);
    listenToPage(this);
    await Promise.all([
      this.page.send('Page.enable'),
      this.page.send('Runtime.enable'),
      this.page.send('Fetch.enable', heldRequests(this)),
      this.page.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      this.page.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript() }),
      this.page.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(this.preferences.preload), worldName: WORLD }),
      this.page.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  static getAllWebContents(): WebContents[] {
    return [...registry.windows].map((window) => window.webContents);
  }
  static fromId(id: number): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.id === id);
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.page.targetId === targetId);
  }
  static getFocusedWebContents(): WebContents | null {
    return registry.focused?.webContents ?? null;
  }
}
