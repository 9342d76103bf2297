// The smallest program with one window: serves one folder under a scheme of its own and shows its page. Arguments: `--pages=folder`.
const { app, BrowserWindow, protocol } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const folder = process.argv.find((argument) => argument.startsWith('--pages=')).slice('--pages='.length);
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

protocol.registerSchemesAsPrivileged([{ scheme: 'peer', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  protocol.handle('peer', (request) => {
    const file = path.join(folder, new URL(request.url).pathname);
    return new Response(readFileSync(file), { headers: { 'content-type': types[path.extname(file)] ?? 'text/plain' } });
  });
  const window = new BrowserWindow({ width: 1280, height: 720, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('peer://page/index.html');
});
