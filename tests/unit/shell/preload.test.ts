import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CALL_CHANNEL, CHANGED_CHANNEL, COMMAND_CHANNEL, type Command, type LiaisonBridge } from '../../../electron/contract/bridge.ts';

type Hear = (event: unknown, topic: string) => void;

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn<(name: string, api: unknown) => void>() },
  ipcRenderer: { invoke: vi.fn<(...given: unknown[]) => Promise<unknown>>(), on: vi.fn<(channel: string, hear: Hear) => void>(), removeListener: vi.fn<(channel: string, hear: Hear) => void>() },
}));
vi.mock('electron', () => electron);

let exposed: unknown[][] = [];
let liaison: LiaisonBridge;
beforeAll(async () => {
  await import('../../../electron/preload.ts');
  exposed = [...electron.contextBridge.exposeInMainWorld.mock.calls];
  liaison = exposed[0]?.[1] as LiaisonBridge;
});

describe('window.liaison', () => {
  it('has three members and gives away nothing of Electron', () => {
    expect(exposed).toEqual([['liaison', liaison]]);
    expect(Object.keys(liaison).toSorted()).toEqual(['call', 'onChanged', 'onCommand']);
  });

  it('asks on the one channel, and a broken channel is a failure, not an exception', async () => {
    electron.ipcRenderer.invoke.mockResolvedValueOnce({ ok: true, value: null }).mockRejectedValueOnce(new Error('gone'));
    expect(await liaison.call('link.copyLink', undefined)).toEqual({ ok: true, value: null });
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledWith(CALL_CHANNEL, 'link.copyLink', undefined);
    expect(await liaison.call('link.copyLink', undefined)).toEqual({ ok: false, problem: { code: 'L-81', reason: 'internal' } });
  });

  it('hears hints without the event behind them, until it stops', () => {
    const listener = vi.fn<(topic: string) => void>();
    const stop = liaison.onChanged(listener);
    const [channel, hear] = electron.ipcRenderer.on.mock.calls[0] ?? [];
    hear?.({ sender: 'canary' }, 'sites');
    expect(channel).toBe(CHANGED_CHANNEL);
    expect(listener).toHaveBeenCalledExactlyOnceWith('sites');
    stop();
    expect(electron.ipcRenderer.removeListener).toHaveBeenCalledWith(CHANGED_CHANNEL, hear);
  });

  it('hears the commands of the menu bar the same way', () => {
    const listener = vi.fn<(command: Command) => void>();
    electron.ipcRenderer.on.mockClear();
    const stop = liaison.onCommand(listener);
    const [channel, hear] = electron.ipcRenderer.on.mock.calls[0] ?? [];
    hear?.({ sender: 'canary' }, 'help');
    expect(channel).toBe(COMMAND_CHANNEL);
    expect(listener).toHaveBeenCalledExactlyOnceWith('help');
    stop();
    expect(electron.ipcRenderer.removeListener).toHaveBeenCalledWith(COMMAND_CHANNEL, hear);
  });
});
