import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, CHANGED_CHANNEL, COMMAND_CHANNEL, type ChangedTopic, type Command, type LiaisonBridge } from './contract/bridge.ts';
import { failure } from './contract/result.ts';

/** Everything the window can do beyond drawing. Main checks sender, name, argument and answer of every call. */
const bridge: LiaisonBridge = {
  call: async (name, argument) => ipcRenderer.invoke(CALL_CHANNEL, name, argument).catch(() => failure({ code: 'L-81', reason: 'internal' })),
  onChanged: (listener) => {
    const hear = (_event: unknown, topic: ChangedTopic): void => listener(topic);
    ipcRenderer.on(CHANGED_CHANNEL, hear);
    return () => void ipcRenderer.removeListener(CHANGED_CHANNEL, hear);
  },
  onCommand: (listener) => {
    const hear = (_event: unknown, command: Command): void => listener(command);
    ipcRenderer.on(COMMAND_CHANNEL, hear);
    return () => void ipcRenderer.removeListener(COMMAND_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld('liaison', bridge);
