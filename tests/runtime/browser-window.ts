import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type * as Electron from 'electron';
import { app } from './app.ts';
import { createEvent } from './events.ts';
import { applyTheme } from './native-theme.ts';
import { complete } from './not-implemented.ts';
import { registry } from './registry.ts';
import { debug } from './settings.ts';
import { WebContents } from './web-contents.ts';

type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'loadURL' | 'loadFile' | 'reload' | 'close' | 'destroy' | 'show' | 'showInactive' | 'hide' | 'focus' | 'blur' | 'isFocused' | 'isVisible' | 'isDestroyed' | 'minimize' | 'isMinimized'
  | 'restore' | 'maximize' | 'unmaximize' | 'isMaximized' | 'setFullScreen' | 'isFullScreen' | 'getBounds' | 'getNormalBounds' | 'getContentBounds' | 'setBounds' | 'getSize'
  | 'setSize' | 'getPosition' | 'center' | 'setMinimumSize' | 'setTitle' | 'getTitle' | 'setMenu' | 'removeMenu' | 'setMenuBarVisibility' | 'setAutoHideMenuBar'
  | 'setBackgroundColor' | 'setContentProtection' | 'flashFrame' | 'setProgressBar' | 'id'
>;
type State = 'normal' | 'minimized' | 'maximized' | 'fullScreen';

/** Milliseconds. */
const CLOSE_AGAIN = 200;

/** Electron's `BrowserWindow`. Place, size and state are only remembered; `show` and `focus` bring the page to the front. */
export class BrowserWindow extends EventEmitter implements WindowPart {
  readonly webContents: WebContents;
  readonly id: number;
  isClosing = false;
  private isGone = false;
  private hasPicture = false;
  private isShown: boolean;
  private state: State = 'normal';
  private bounds: Electron.Rectangle;
  private title: string;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!registry.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, show = true, title = app.name } = options;
    this.bounds = { x, y, width, height };
    this.isShown = show;
    this.title = title;
    const self = complete<BrowserWindow>('BrowserWindow', this);
    const owner = { isGone: () => self.isGone, close: () => self.close(), focus: () => self.focus(), firstPicture: () => self.firstPicture() };
    this.webContents = complete('webContents', new WebContents(owner, options.webPreferences ?? {}, width, height));
    this.id = this.webContents.id;
    applyTheme(this.webContents);
    registry.windows.add(self);
    app.emit('web-contents-created', createEvent({}), this.webContents);
    app.emit('browser-window-created', createEvent({}), self);
    // oxlint-disable-next-line no-constructor-return -- what the app holds must throw by name
    return self;
  }

  async loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  async loadFile(file: string): Promise<void> {
    return this.webContents.loadFile(file);
  }
  reload(): void {
    this.webContents.reload();
  }
  close(): void {
    if (this.isClosing) return;
    const event = createEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    this.closePage().catch(() => this.pageIsGone());
  }
  /** Chromium closed the page. */
  pageIsGone(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.isClosing = true;
    registry.windows.delete(this);
    if (registry.focused === this) registry.focused = null;
    this.webContents.emit('destroyed');
    this.emit('closed', createEvent({}));
    if (registry.windows.size > 0 || app.isQuitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
  isDestroyed(): boolean {
    return this.isGone;
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    this.isShown = true;
    this.emit('show');
  }
  hide(): void {
    this.isShown = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.isShown;
  }
  focus(): void {
    if (this.isGone) throw new TypeError('Object has been destroyed');
    registry.focused = this;
    this.emit('focus');
    app.emit('browser-window-focus', createEvent({}), this);
    this.webContents.ready.then(
      () => this.webContents.page.tell('Page.bringToFront'),
      () => undefined,
    );
  }
  blur(): void {
    if (registry.focused === this) registry.focused = null;
    this.emit('blur');
  }
  isFocused(): boolean {
    return registry.focused === this;
  }
  minimize(): void {
    this.enter('minimized', 'minimize');
  }
  isMinimized(): boolean {
    return this.state === 'minimized';
  }
  restore(): void {
    this.enter('normal', 'restore');
  }
  maximize(): void {
    this.enter('maximized', 'maximize');
  }
  unmaximize(): void {
    this.enter('normal', 'unmaximize');
  }
  isMaximized(): boolean {
    return this.state === 'maximized';
  }
  setFullScreen(isFull: boolean): void {
    this.enter(isFull ? 'fullScreen' : 'normal', isFull ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen(): boolean {
    return this.state === 'fullScreen';
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }
  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }
  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y];
  }
  center(): void {
    debug('BrowserWindow.center');
  }
  setMinimumSize(): void {
    debug('BrowserWindow.setMinimumSize');
  }
  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  setMenu(): void {
    debug('BrowserWindow.setMenu');
  }
  removeMenu(): void {
    debug('BrowserWindow.removeMenu');
  }
  setMenuBarVisibility(): void {
    debug('BrowserWindow.setMenuBarVisibility');
  }
  setAutoHideMenuBar(): void {
    debug('BrowserWindow.setAutoHideMenuBar');
  }
  setBackgroundColor(): void {
    debug('BrowserWindow.setBackgroundColor');
  }
  setContentProtection(): void {
    debug('BrowserWindow.setContentProtection');
  }
  flashFrame(): void {
    debug('BrowserWindow.flashFrame');
  }
  setProgressBar(): void {
    debug('BrowserWindow.setProgressBar');
  }

  /** Chromium forgets a close that meets a navigation just being committed, so it is asked until the page is gone; for one that is gone it rejects. */
  private async closePage(): Promise<void> {
    await this.webContents.ready;
    while (!this.isGone) {
      await this.webContents.page.close();
      await setTimeout(CLOSE_AGAIN);
    }
  }
  private firstPicture(): void {
    if (this.hasPicture) return;
    this.hasPicture = true;
    this.emit('ready-to-show', createEvent({}));
  }
  private enter(state: State, event: string): void {
    this.state = state;
    this.emit(event);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...registry.windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return registry.focused;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }
}
