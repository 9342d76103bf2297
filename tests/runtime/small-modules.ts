import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { complete, mustBeReplaced } from './not-implemented.ts';

type PowerPart = Pick<Electron.PowerMonitor, 'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'getCurrentThermalState'>;

class PowerMonitor extends EventEmitter implements PowerPart {
  getSystemIdleState(): 'active' {
    return 'active';
  }
  getSystemIdleTime(): number {
    return 0;
  }
  isOnBatteryPower(): boolean {
    return false;
  }
  getCurrentThermalState(): 'nominal' {
    return 'nominal';
  }
}

/** Electron's `powerMonitor`: a test emits `suspend`, `resume` and the rest. */
export const powerMonitor = complete('powerMonitor', new PowerMonitor());

let clipboardText = '';

/** Electron's `clipboard`: text only, and this process's own. */
export const clipboard: Pick<Electron.Clipboard, 'writeText' | 'readText' | 'clear'> = complete('clipboard', {
  writeText: async (text: string) => {
    clipboardText = text;
  },
  readText: async () => clipboardText,
  clear: () => {
    clipboardText = '';
  },
});

/** Electron's `Notification`: shown to nobody, `shown` is for tests. */
export class Notification extends EventEmitter {
  static readonly shown: Electron.NotificationConstructorOptions[] = [];
  readonly title: string;
  readonly body: string;
  private readonly options: Electron.NotificationConstructorOptions;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.options = options;
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }
  show(): void {
    Notification.shown.push(this.options);
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
  static isSupported(): boolean {
    return true;
  }
}

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = complete('display', {
  id: 1, label: 'stand-in', bounds: area, workArea: area, size: { width: area.width, height: area.height }, workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1, rotation: 0, internal: true,
}) as unknown as Electron.Display;

type ScreenPart = Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'>;
const screenPart: ScreenPart = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
};

/** Electron's `screen`: one display. */
export const screen = complete('screen', Object.assign(new EventEmitter(), screenPart));

/** Electron's `crashReporter`: collects nothing. */
export const crashReporter: Pick<Electron.CrashReporter, 'start'> = complete('crashReporter', { start: () => undefined });

/** Electron's `systemPreferences`: the question is asked on macOS only, and there a person answers it. */
export const systemPreferences = complete('systemPreferences', { askForMediaAccess: mustBeReplaced('systemPreferences.askForMediaAccess') });
