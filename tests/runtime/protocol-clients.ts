import type * as Electron from 'electron';
import { settings } from './settings.ts';
import { emptyImage } from './native-image.ts';

const schemeOf = (url: string): string => url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();

/** Which schemes this app registered for; kept in memory, the machine's own registrations stay as they are. */
export class ProtocolClients {
  private readonly schemes = new Map<string, string>();

  set(scheme: string, executable = settings.executable): boolean {
    this.schemes.set(scheme.toLowerCase(), executable);
    return true;
  }
  remove(scheme: string): boolean {
    return this.schemes.delete(scheme.toLowerCase());
  }
  has(scheme: string): boolean {
    return this.schemes.has(scheme.toLowerCase());
  }
  async information(url: string, name: string): Promise<Electron.ApplicationInfoForProtocolReturnValue> {
    const executable = this.schemes.get(schemeOf(url));
    if (executable === undefined) throw new Error('Unable to retrieve installation path to app');
    return { name, path: executable, icon: emptyImage };
  }
  name(url: string, name: string): string {
    return this.schemes.has(schemeOf(url)) ? name : '';
  }
}
