import { describe, expect, it, vi } from 'vitest';
import type { NativeImage } from 'electron';
import { isReturnScheme, registerScheme, schemeStatus, type Launch } from '../../../electron/shell/scheme.ts';

const windows: Launch = { isDefaultApp: false, execPath: 'C:\\Programs\\Liaison\\Liaison.exe', appPath: 'C:\\Programs\\Liaison\\resources\\app.asar', platform: 'win32' };
const mac: Launch = { isDefaultApp: false, execPath: '/Applications/Liaison.app/Contents/MacOS/Liaison', appPath: '/x', platform: 'darwin' };
const linux: Launch = { isDefaultApp: true, execPath: '/usr/bin/electron', appPath: '/work/liaison', platform: 'linux' };

function system(registered: boolean, handler: { path: string; name: string } | null) {
  return {
    isDefaultProtocolClient: vi.fn<(scheme: string, path?: string, launchArguments?: string[]) => boolean>(() => registered),
    getApplicationInfoForProtocol: async () => (handler ? { ...handler, icon: {} as NativeImage } : Promise.reject(new Error('Unable to retrieve installation path'))),
  };
}

describe('the registration of the scheme', () => {
  it('stands with marker and end of switches, and with the folder when not packaged', () => {
    const app = { setAsDefaultProtocolClient: vi.fn<(scheme: string, path?: string, launchArguments?: string[]) => boolean>(() => true) };
    expect(registerScheme(app, 'liaison', windows)).toBe(true);
    registerScheme(app, 'liaison', linux);
    expect(app.setAsDefaultProtocolClient.mock.calls).toEqual([
      ['liaison', windows.execPath, ['--auth-callback', '--']],
      ['liaison', '/usr/bin/electron', ['/work/liaison', '--auth-callback', '--']],
    ]);
  });

  it('is asked for with the same path and arguments', async () => {
    const app = system(true, null);
    await schemeStatus(app, 'liaison', windows);
    expect(app.isDefaultProtocolClient).toHaveBeenCalledWith('liaison', windows.execPath, ['--auth-callback', '--']);
  });

  it.each([
    ['our executable', windows, true, { path: 'c:\\programs\\liaison\\LIAISON.exe', name: 'Liaison' }, { kind: 'ours' }],
    ['our bundle', mac, true, { path: '/Applications/Liaison.app/', name: 'Liaison' }, { kind: 'ours' }],
    ['another copy, though we are registered', windows, true, { path: 'D:\\old\\Liaison.exe', name: 'Liaison (old)' }, { kind: 'other', name: 'Liaison (old)' }],
    ['a bundle whose name begins like ours', mac, true, { path: '/Applications/Liaison', name: 'Other' }, { kind: 'other', name: 'Other' }],
    ['nobody', mac, false, null, { kind: 'none' }],
    ['no answer though we are registered', windows, true, null, { kind: 'ours' }],
    ['Linux, registered', linux, true, null, { kind: 'ours' }],
    ['Linux, not registered', linux, false, { path: '/x', name: 'Other' }, { kind: 'unknown' }],
  ] as const)('status: %s', async (_case, launch, registered, handler, expected) => {
    expect(await schemeStatus(system(registered, handler), 'liaison', launch)).toEqual(expected);
  });

  it.each([['liaison', true], ['msal7700d7f4', true], ['http', false], ['https', false], ['file', false], ['c', false], ['javascript', false]])('%s can bring a return: %s', (scheme, expected) => {
    expect(isReturnScheme(scheme)).toBe(expected);
  });
});
