import os from 'node:os';
import path from 'node:path';
import { settings } from './settings.ts';

/** `app.getPath` and `app.setPath`, as Electron answers on Linux. */
export class AppPaths {
  private readonly chosen = new Map<string, string>(settings.userData === undefined ? [] : [['userData', settings.userData]]);

  set(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    this.chosen.set(name, folder);
  }

  get(name: string, appName: string): string {
    const appData = this.chosen.get('appData') ?? process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
    const userData = this.chosen.get('userData') ?? path.join(appData, appName);
    const usual: Readonly<Record<string, string>> = {
      home: os.homedir(), appData, userData, sessionData: userData, temp: os.tmpdir(), exe: settings.executable, module: settings.executable,
      logs: path.join(userData, 'logs'), crashDumps: path.join(userData, 'Crashpad'),
      desktop: path.join(os.homedir(), 'Desktop'), documents: path.join(os.homedir(), 'Documents'), downloads: path.join(os.homedir(), 'Downloads'),
    };
    const found = this.chosen.get(name) ?? usual[name];
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
}
