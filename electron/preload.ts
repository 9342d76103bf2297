import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, CHANGED_CHANNEL, COMMAND_CHANNEL, type ChangedTopic, type Command, type LiaisonBridge } from './contract/bridge.ts';
import { firstQuestions } from './contract/first-questions.ts';
import { failure, type Result } from './contract/result.ts';

/** Main checks sender, name, argument and answer. */
const ask = async (name: string, argument: unknown): Promise<Result<never>> => ipcRenderer.invoke(CALL_CHANNEL, name, argument).catch(() => failure({ code: 'L-81', reason: 'internal' }));

const keyOf = (name: string, argument: unknown): string => JSON.stringify([name, argument]);

/** What nearly every window asks first is on its way before the page is read; each answer counts once, for whoever asks for it first. */
const early = new Map(firstQuestions.map(({ name, argument }) => [keyOf(name, argument), ask(name, argument)]));
// What changes makes it old.
ipcRenderer.once(CHANGED_CHANNEL, () => early.clear());

/** The early answer, or else a fresh one. */
async function answer(name: string, argument: unknown): Promise<Result<never>> {
  const key = keyOf(name, argument);
  const given = early.get(key);
  early.delete(key);
  return given ?? ask(name, argument);
}

/** Everything the window can do beyond drawing. */
const bridge: LiaisonBridge = {
  call: answer,
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
