import path from 'node:path';
import type { App } from 'electron';
import type { RenewalsView } from '../contract/views.ts';
import type { Launch } from './scheme.ts';

/** Stands on the command line of a start at login: renew what is due, without a window, and quit. */
export const BACKGROUND_SWITCH = '--renew-in-background';

type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

/** Electron knows login items on Windows and macOS only. */
export function canRunInBackground(platform: NodeJS.Platform): boolean {
  return platform === 'win32' || platform === 'darwin';
}

/** Path and arguments count on Windows; macOS starts the bundle as it is and tells afterwards that it was a login. */
function loginItem({ isDefaultApp, execPath, appPath }: Launch): { readonly path: string; readonly args: string[] } {
  return { path: execPath, args: [...(isDefaultApp ? [`"${path.resolve(appPath)}"`] : []), BACKGROUND_SWITCH] };
}

/**
 * Whether the system starts the program at login, as far as it tells. On Windows a person may have switched it off in the Task Manager; macOS may
 * want its own permission first.
 */
export function backgroundState(app: LoginItems, launch: Launch): RenewalsView['background'] {
  if (!canRunInBackground(launch.platform)) return 'unsupported';
  const settings = app.getLoginItemSettings(loginItem(launch));
  if (launch.platform === 'darwin' && settings.status === 'requires-approval') return 'waitingForApproval';
  const isOn = launch.platform === 'win32' ? settings.openAtLogin && settings.executableWillLaunchAtLogin : settings.openAtLogin;
  return isOn ? 'on' : 'off';
}

/** Asks the system to start the program at login, or not to. Does nothing where there is no such thing. */
export function setBackground(app: LoginItems, launch: Launch, on: boolean): void {
  if (canRunInBackground(launch.platform)) app.setLoginItemSettings({ ...loginItem(launch), openAtLogin: on });
}

/**
 * Whether this start is the one at login that a person switched on: by our own switch, or because macOS says so. Who put the program
 * among the login items without us wants to see it.
 */
export function isBackgroundStart(app: LoginItems, launch: Launch, argv: readonly string[]): boolean {
  if (argv.includes(BACKGROUND_SWITCH)) return true;
  if (launch.platform !== 'darwin') return false;
  const { openAtLogin, wasOpenedAtLogin } = app.getLoginItemSettings();
  return openAtLogin && wasOpenedAtLogin;
}
