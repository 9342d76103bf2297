import { registerHooks } from 'node:module';
import type { LinkTokens } from '../../../electron/links/link.ts';

/** The peer that keeps all links in one JSON file. */
export interface JsonPeer {
  set(key: string, record: unknown): void;
  get(key: string): unknown;
}

/** electron-store asks Electron for a folder and a version; here the folder is given and there is no Electron. */
const ELECTRON = "export const app = { getPath: () => '/', getVersion: () => '1.0.0', isReady: () => true }; export const ipcMain = { on() {} }; export const ipcRenderer = undefined; export const shell = {}; export default { app, ipcMain, shell };";

/** The real electron-store, in a folder of its own. */
export async function openElectronStore(folder: string): Promise<JsonPeer> {
  const hooks = registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: `data:text/javascript,${encodeURIComponent(ELECTRON)}`, shortCircuit: true } : next(specifier, context)) });
  const { default: ElectronStore } = await import('electron-store');
  hooks.deregister();
  return new ElectronStore<Record<string, unknown>>({ cwd: folder, name: 'links', accessPropertiesByDotNotation: false });
}

/** What a link is as a record of that file: as long as ours, in plain text. */
export function plainRecord(tokens: Pick<LinkTokens, 'accessTokenExpiresAt'>, mark: string): unknown {
  return { ...tokens, mark, sealed: 'x'.repeat(2100), condition: 'active', renewedAt: Date.now() };
}
