/*
 * What a sandboxed preload script finds: `require('electron')`, `process`, `module`. Injected as source text into the isolated world together
 * with codec.ts and page-bridge.ts; every function stands in `preloadFunctions` and uses only those.
 */
import { decode, encode } from './codec.ts';
import { startBridge } from './page-bridge.ts';

/** From the preload to main. */
export type ToMain =
  | { readonly type: 'send'; readonly channel: string; readonly parameters: unknown[] }
  | { readonly type: 'invoke'; readonly id: number; readonly channel: string; readonly parameters: unknown[] }
  | { readonly type: 'preloadError'; readonly message: string };

/** From main to the preload. */
export type ToPage =
  | { readonly type: 'message'; readonly channel: string; readonly parameters: readonly unknown[] }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly error: string };

type Listener = ((...parameters: unknown[]) => void) & { listener?: unknown };

interface World {
  /** Chromium's binding to main; exists in this world only. */
  standinOut: (text: string) => void;
}

interface Ipc {
  readonly listeners: Map<string, Listener[]>;
  readonly waiting: Map<number, { readonly channel: string; readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>;
  lastId: number;
}

type PreloadSource = (require: unknown, process: unknown, module: unknown, exports: unknown, global: unknown) => void;

function toMain(message: ToMain): void {
  (globalThis as unknown as World).standinOut(encode(message));
}

function refuse(name: string): () => never {
  return () => {
    throw new Error(`stand-in: ${name} is not implemented`);
  };
}

function invoke(ipc: Ipc, channel: string, parameters: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = (ipc.lastId += 1);
    toMain({ type: 'invoke', id, channel, parameters });
    ipc.waiting.set(id, { channel, resolve, reject });
  });
}

function createIpcRenderer(ipc: Ipc): Record<string, unknown> {
  const list = (channel: string): Listener[] => ipc.listeners.get(channel) ?? [];
  const on = (channel: string, listener: Listener): unknown => {
    ipc.listeners.set(channel, [...list(channel), listener]);
    return renderer;
  };
  const off = (channel: string, listener: Listener): unknown => {
    const index = list(channel).findIndex((each) => each === listener || each.listener === listener);
    if (index !== -1) ipc.listeners.set(channel, list(channel).toSpliced(index, 1));
    return renderer;
  };
  const once = (channel: string, listener: Listener): unknown => {
    const first: Listener = (...parameters) => {
      off(channel, first);
      listener(...parameters);
    };
    first.listener = listener;
    return on(channel, first);
  };
  const removeAllListeners = (channel?: string): unknown => {
    if (channel === undefined) ipc.listeners.clear();
    else ipc.listeners.delete(channel);
    return renderer;
  };
  const renderer: Record<string, unknown> = {
    on, addListener: on, off, removeListener: off, once, removeAllListeners,
    listenerCount: (channel: string) => list(channel).length,
    send: (channel: string, ...parameters: unknown[]) => toMain({ type: 'send', channel, parameters }),
    invoke: async (channel: string, ...parameters: unknown[]) => invoke(ipc, channel, parameters),
    sendSync: refuse('ipcRenderer.sendSync'),
    postMessage: refuse('ipcRenderer.postMessage'),
    sendToHost: refuse('ipcRenderer.sendToHost'),
  };
  return renderer;
}

function hear(ipc: Ipc, renderer: unknown, message: ToPage): void {
  if (message.type === 'message') {
    for (const listener of ipc.listeners.get(message.channel) ?? []) listener({ sender: renderer, ports: [] }, ...message.parameters);
    return;
  }
  const waiting = ipc.waiting.get(message.id);
  ipc.waiting.delete(message.id);
  if (message.type === 'answer') waiting?.resolve(message.value);
  else waiting?.reject(new Error(`Error invoking remote method '${waiting.channel}': ${message.error}`));
}

function createContextBridge(expose: (key: string, value: unknown) => void): Record<string, unknown> {
  const keys = new Set<string>();
  return {
    exposeInMainWorld: (key: string, value: unknown) => {
      if (keys.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      keys.add(key);
      expose(key, value);
    },
    exposeInIsolatedWorld: refuse('contextBridge.exposeInIsolatedWorld'),
    executeInMainWorld: refuse('contextBridge.executeInMainWorld'),
  };
}

/** Runs the preload `source` once per document. */
export function runPreload(secret: string, process: object, source: PreloadSource): void {
  const ipc: Ipc = { listeners: new Map(), waiting: new Map(), lastId: 0 };
  const ipcRenderer = createIpcRenderer(ipc);
  const electron = { ipcRenderer, contextBridge: createContextBridge(startBridge(secret, 'preload')) };
  Object.defineProperty(globalThis, 'standinIn', { value: (text: string) => hear(ipc, ipcRenderer, decode(text) as ToPage) });
  const require = (id: string): unknown => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(id)) return electron;
    throw new Error(`module not found: ${id}`);
  };
  const module = { exports: {} };
  try {
    source(require, Object.freeze(process), module, module.exports, globalThis);
  } catch (error) {
    console.error('Unable to load preload script', error);
    toMain({ type: 'preloadError', message: String(error instanceof Error ? error.stack : error) });
  }
}

/** All of the above, for injection. */
export const preloadFunctions: readonly ((...parameters: never[]) => unknown)[] = [
  toMain, refuse, invoke, createIpcRenderer, hear, createContextBridge, runPreload,
];
