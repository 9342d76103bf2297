import { EventEmitter } from 'node:events';
import type { BrowserWindow, Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCameraPermission } from '../../../electron/shell/camera.ts';
import { createMainWindow, focusWindow, hardenSession, hardenWebContents, windowOptions } from '../../../electron/shell/window.ts';

const OURS = 'app://liaison/index.html';
const camera = createCameraPermission('app://liaison', 'linux', { askForMediaAccess: async () => false });
const options = { preload: '/x/preload.cjs', url: OURS, title: 'Liaison', bounds: null, devTools: false, camera };

/** A spied member of Electron's; what it is given is looked at by the test. */
const spy = () => vi.fn<(...given: Given[]) => unknown>();
// What Electron is given here are functions and false; a test that reads the wrong one fails.
type Given = (...values: unknown[]) => unknown;

function fakeContents() {
  return Object.assign(new EventEmitter(), { setWindowOpenHandler: spy(), session: fakeSession() });
}

function fakeSession() {
  return Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: spy(), setPermissionCheckHandler: spy(), setDevicePermissionHandler: spy(),
    setDisplayMediaRequestHandler: spy(), setSpellCheckerEnabled: spy(),
  });
}

/** Emits `name` and tells whether a listener prevented what Electron would do. */
function isPrevented(emitter: EventEmitter, name: string, details: object = {}, ...rest: unknown[]): boolean {
  const preventDefault = spy();
  emitter.emit(name, { ...details, preventDefault }, ...rest);
  return preventDefault.mock.calls.length > 0;
}

describe('the window', () => {
  it('has the sandbox, an isolated page and no Node', () => {
    const { webPreferences } = windowOptions(options);
    expect(webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, webviewTag: false, spellcheck: false, devTools: false, preload: '/x/preload.cjs',
    });
  });

  it('opens at its default size or where it was, never smaller than the screens allow', () => {
    expect(windowOptions(options)).toMatchObject({ width: 1280, height: 720, minWidth: 960, minHeight: 640, show: false });
    expect(windowOptions({ ...options, bounds: { x: 5, y: 6, width: 1000, height: 700 } })).toMatchObject({ x: 5, y: 6, width: 1000, height: 700, minWidth: 960 });
  });

  it('is hardened before it loads, and shown when its first picture is ready', () => {
    const order: string[] = [];
    const contents = fakeContents();
    contents.setWindowOpenHandler.mockImplementation(() => order.push('hardened'));
    const show = spy();
    class Window extends EventEmitter {
      readonly webContents = contents;
      readonly show = show;
      async loadURL(url: string): Promise<void> {
        order.push(url);
      }
    }
    const window = createMainWindow(Window as unknown as typeof BrowserWindow, options);
    expect(order).toEqual(['hardened', OURS]);
    expect(show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(show).toHaveBeenCalledOnce();
  });

  it.each(['did-start-loading', 'render-process-gone', 'destroyed'])('takes the camera from a page that goes (%s)', (event) => {
    const contents = fakeContents();
    const close = vi.fn<() => void>();
    class Window extends EventEmitter {
      readonly webContents = contents;
      async loadURL(): Promise<void> {
        // Nothing is loaded here.
      }
    }
    createMainWindow(Window as unknown as typeof BrowserWindow, { ...options, camera: { ...camera, close } });
    contents.emit(event);
    expect(close).toHaveBeenCalledOnce();
  });

  it('comes to the front, restored when it was minimised', () => {
    const calls: string[] = [];
    const window = { isMinimized: () => true, restore: () => void calls.push('restore'), show: () => void calls.push('show'), focus: () => void calls.push('focus') };
    focusWindow(window);
    expect(calls).toEqual(['restore', 'show', 'focus']);
  });
});

describe('a hardened page', () => {
  let contents = fakeContents();
  beforeEach(() => {
    contents = fakeContents();
    hardenWebContents(contents as unknown as WebContents, (url) => url === OURS);
  });

  it.each(['https://example.com/', 'app://liaison/other.html', 'file:///etc/passwd', 'javascript:alert(1)', 'liaison://auth/callback'])('does not go to %s', (url) => {
    expect(isPrevented(contents, 'will-navigate', { url })).toBe(true);
    expect(isPrevented(contents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  it('may be loaded again, but not into a frame', () => {
    expect(isPrevented(contents, 'will-navigate', { url: OURS })).toBe(false);
    expect(isPrevented(contents, 'will-frame-navigate', { url: OURS, isMainFrame: true })).toBe(false);
    expect(isPrevented(contents, 'will-frame-navigate', { url: OURS, isMainFrame: false })).toBe(true);
  });

  it('follows no redirect, embeds no page, opens no window, picks no device', () => {
    const pick = spy();
    expect(isPrevented(contents, 'will-redirect', { url: OURS })).toBe(true);
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
    expect(isPrevented(contents, 'select-bluetooth-device', {}, [], pick)).toBe(true);
    expect(pick).toHaveBeenCalledWith('');
    expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]?.()).toEqual({ action: 'deny' });
  });
});

describe('a hardened session', () => {
  let session = fakeSession();
  beforeEach(() => {
    session = fakeSession();
    hardenSession(session as unknown as Session, camera);
  });

  it('gives no permission and no device', () => {
    const granted = spy();
    session.setPermissionRequestHandler.mock.calls[0]?.[0]?.({}, 'geolocation', granted, { isMainFrame: true, requestingUrl: OURS });
    expect(granted).toHaveBeenCalledWith(false);
    expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]?.({}, 'clipboard-read', OURS, { isMainFrame: true })).toBe(false);
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]?.({})).toBe(false);
    const streams = spy();
    session.setDisplayMediaRequestHandler.mock.calls[0]?.[0]?.({}, streams);
    expect(streams).toHaveBeenCalledWith(null);
  });

  it('selects nothing and downloads nothing', () => {
    const callback = spy();
    expect(isPrevented(session, 'select-hid-device', {}, {}, callback)).toBe(true);
    expect(isPrevented(session, 'select-usb-device', {}, {}, callback)).toBe(true);
    expect(isPrevented(session, 'select-serial-port', {}, [], {}, callback)).toBe(true);
    expect(callback.mock.calls).toEqual([[], [], ['']]);
    expect(isPrevented(session, 'will-download')).toBe(true);
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });
});
