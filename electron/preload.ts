import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, CHANGED_CHANNEL, COMMAND_CHANNEL, type LiaisonBridge } from './contract/bridge.ts';
import { failure } from './contract/result.ts';

/** Listens on one of main's channels; the returned function ends that. */
function listen<Value>(channel: string, listener: (value: Value) => void): () => void {
  const hear = (_event: unknown, value: Value): void => listener(value);
  ipcRenderer.on(channel, hear);
  return () => void ipcRenderer.removeListener(channel, hear);
}

/** Everything the window can do beyond drawing. Main checks sender, name, argument and answer of every call. */
const bridge: LiaisonBridge = {
  call: async (name, argument) => ipcRenderer.invoke(CALL_CHANNEL, name, argument).catch(() => failure({ code: 'L-81', reason: 'internal' })),
  onChanged: (listener) => listen(CHANGED_CHANNEL, listener),
  onCommand: (listener) => listen(COMMAND_CHANNEL, listener),
};

contextBridge.exposeInMainWorld('liaison', bridge);
