const { contextBridge, ipcRenderer } = require('electron');

globalThis.onlyInPreload = 'preload';
contextBridge.exposeInMainWorld('api', {
  invoke: (channel, ...parameters) => ipcRenderer.invoke(channel, ...parameters),
  onLink: (listener) => {
    ipcRenderer.on('link', (_event, url) => listener(url));
  },
  double: (number) => number * 2,
  constants: { platform: process.platform },
});
