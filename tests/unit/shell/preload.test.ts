import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CALL_CHANNEL, CHANGED_CHANNEL, COMMAND_CHANNEL, type Command, type LiaisonBridge } from '../../../electron/contract/bridge.ts';
import { FIRST_PAGE } from '../../../electron/contract/first-questions.ts';

type Hear = (event: unknown, topic: string) => void;

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn<(name: string, api: unknown) => void>() },
  ipcRenderer: { invoke: vi.fn<(...given: unknown[]) => Promise<unknown>>(async (_channel, name) => ({ ok: true, value: `early ${String(name)}` })), on: vi.fn<(channel: string, hear: Hear) => void>(), once: vi.fn<(channel: string, hear: () => void) => void>(), removeListener: vi.fn<(channel: string, hear: Hear) => void>() },
}));
vi.mock('electron', () => electron);

let exposed: unknown[][] = [];
let liaison: LiaisonBridge;
let sent: unknown[][] = [];
beforeAll(async () => {
  await import('../../../electron/preload.ts');
  exposed = [...electron.contextBridge.exposeInMainWorld.mock.calls];
  liaison = exposed[0]?.[1] as LiaisonBridge;
  sent = [...electron.ipcRenderer.invoke.mock.calls];
});

/** A fresh window, as it is when its preload script has run. */
async function begin(): Promise<LiaisonBridge> {
  vi.resetModules();
  electron.contextBridge.exposeInMainWorld.mockClear();
  electron.ipcRenderer.once.mockClear();
  electron.ipcRenderer.invoke.mockClear();
  await import('../../../electron/preload.ts');
  return electron.contextBridge.exposeInMainWorld.mock.calls[0]?.[1] as LiaisonBridge;
}

describe('what nearly every window asks first', () => {
  it('is asked before the page is read, and nothing else', () => {
    expect(sent).toEqual([[CALL_CHANNEL, 'app.start', undefined], [CALL_CHANNEL, 'link.view', undefined], [CALL_CHANNEL, 'sites.list', FIRST_PAGE]]);
  });

  it('is answered once out of what came early, and asked anew after that', async () => {
    const fresh = await begin();
    electron.ipcRenderer.invoke.mockClear();
    expect(await fresh.call('sites.list', { ...FIRST_PAGE })).toEqual({ ok: true, value: 'early sites.list' });
    expect(electron.ipcRenderer.invoke).not.toHaveBeenCalled();
    await fresh.call('sites.list', { ...FIRST_PAGE });
    await fresh.call('sites.list', { ...FIRST_PAGE, offset: 50 });
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledTimes(2);
  });

  it('is asked anew when something changed since', async () => {
    const fresh = await begin();
    const [channel, hear] = electron.ipcRenderer.once.mock.calls[0] ?? [];
    hear?.();
    electron.ipcRenderer.invoke.mockClear();
    await fresh.call('app.start', undefined);
    expect(channel).toBe(CHANGED_CHANNEL);
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith(CALL_CHANNEL, 'app.start', undefined);
  });

  it('is a failure where the channel is broken', async () => {
    electron.ipcRenderer.invoke.mockRejectedValueOnce(new Error('gone'));
    expect(await (await begin()).call('app.start', undefined)).toEqual({ ok: false, problem: { code: 'L-81', reason: 'internal' } });
  });
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
