const { app, BrowserWindow, ipcMain, protocol, safeStorage, session } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const record = { navigations: [], windows: [], links: [], permissions: [], tooEarly: '' };
globalThis.record = record;
const files = { '/index.html': 'text/html', '/page.js': 'text/javascript' };
let window;

function serve(request) {
  const { pathname } = new URL(request.url);
  if (!(pathname in files)) return new Response('not found', { status: 404 });
  const headers = { 'content-type': files[pathname], 'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'" };
  return new Response(readFileSync(path.join(__dirname, pathname)), { headers });
}

function listen() {
  ipcMain.handle('echo', (event, ...values) => ({ values, kinds: values.map((value) => Object.prototype.toString.call(value)), sender: event.senderFrame.url }));
  ipcMain.handle('fail', () => {
    throw new TypeError('no such thing');
  });
  ipcMain.handle('seal', async (_event, text) => {
    const blob = await safeStorage.encryptStringAsync(text);
    const { result } = await safeStorage.decryptStringAsync(blob);
    return { result, isHidden: !blob.includes(Buffer.from(text)) };
  });
}

function hear(url) {
  record.links.push(url);
  window.webContents.send('link', url);
}

function start() {
  protocol.handle('app', serve);
  session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
    record.permissions.push(permission);
    callback(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
  listen();
  window = new BrowserWindow({ webPreferences: { preload: path.join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true } });
  window.webContents.on('will-navigate', (event) => {
    record.navigations.push(event.url);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    record.windows.push(url);
    return { action: 'deny' };
  });
  void window.loadURL('app://bundle/index.html');
}

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
try {
  record.tooEarly = `made ${String(new BrowserWindow().id)}`;
} catch (error) {
  record.tooEarly = error.message;
}
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => {
    const url = argv.find((argument) => argument.startsWith('selftest:'));
    if (url) hear(url);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    hear(url);
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}
