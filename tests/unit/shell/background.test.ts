import { describe, expect, it, vi } from 'vitest';
import { BACKGROUND_SWITCH, backgroundState, isBackgroundStart, setBackground } from '../../../electron/shell/background.ts';
import type { Launch } from '../../../electron/shell/scheme.ts';

type LoginItems = Parameters<typeof backgroundState>[0];
type Settings = ReturnType<LoginItems['getLoginItemSettings']>;

const launch = (platform: NodeJS.Platform, isDefaultApp = false): Launch => ({ isDefaultApp, execPath: 'C:\\Liaison\\Liaison.exe', appPath: '/place of the app', platform });

function system(settings: Partial<Settings>) {
  const getLoginItemSettings = vi.fn<LoginItems['getLoginItemSettings']>(() => ({ openAtLogin: false, wasOpenedAtLogin: false, status: 'not-registered', executableWillLaunchAtLogin: false, launchItems: [], ...settings }));
  const setLoginItemSettings = vi.fn<LoginItems['setLoginItemSettings']>();
  return { getLoginItemSettings, setLoginItemSettings };
}

describe('renewals at login', () => {
  it.each([
    ['win32', { openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
    ['win32', { openAtLogin: true, executableWillLaunchAtLogin: false }, 'off'],
    ['win32', {}, 'off'],
    ['darwin', { openAtLogin: true }, 'on'],
    ['darwin', {}, 'off'],
    ['darwin', { status: 'requires-approval' }, 'waitingForApproval'],
    ['darwin', { openAtLogin: true, status: 'enabled' }, 'on'],
    ['win32', { status: 'requires-approval' }, 'off'],
    ['linux', { openAtLogin: true }, 'unsupported'],
  ] as const)('on %s with %j are %s', (platform, settings, state) => {
    expect(backgroundState(system(settings), launch(platform))).toBe(state);
  });

  it('are switched on with our own switch on the command line, the same that is asked about', () => {
    const app = system({});
    setBackground(app, launch('win32'), true);
    backgroundState(app, launch('win32'));
    expect(app.setLoginItemSettings).toHaveBeenCalledWith({ openAtLogin: true, path: 'C:\\Liaison\\Liaison.exe', args: [BACKGROUND_SWITCH] });
    expect(app.getLoginItemSettings).toHaveBeenCalledWith({ path: 'C:\\Liaison\\Liaison.exe', args: [BACKGROUND_SWITCH] });
    setBackground(app, launch('win32'), false);
    expect(app.setLoginItemSettings).toHaveBeenLastCalledWith(expect.objectContaining({ openAtLogin: false }));
  });

  it('name the folder of a program that is not packaged, in quotes', () => {
    const app = system({});
    setBackground(app, launch('win32', true), true);
    expect(app.setLoginItemSettings.mock.calls[0]?.[0].args).toEqual([expect.stringMatching(/^".*place of the app"$/u), BACKGROUND_SWITCH]);
  });

  it('are left alone where the system knows none', () => {
    const app = system({});
    setBackground(app, launch('linux'), true);
    expect(app.setLoginItemSettings).not.toHaveBeenCalled();
  });

  it.each([
    ['win32', ['Liaison.exe', BACKGROUND_SWITCH], {}, true],
    ['win32', ['Liaison.exe'], { wasOpenedAtLogin: true }, false],
    ['darwin', ['Liaison'], { openAtLogin: true, wasOpenedAtLogin: true }, true],
    ['darwin', ['Liaison'], { openAtLogin: false, wasOpenedAtLogin: true }, false],
    ['darwin', ['Liaison'], { openAtLogin: true, wasOpenedAtLogin: false }, false],
    ['darwin', ['Liaison'], {}, false],
  ] as const)('are recognised on %s by %j and %j: %s', (platform, argv, settings, expected) => {
    expect(isBackgroundStart(system(settings), launch(platform), argv)).toBe(expected);
  });
});
