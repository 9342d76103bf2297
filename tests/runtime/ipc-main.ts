import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/** A function that answers `ipcRenderer.invoke`. */
export type InvokeHandler = (event: Electron.IpcMainInvokeEvent, ...parameters: unknown[]) => unknown;

type IpcPart = Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

/** Electron's `ipcMain` and `webContents.ipc`. */
export class IpcMain extends EventEmitter implements IpcPart {
  readonly handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...parameters) => {
      this.removeHandler(channel);
      return handler(event, ...parameters);
    });
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

/** Electron's `ipcMain`. */
export const ipcMain = new IpcMain();
